// Needs day and pairs: a list of maps, each with grid (the firm's cell), spot (the branch's place) and what else is to be
// kept. Gives pair, each of them, with crosses_area and crosses_township: whether the two lie in different ones; null when
// either side is not known. Many pairs share a cell, which holds many sites: each cell is looked up once.
CALL (pairs, day) {
  UNWIND pairs AS pair
  WITH pair, day, pair.spot AS spot
  WITH pair, day, head(COLLECT {
    MATCH (spot)-[spot_in:IN_GRID]->(spot_cell:GridCell) WHERE spot_in.since <= day < spot_in.until
    RETURN spot_cell ORDER BY spot_cell.key
  }) AS cell
  WITH cell, day, collect(pair) AS pairs_there
  // include: borders_of_cell
  WITH day, pairs_there, cell_area AS there_area, cell_township AS there_township
  UNWIND pairs_there AS pair
  WITH pair.grid AS cell, day, collect({pair: pair, area: there_area, township: there_township}) AS pairs_here
  // include: borders_of_cell
  UNWIND pairs_here AS one
  RETURN one.pair AS pair, cell_area <> one.area AS crosses_area, cell_township <> one.township AS crosses_township
}
