// Needs branch, day. Gives facts: what is to be adjusted of a branch on that day, as words; none where it is not the
// zone's own to count.
// include: branch_kind
CALL (branch, day) {
  MATCH (branch)<-[belongs:BELONGS_TO]-(member:Member) WHERE belongs.since <= day < belongs.until
  WITH DISTINCT member, day
  // include: standing
  RETURN count(CASE standing WHEN 'formal' THEN 1 END) AS formal
}
WITH *, [
  ['joint_overfull', kind = 'joint' AND firms > $rule_joint_firms],
  ['below_three', kind = 'own' AND firms > 0 AND formal < $rule_own_members]
] AS told
WITH *, [one IN told WHERE one[1] AND
  // include: zone_branch
  | one[0]
] AS facts
