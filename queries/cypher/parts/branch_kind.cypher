// Needs branch, day. Gives firms (how many it covers that day), groups (their groups' keys) and kind, own or joint:
// what it covers decides; only a branch that covers none is what its record declares.
CALL (branch, day) {
  OPTIONAL MATCH (branch)-[covers:COVERS]->(covered:Enterprise)
  WHERE covers.since <= day < covers.until
  WITH DISTINCT branch, day, covered
  // include: group
  WITH branch, day, count(covered) AS firms, collect(DISTINCT group) AS groups
  OPTIONAL MATCH (branch)<-[noted:DESCRIBES]-(record:BranchRecord)
  WHERE noted.since <= day < noted.until
  WITH firms, groups, collect(record.formation)[0] AS declared
  RETURN firms, groups,
    CASE
      WHEN firms = 0 AND declared = 'joint' THEN 'joint'
      WHEN size(groups) > 1 THEN 'joint'
      ELSE 'own'
    END AS kind
}
