// Needs mark (Site, Venue or GridCell), day. Gives spot, the place that stands there: itself, or for a cell each site in it
// where a branch has ever stood and whose own point is not known, and there_rough (the cell's centre was taken).
CALL (mark, day) {
  UNWIND CASE WHEN mark:GridCell THEN [] ELSE [mark] END AS spot
  RETURN spot, false AS there_rough
  UNION ALL
  MATCH (mark)<-[holds:IN_GRID]-(spot:BranchPlace)
  WHERE holds.since <= day < holds.until AND spot.location IS NULL
  RETURN spot, true AS there_rough
}
