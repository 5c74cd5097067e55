// Needs pair, day. Gives last_activity (the latest day of an activity of the pair up to then, as an activity or as its
// ledger says), activities (so many in the half-year of that day), meetings (joint ones in its year) and quiet_since (the
// last activity, else the day it was signed or began).
CALL (pair, day) {
  // include: half_year
  OPTIONAL MATCH (pair)<-[:OF]-(activity:Activity) WHERE activity.held_on <= day
  WITH pair, day, half_start, collect(activity) AS held
  WITH *, [a IN held | a.held_on] AS days
  WITH *, CASE
    WHEN pair.last_activity_on <= day AND NOT pair.last_activity_on IN days THEN days + [pair.last_activity_on]
    ELSE days
  END AS all_days
  CALL (all_days) {
    UNWIND all_days AS on_day
    RETURN max(on_day) AS last_activity
  }
  CALL (pair) {
    OPTIONAL MATCH (pair)-[begun:ORGAN_SIDE|ENTERPRISE_SIDE]->(:Branch)
    RETURN min(begun.since) AS began
  }
  RETURN last_activity,
    size([on_day IN all_days WHERE on_day >= half_start]) AS activities,
    size([a IN held WHERE a.held_on >= date.truncate('year', day)
      AND any(word IN $rule_joint_meeting_titles WHERE a.title CONTAINS word)]) AS meetings,
    coalesce(last_activity, pair.signed_on, began) AS quiet_since
}
