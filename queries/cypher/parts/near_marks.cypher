// Needs here. Gives each mark (Site or Venue where a branch has ever stood, or the centre of a GridCell) within $radius metres,
// and metres. Both searches seek a point index.
CALL (here) {
  MATCH (mark:BranchPlace) WHERE point.distance(mark.location, here) <= $radius
  RETURN mark, point.distance(mark.location, here) AS metres
  UNION ALL
  MATCH (mark:GridCell) WHERE point.distance(mark.centre, here) <= $radius
  RETURN mark, point.distance(mark.centre, here) AS metres
}
