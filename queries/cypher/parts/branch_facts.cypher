// Needs branch, day. Gives facts: what is to be adjusted of a branch on that day, as words; none where it is not the
// zone's own to count.
// include: branch_kind
// include: counted_in_branch
WITH *, [
  ['joint_overfull', kind = 'joint' AND firms > $rule_joint_firms],
  ['below_three', kind = 'own' AND formal < $rule_own_members]
] AS told
WITH *, [one IN told WHERE one[1] AND
  // include: zone_branch
  | one[0]
] AS facts
