// Needs firm, day. Gives areas (keys of the areas its sites lie in) and, as words, area, cell and township.
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[located:OF]-(site:Site)-[gridded:IN_GRID]->(grid:GridCell)
  WHERE located.since <= day < located.until AND gridded.since <= day < gridded.until
  OPTIONAL MATCH (grid)-[inside:PART_OF]->(zone_area:Area) WHERE inside.since <= day < inside.until
  OPTIONAL MATCH (grid)-[within:IN]->(office:Township) WHERE within.since <= day < within.until
  WITH site, grid, zone_area, office ORDER BY site.key, grid.key, zone_area.key, office.key
  WITH collect(DISTINCT zone_area.key) AS areas,
    collect(DISTINCT zone_area.name) AS area_names,
    collect(DISTINCT grid.name) AS cell_names,
    collect(DISTINCT office.name) AS township_names
  RETURN areas,
    reduce(words = head(area_names), name IN tail(area_names) | words + '、' + name) AS area,
    reduce(words = head(cell_names), name IN tail(cell_names) | words + '、' + name) AS cell,
    reduce(words = head(township_names), name IN tail(township_names) | words + '、' + name) AS township
}
