// Needs branch, day. Gives pair and partner: each co-building pair of the branch whose two sides hold that day, with the
// branch on the other side, which is not dissolved.
MATCH (branch)<-[one:ORGAN_SIDE|ENTERPRISE_SIDE]-(pair:CoBuildingPair)-[two:ORGAN_SIDE|ENTERPRISE_SIDE]->(partner:Branch)
WHERE one.since <= day < one.until
  AND two.since <= day < two.until
  AND type(one) <> type(two)
  AND (partner.dissolved_on IS NULL OR day < partner.dissolved_on)
