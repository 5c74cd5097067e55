// Needs officer, day. Gives contacts, instructs (both lists of firms, each once; who instructs a branch instructs the
// firms it covers) and firms (the two together), each in the order of the firms' keys.
CALL (officer, day) {
  OPTIONAL MATCH (officer)-[charge:CONTACTS]->(held:Enterprise) WHERE charge.since <= day < charge.until
  WITH DISTINCT held ORDER BY held.key
  RETURN collect(held) AS contacts
}
CALL (officer, day) {
  OPTIONAL CALL (officer, day) {
    MATCH (officer)-[charge:INSTRUCTS]->(held:Enterprise) WHERE charge.since <= day < charge.until
    RETURN held
    UNION
    MATCH (officer)-[charge:INSTRUCTS]->(branch:Branch)-[covers:COVERS]->(held:Enterprise)
    WHERE charge.since <= day < charge.until
      AND covers.since <= day < covers.until
      AND
      // include: living
    RETURN held
  }
  WITH held ORDER BY held.key
  RETURN collect(held) AS instructs
}
WITH *, contacts + [held IN instructs WHERE NOT held IN contacts] AS firms
