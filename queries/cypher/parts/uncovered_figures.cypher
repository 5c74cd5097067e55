// Needs asked (a date). Gives line, {place, figure, value}, for each figure of firms without an organisation; place is
// that in the account, null for those of the party statistics alone.
// include: uncovered_firms
// include: counted
WITH formal, formal + probationary AS members,
  EXISTS {
    MATCH (firm)<-[reach:CONTACTS|INSTRUCTS]-(:Officer) WHERE reach.since <= day < reach.until
  } AS reached
WITH count(CASE WHEN members > 0 THEN 1 END) AS uncovered,
  count(CASE WHEN formal >= $rule_own_members THEN 1 END) AS qualified,
  count(CASE WHEN members = 0 THEN 1 END) AS memberless,
  count(CASE WHEN reached THEN 1 END) AS instructed
UNWIND [
  {place: 6, figure: 'firms_with_members_uncovered', value: uncovered},
  {figure: 'qualified_unbuilt', value: qualified},
  {figure: 'few_members_unbuilt', value: uncovered - qualified},
  {figure: 'memberless_unbuilt', value: memberless},
  {figure: 'instructed_unbuilt', value: instructed}
] AS line
RETURN line
