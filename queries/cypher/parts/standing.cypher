// Needs member, day. Gives standing that day: formal, probationary, or what else the record says.
// A confirmation date that has come makes a probationary member formal; who has stopped is neither.
CALL (member, day) {
  OPTIONAL MATCH (member)<-[noted:DESCRIBES]-(record:MemberRecord)
  WHERE noted.since <= day < noted.until
  WITH member, day, collect(record.standing)[0] AS stated
  RETURN CASE
    WHEN stated = 'stopped' THEN 'stopped'
    WHEN stated = 'formal' OR member.confirmed_on <= day THEN 'formal'
    ELSE coalesce(stated, 'unknown')
  END AS standing
}
