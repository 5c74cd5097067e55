// Needs branch, day. A predicate: the branch is a lasting one (not temporary, not mobile, not a holding branch).
NOT EXISTS {
  MATCH (branch)<-[noted:DESCRIBES]-(record:BranchRecord)
  WHERE noted.since <= day < noted.until AND record.formation IN $rule_outside_formations
}
