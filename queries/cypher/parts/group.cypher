// Needs covered, day. Gives group: the key of the firm at the head of its group on that day, or its own key.
CALL (covered, day) {
  OPTIONAL MATCH chain = (covered)-[:PART_OF*1..5]->(head:Enterprise)
  WHERE all(step IN relationships(chain) WHERE step.since <= day < step.until)
    AND NOT EXISTS { MATCH (head)-[above:PART_OF]->(:Enterprise) WHERE above.since <= day < above.until }
  WITH covered, min(head.key) AS head_key
  RETURN coalesce(head_key, covered.key) AS group
}
