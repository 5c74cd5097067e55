// Needs grid (the firm's cell), spot (the branch's place), day. Gives crosses_area and crosses_township: whether the
// two lie in different ones; null when either side is not known.
CALL (grid, spot, day) {
  OPTIONAL MATCH (grid)-[here_in:PART_OF]->(here_area:Area) WHERE here_in.since <= day < here_in.until
  OPTIONAL MATCH (grid)-[here_under:IN]->(here_office:Township) WHERE here_under.since <= day < here_under.until
  OPTIONAL MATCH (spot)-[spot_in:IN_GRID]->(other_grid:GridCell) WHERE spot_in.since <= day < spot_in.until
  OPTIONAL MATCH (other_grid)-[there_in:PART_OF]->(there_area:Area) WHERE there_in.since <= day < there_in.until
  OPTIONAL MATCH (other_grid)-[there_under:IN]->(there_office:Township)
  WHERE there_under.since <= day < there_under.until
  WITH here_area, here_office, there_area, there_office LIMIT 1
  RETURN here_area <> there_area AS crosses_area, here_office <> there_office AS crosses_township
}
