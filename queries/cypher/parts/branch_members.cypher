// Needs branch, day. Gives formal_members and probationary_members: who belongs to the branch that day, by standing.
CALL (branch, day) {
  OPTIONAL MATCH (branch)<-[in_branch:BELONGS_TO]-(member:Member) WHERE in_branch.since <= day < in_branch.until
  WITH DISTINCT member, day
  // include: standing
  RETURN count(CASE standing WHEN 'formal' THEN 1 END) AS formal_members,
    count(CASE standing WHEN 'probationary' THEN 1 END) AS probationary_members
}
