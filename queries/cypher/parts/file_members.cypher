// Needs firm, day, formal, probationary. Gives a line for each number of members of the firm.
UNWIND [
  {place: 30, section: 'members', item: 'formal', value: toString(formal)},
  {place: 31, section: 'members', item: 'probationary', value: toString(probationary)}
] AS line
RETURN line
UNION ALL
OPTIONAL CALL (firm, day) {
  MATCH (firm)<-[works:WORKS_AT]-(member:Member) WHERE works.since <= day < works.until
  WITH DISTINCT member, day
  WHERE NOT
    // include: counted_somewhere
  // include: standing
  WITH member WHERE standing <> 'stopped'
  RETURN member
}
WITH count(member) AS elsewhere
RETURN {place: 32, section: 'members', item: 'elsewhere', value: toString(elsewhere)} AS line
