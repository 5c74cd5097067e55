// Needs branch, day. A predicate: a lasting branch of the enterprise side that is the zone's own to count.
// Left out: branches of another committee (where the zone names its own), those that cover only firms outside the
// scope (a state-owned firm's committee), and committees that cover no firm but have branches under them.
branch.side = 'enterprise'
AND
// include: living
AND
// include: standing_formation
AND (size($rule_zone_committee) = 0 OR
  // include: under_zone
)
AND (
  EXISTS {
    MATCH (branch)-[cover:COVERS]->(host:Enterprise)
    WHERE cover.since <= day < cover.until
      AND coalesce(host.ownership, 'private') IN $rule_scope_ownerships
      AND NOT left(coalesce(host.uscc, ''), 2) IN $rule_outside_codes
  }
  OR NOT EXISTS {
    MATCH (branch)-[held:COVERS|UNDER]-(:Enterprise|Branch)
    WHERE held.since <= day < held.until AND (held:COVERS OR endNode(held) = branch)
  }
)
