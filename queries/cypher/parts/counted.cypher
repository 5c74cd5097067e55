// Needs firm, day. Gives formal, probationary and unclear: how many members are counted (在册) at the firm, by standing.
CALL (firm, day) {
  // include: counted_members
  RETURN
    count(CASE standing WHEN 'formal' THEN 1 END) AS formal,
    count(CASE standing WHEN 'probationary' THEN 1 END) AS probationary,
    count(CASE standing WHEN 'unknown' THEN 1 END) AS unclear
}
