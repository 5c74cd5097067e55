// Needs owner (a branch, firm, pair or project), day. Gives branch: the owner itself, the organisation that covers the
// firm or the enterprise side of the pair; null where there is none.
CALL (owner, day) {
  OPTIONAL MATCH (owner)<-[covers:COVERS]-(branch:Branch {side: 'enterprise'})
  WHERE covers.since <= day < covers.until
    AND
    // include: living
    AND
    // include: standing_formation
  OPTIONAL MATCH (owner)-[paired:ENTERPRISE_SIDE]->(partner:Branch) WHERE paired.since <= day < paired.until
  WITH owner, coalesce(branch, partner) AS found ORDER BY found.key
  WITH owner, head(collect(found)) AS found
  RETURN CASE WHEN owner:Branch THEN owner ELSE found END AS branch
}
