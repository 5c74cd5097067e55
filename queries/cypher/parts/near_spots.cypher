// Needs here, day. Gives each place within $radius metres: spot (Site or Venue), metres and there_rough (its cell's centre
// was taken). Each of the three searches seeks a point index.
CALL (here, day) {
  MATCH (spot:Site) WHERE point.distance(spot.location, here) <= $radius
  RETURN spot, point.distance(spot.location, here) AS metres, false AS there_rough
  UNION
  MATCH (spot:Venue) WHERE point.distance(spot.location, here) <= $radius
  RETURN spot, point.distance(spot.location, here) AS metres, false AS there_rough
  UNION
  MATCH (spot_grid:GridCell) WHERE point.distance(spot_grid.centre, here) <= $radius
  MATCH (spot_grid)<-[holds:IN_GRID]-(spot:Site)
  WHERE holds.since <= day < holds.until AND spot.location IS NULL
  RETURN spot, point.distance(spot_grid.centre, here) AS metres, true AS there_rough
}
