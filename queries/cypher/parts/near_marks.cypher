// Needs here. Gives each mark (Site, Venue or the centre of a GridCell) within $radius metres, and metres. Each of the three
// searches seeks a point index.
CALL (here) {
  MATCH (mark:Site) WHERE point.distance(mark.location, here) <= $radius
  RETURN mark, point.distance(mark.location, here) AS metres
  UNION ALL
  MATCH (mark:Venue) WHERE point.distance(mark.location, here) <= $radius
  RETURN mark, point.distance(mark.location, here) AS metres
  UNION ALL
  MATCH (mark:GridCell) WHERE point.distance(mark.centre, here) <= $radius
  RETURN mark, point.distance(mark.centre, here) AS metres
}
