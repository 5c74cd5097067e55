// Needs firm, day. Gives a row for each member counted (在册) at the firm: member and standing.
// Counted: works there, and belongs to a living branch that covers the firm or to a holding branch of the zone.
MATCH (firm)<-[works:WORKS_AT]-(member:Member)-[belongs:BELONGS_TO]->(branch:Branch)
WHERE works.since <= day < works.until
  AND belongs.since <= day < belongs.until
  AND
  // include: living
OPTIONAL MATCH (branch)<-[noted:DESCRIBES]-(record:BranchRecord)
WHERE noted.since <= day < noted.until
WITH firm, day, member, branch, record.formation AS formation
WHERE CASE
  WHEN NOT coalesce(formation, '') IN $rule_outside_formations
    AND EXISTS { MATCH (branch)-[covers:COVERS]->(firm) WHERE covers.since <= day < covers.until }
  THEN true
  ELSE formation = 'holding' AND
    // include: under_zone
END
WITH DISTINCT member, day
// include: standing
