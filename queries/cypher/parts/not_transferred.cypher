// Needs member, day. A predicate: the member is counted (在册) at no firm that day (未转入).
NOT EXISTS {
  MATCH (member)-[belongs:BELONGS_TO]->(branch:Branch)
  WHERE belongs.since <= day < belongs.until
    AND
    // include: living
    AND (
      EXISTS {
        MATCH (branch)-[covers:COVERS]->(:Enterprise)<-[there:WORKS_AT]-(member)
        WHERE covers.since <= day < covers.until
          AND there.since <= day < there.until
          AND
          // include: standing_formation
      }
      OR (
        EXISTS {
          MATCH (branch)<-[held:DESCRIBES]-(:BranchRecord {formation: 'holding'})
          WHERE held.since <= day < held.until
        }
        AND
        // include: under_zone
      )
    )
}
