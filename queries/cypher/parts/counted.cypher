// Needs firm, day. Gives formal and probationary: how many members are counted (在册) at the firm, by standing.
// Counted: works there, and belongs to a living branch that covers the firm or to a holding branch of the zone.
CALL (firm, day) {
  MATCH (firm)<-[works:WORKS_AT]-(member:Member)-[belongs:BELONGS_TO]->(branch:Branch)
  WHERE works.since <= day < works.until
    AND belongs.since <= day < belongs.until
    AND
    // include: living
  OPTIONAL MATCH (branch)<-[noted:DESCRIBES]-(record:BranchRecord)
  WHERE noted.since <= day < noted.until
  WITH firm, day, member, branch, record.formation AS formation
  WHERE (
      NOT coalesce(formation, '') IN $rule_outside_formations
      AND EXISTS { MATCH (branch)-[covers:COVERS]->(firm) WHERE covers.since <= day < covers.until }
    )
    OR (formation = 'holding' AND
      // include: under_zone
    )
  WITH DISTINCT member, day
  // include: standing
  RETURN
    count(CASE standing WHEN 'formal' THEN 1 END) AS formal,
    count(CASE standing WHEN 'probationary' THEN 1 END) AS probationary
}
