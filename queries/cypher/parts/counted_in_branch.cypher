// Needs branch, day. Gives formal and probationary: how many members are counted (在册) at the firms the branch covers
// that day, all its firms together and each person once. Their membership is in the branch itself or in a holding branch
// of the zone.
WITH *, branch AS counting
CALL (counting, day) {
  MATCH (counting)-[covers:COVERS]->(:Enterprise)<-[works:WORKS_AT]-(member:Member)
  WHERE covers.since <= day < covers.until AND works.since <= day < works.until
  WITH DISTINCT counting, member, day
  MATCH (member)-[belongs:BELONGS_TO]->(branch:Branch)
  WHERE belongs.since <= day < belongs.until
  OPTIONAL MATCH (branch)<-[held:DESCRIBES]-(record:BranchRecord {formation: 'holding'})
  WHERE held.since <= day < held.until
  WITH counting, member, day, branch, record
  WHERE branch = counting
    OR (record IS NOT NULL
      AND
      // include: living
      AND
      // include: under_zone
    )
  WITH DISTINCT member, day
  // include: standing
  RETURN
    count(CASE standing WHEN 'formal' THEN 1 END) AS formal,
    count(CASE standing WHEN 'probationary' THEN 1 END) AS probationary
}
