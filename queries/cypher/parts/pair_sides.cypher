// Needs pair, day. Gives organ and enterprise, each {key, name, until, state}: the branch that stands, or last stood, on
// that side; state says whether it stands that day, is dissolved, has ended there, or was never said (missing).
CALL (pair, day) {
  UNWIND ['ORGAN_SIDE', 'ENTERPRISE_SIDE'] AS end
  CALL (pair, day, end) {
    OPTIONAL MATCH (pair)-[side:ORGAN_SIDE|ENTERPRISE_SIDE]->(sided:Branch)
    WHERE type(side) = end AND side.since <= day
    WITH day, side, sided ORDER BY side.until DESC, sided.key LIMIT 1
    RETURN {
      key: sided.key,
      name: sided.name,
      until: side.until,
      state: CASE
        WHEN sided IS NULL THEN 'missing'
        WHEN sided.dissolved_on <= day THEN 'dissolved'
        WHEN side.until <= day THEN 'ended'
        ELSE 'stands'
      END
    } AS told
  }
  WITH end, told ORDER BY end DESC
  RETURN collect(told) AS sides
}
WITH *, sides[0] AS organ, sides[1] AS enterprise
