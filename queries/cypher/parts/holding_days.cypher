// Needs asked (a date). Gives holding_days, of each holding branch {branch (its key), turns}: the days up to that date on
// which it came under the zone's committee or left it, as others came to cover firms or ceased to.
CALL (asked) {
  CALL (asked) {
    MATCH (:Branch)-[held:COVERS|UNDER]->() UNWIND [held.since, held.until] AS day
    WITH day, asked WHERE day <= asked
    WITH DISTINCT day ORDER BY day
    RETURN collect(day) AS days
  }
  MATCH (:BranchRecord {formation: 'holding'})-[:DESCRIBES]->(branch:Branch)
  WITH DISTINCT branch, days
  UNWIND days AS day
  WITH branch, day, (
    // include: under_zone
  ) AS ours
  ORDER BY day
  WITH branch, collect(day) AS days, collect(ours) AS course
  WITH branch.key AS key, [n IN range(0, size(days) - 1) WHERE n = 0 OR course[n] <> course[n - 1] | days[n]] AS turns
  RETURN collect({branch: key, turns: turns}) AS holding_days
}
