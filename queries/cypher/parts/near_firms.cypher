// Needs here, rough, day. Gives each firm with a site within $radius metres: other, metres and approximate (a cell's
// centre was taken for a site without coordinates). Both searches seek a point index.
CALL (here, day) {
  MATCH (spot:Site) WHERE point.distance(spot.location, here) <= $radius
  RETURN spot, point.distance(spot.location, here) AS metres, false AS there_rough
  UNION
  MATCH (spot_grid:GridCell) WHERE point.distance(spot_grid.centre, here) <= $radius
  MATCH (spot_grid)<-[holds:IN_GRID]-(spot:Site)
  WHERE holds.since <= day < holds.until AND spot.location IS NULL
  RETURN spot, point.distance(spot_grid.centre, here) AS metres, true AS there_rough
}
MATCH (spot)-[site_of:OF]->(other:Enterprise) WHERE site_of.since <= day < site_of.until
WITH *, rough OR there_rough AS approximate
