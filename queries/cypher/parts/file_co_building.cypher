// Needs organisations, day. Gives a line for each living pair of the firm's organisations and its last activity, as an
// activity or as the ledger of pairs says, or one that says there is none.
OPTIONAL CALL (organisations, day) {
  UNWIND organisations AS one
  WITH one.branch AS branch, day
  MATCH (branch)<-[here:ENTERPRISE_SIDE]-(pair:CoBuildingPair)-[there:ORGAN_SIDE]->(partner:Branch)
  WHERE here.since <= day < here.until
    AND there.since <= day < there.until
    AND (partner.dissolved_on IS NULL OR day < partner.dissolved_on)
  RETURN DISTINCT pair, partner
}
RETURN {
  place: 70, section: 'co_building', item: 'pair', value: partner.name, since: pair.signed_on, branch: partner.key,
  pair: pair.key, word: CASE WHEN pair IS NULL THEN 'none' END
} AS line
UNION ALL
UNWIND organisations AS one
WITH one.branch AS branch, day
MATCH (branch)<-[here:ENTERPRISE_SIDE]-(pair:CoBuildingPair)-[there:ORGAN_SIDE]->(partner:Branch)
WHERE here.since <= day < here.until
  AND there.since <= day < there.until
  AND (partner.dissolved_on IS NULL OR day < partner.dissolved_on)
OPTIONAL MATCH (pair)<-[:OF]-(activity:Activity) WHERE activity.held_on <= day
WITH DISTINCT pair, activity, day ORDER BY activity.held_on DESC, activity.key DESC
WITH pair, head(collect(activity)) AS activity, day
WITH pair, activity, CASE
  WHEN pair.last_activity_on <= day AND coalesce(activity.held_on < pair.last_activity_on, true) THEN pair.last_activity_on
END AS later
RETURN {
  place: 71, section: 'co_building', item: 'activity', pair: pair.key, since: coalesce(later, activity.held_on),
  value: CASE WHEN later IS NULL THEN activity.title END,
  word: CASE WHEN coalesce(later, activity.held_on) IS NULL THEN 'none' END
} AS line
