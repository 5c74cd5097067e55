// Needs firm, day. Gives formal, probationary and unclear: how many members are counted (在册) at the firm, by standing;
// and of the last two who they are: probationers, and unclear_members (their keys).
CALL (firm, day) {
  // include: counted_members
  WITH member, standing ORDER BY member.key
  RETURN
    count(CASE standing WHEN 'formal' THEN 1 END) AS formal,
    count(CASE standing WHEN 'probationary' THEN 1 END) AS probationary,
    count(CASE standing WHEN 'unknown' THEN 1 END) AS unclear,
    collect(CASE standing WHEN 'probationary' THEN member END) AS probationers,
    collect(CASE standing WHEN 'unknown' THEN member.key END) AS unclear_members
}
