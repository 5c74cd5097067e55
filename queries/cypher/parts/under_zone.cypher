// Needs branch, day. A predicate: the branch stands under the zone's committee on that day.
// Where the zone does not name its committee, any branch counts as one that has firm-covering branches right under it.
EXISTS {
  MATCH chain = (branch)-[:UNDER*1..5]->(committee:Branch)
  WHERE all(step IN relationships(chain) WHERE step.since <= day < step.until)
    AND (
      committee.key IN $rule_zone_committee
      OR committee.name IN $rule_zone_committee
      OR (
        size($rule_zone_committee) = 0
        AND EXISTS {
          MATCH (committee)<-[beside:UNDER]-(:Branch {side: 'enterprise'})-[covering:COVERS]->(:Enterprise)
          WHERE beside.since <= day < beside.until AND covering.since <= day < covering.until
        }
      )
    )
}
