// Needs member, day. A predicate: the member belongs to a living branch that counts for some firm the member works at:
// one that covers that firm, or a holding branch of the zone's committee.
EXISTS {
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
