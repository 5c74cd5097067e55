// Needs cell (a GridCell or null), day. Gives cell_area and cell_township: the keys of the ones it lies in, else null.
WITH *, head(COLLECT {
  MATCH (cell)-[inside:PART_OF]->(zone_area:Area) WHERE inside.since <= day < inside.until
  RETURN zone_area.key ORDER BY zone_area.key
}) AS cell_area, head(COLLECT {
  MATCH (cell)-[within:IN]->(office:Township) WHERE within.since <= day < within.until
  RETURN office.key ORDER BY office.key
}) AS cell_township
