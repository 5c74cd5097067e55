// Gives line for each branch founded or dissolved after $since and by $at, and for each that is to be adjusted at one of
// the two days only. A branch dissolved by then is judged on its last day, as the figures do.
UNWIND ['branch_founded', 'branch_dissolved'] AS what
MATCH (branch:Branch {side: 'enterprise'})
WITH what, branch, CASE what WHEN 'branch_founded' THEN branch.founded_on ELSE branch.dissolved_on END AS turned_on
WHERE $since < turned_on <= $at
WITH *, CASE WHEN branch.dissolved_on <= $at THEN branch.dissolved_on - duration({days: 1}) ELSE $at END AS day
WHERE
  // include: zone_branch
// include: branch_kind
RETURN {what: what, kind: 'branches', detail: kind, day: turned_on, name: branch.name, branch: branch.key} AS line
UNION ALL
// include: structure_days
MATCH (branch:Branch {side: 'enterprise'})
CALL (branch) {
  CALL (branch) {
    MATCH (branch)-[:COVERS]->(:Enterprise)<-[held:WORKS_AT]-(member:Member)
    UNWIND [held.since, held.until, member.confirmed_on] AS day
    RETURN day
    UNION
    MATCH (branch)-[:COVERS]->(:Enterprise)<-[:WORKS_AT]-(:Member)-[held:BELONGS_TO|DESCRIBES]-()
    UNWIND [held.since, held.until] AS day
    RETURN day
  }
  WITH DISTINCT day WHERE $since < day <= $at
  RETURN collect(day) AS days
}
WITH branch, days + [day IN structure_days WHERE NOT day IN days] AS touched
UNWIND [$since, $at] + touched AS day
WITH DISTINCT branch, touched, day
// include: branch_facts
WITH branch AS node, touched, day, facts ORDER BY day
WITH node, touched, collect({day: day, facts: facts}) AS seen
// include: turned
RETURN {
  what: CASE WHEN holds THEN 'hole_opened' ELSE 'hole_closed' END, kind: 'holes', detail: fact,
  day: turned_on, name: node.name, branch: node.key
} AS line
