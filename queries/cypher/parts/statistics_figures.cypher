// Needs asked (a date) and zone_branches (of that date). Gives line, {figure, value}, for the figures that the party
// statistics alone have, besides those of firms without an organisation.
UNWIND [b IN zone_branches WHERE b.kind = 'own' | b.branch] AS branch
OPTIONAL MATCH (branch)<-[noted:DESCRIBES]-(record:BranchRecord)
WHERE noted.since <= asked < noted.until
WITH branch, coalesce(collect(record.level)[0], 'branch') AS level
WITH collect(level) AS levels
UNWIND [
  {figure: 'own_committees', value: size([level IN levels WHERE level = 'committee'])},
  {figure: 'own_general_branches', value: size([level IN levels WHERE level = 'general_branch'])},
  {figure: 'own_party_branches', value: size([level IN levels WHERE level = 'branch'])}
] AS line
RETURN line
UNION ALL
UNWIND [b IN zone_branches WHERE b.kind = 'joint' | b.branch] AS branch
MATCH (branch)-[covers:COVERS]->(firm:Enterprise)
WHERE covers.since <= asked < covers.until
WITH DISTINCT firm, asked AS day
// include: counted
WITH count(firm) AS firms, count(CASE WHEN formal >= $rule_own_members THEN 1 END) AS of_three
UNWIND [{figure: 'joint_firms', value: firms}, {figure: 'joint_firms_of_three', value: of_three}] AS line
RETURN line
UNION ALL
// include: operating_firms
RETURN {figure: 'operating_firms', value: count(firm)} AS line
UNION ALL
// include: operating_firms
MATCH (firm)<-[works:WORKS_AT]-(member:Member) WHERE works.since <= day < works.until
WITH DISTINCT member, day
WHERE NOT
  // include: counted_somewhere
// include: standing
WITH member WHERE standing <> 'stopped'
RETURN {figure: 'members_elsewhere', value: count(member)} AS line
