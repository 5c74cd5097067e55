// Needs branch, day. A predicate: the branch is one that pairs up, of either side: living, lasting, of a level that pairs
// and, on the enterprise side, the zone's own.
(
  (branch.side = 'organ' AND
    // include: living
    AND
    // include: standing_formation
  )
  OR (
    // include: zone_branch
  )
)
AND NOT EXISTS {
  MATCH (branch)<-[levelled:DESCRIBES]-(level_record:BranchRecord)
  WHERE levelled.since <= day < levelled.until AND NOT level_record.level IN $rule_pairing_levels
}
