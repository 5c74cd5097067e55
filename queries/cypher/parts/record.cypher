// Needs branch, day. Gives record (the branch's record that day, or null) and level; a level not stated is a branch.
CALL (branch, day) {
  OPTIONAL MATCH (branch)<-[noted:DESCRIBES]-(record:BranchRecord)
  WHERE noted.since <= day < noted.until
  WITH record ORDER BY record.key
  RETURN head(collect(record)) AS record
}
WITH *, coalesce(record.level, 'branch') AS level
