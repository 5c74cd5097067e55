// Needs firm, day. Gives branch: each organisation of the firm, a living, lasting enterprise branch that covers it.
MATCH (firm)<-[covers:COVERS]-(branch:Branch {side: 'enterprise'})
WHERE covers.since <= day < covers.until
  AND
  // include: living
  AND
  // include: standing_formation
