// Needs asked (a date) and zone_branches (of that date). Gives line, {place, figure, value}, for each figure of branches
// and their officers; place is that in the account.
UNWIND [
  {place: 1, figure: 'own_branches', value: size([b IN zone_branches WHERE b.kind = 'own'])},
  {place: 2, figure: 'joint_branches', value: size([b IN zone_branches WHERE b.kind = 'joint'])}
] AS line
RETURN line
UNION ALL
CALL (asked, zone_branches) {
  MATCH (officer:Officer)-[instructs:INSTRUCTS]->() WHERE instructs.since <= asked < instructs.until
  RETURN officer
  UNION
  UNWIND [b IN zone_branches WHERE b.kind = 'joint' | b.branch] AS joint
  MATCH (officer:Officer)-[leads:SECRETARY_OF]->(joint) WHERE leads.since <= asked < leads.until
  RETURN officer
}
RETURN {place: 3, figure: 'instructors_and_joint_secretaries', value: count(officer)} AS line
UNION ALL
// A branch dissolved by then is judged on its last day: after it, it covers nothing.
MATCH (branch:Branch)
WHERE branch.founded_on.year = asked.year OR branch.dissolved_on.year = asked.year
WITH branch, CASE WHEN branch.dissolved_on <= asked THEN branch.dissolved_on - duration({days: 1}) ELSE asked END AS day
WHERE
  // include: zone_branch
// include: branch_kind
WITH branch WHERE kind = 'own'
WITH count(CASE WHEN branch.founded_on.year = asked.year THEN 1 END) AS founded,
  count(CASE WHEN branch.dissolved_on.year = asked.year AND branch.dissolved_on <= asked THEN 1 END) AS dissolved
UNWIND [
  {place: 4, figure: 'founded_this_year', value: founded},
  {place: 5, figure: 'dissolved_this_year', value: dissolved}
] AS line
RETURN line
