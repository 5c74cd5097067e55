// id: meetings-missed
// title: {zh: 三会一课与主题党日未开, en: Meetings not held}
// tells:
//   zh: 本季度没有党员大会、本月没有支委会（设支委会的）或没有主题党日记录的党支部。本季度、本月未过完的只说尚未，过完才算缺；期间内新成立的不要求。
//   en: Branches of which no ledger tells a members' meeting this quarter, a committee meeting this month (where there is a committee), or a theme day this month. Before the period ends it is only not yet held; a branch founded within it owes none.
// for: [staff]
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   verdict:
//     type: choice
//     label: {zh: 判定, en: Verdict}
//     values: {breach: {zh: 有缺, en: Missed}, not_yet: {zh: 尚未（本期未完）, en: Not yet (period not over)}}
//   members_meeting:
//     type: choice
//     label: {zh: 本季度党员大会, en: "Members' meeting this quarter"}
//     values: {held: {zh: 已开, en: Held}, missed: {zh: 缺, en: Missed}, not_yet: {zh: 尚未, en: Not yet}, not_due: {zh: 不要求, en: Not due}}
//   committee_meeting:
//     type: choice
//     label: {zh: 本月支委会, en: Committee meeting this month}
//     values: {held: {zh: 已开, en: Held}, missed: {zh: 缺, en: Missed}, not_yet: {zh: 尚未, en: Not yet}, not_due: {zh: 不要求, en: Not due}}
//   theme_day:
//     type: choice
//     label: {zh: 本月主题党日, en: Theme day this month}
//     values: {held: {zh: 已开展, en: Held}, missed: {zh: 缺, en: Missed}, not_yet: {zh: 尚未, en: Not yet}, not_due: {zh: 不要求, en: Not due}}
//   last_members_meeting: {type: date, label: {zh: 上次党员大会, en: "Last members' meeting"}}
//   last_committee_meeting: {type: date, label: {zh: 上次支委会, en: Last committee meeting}}
//   last_theme_day: {type: date, label: {zh: 上次主题党日, en: Last theme day}}
// about: {type: Branch, column: branch, alone: true}
// hole: {verdict: breach}
// rules: [members_meeting_months, committee_meeting_months, theme_day_months]
// picture:
//   nodes: [branch]
//   edges: []
//   ghosts:
//     - {from: null, missing: Activity, to: branch, edge: OF, rule: members_meeting_months, where: {members_meeting: missed}}
//     - {from: null, missing: Activity, to: branch, edge: OF, rule: committee_meeting_months, where: {committee_meeting: missed}}
//     - {from: null, missing: Activity, to: branch, edge: OF, rule: theme_day_months, where: {theme_day: missed}}

WITH $at AS asked
// include: lasting_branches
// include: record
WITH branch, day, level WHERE level = 'branch'
// include: committee
CALL (branch, day) {
  OPTIONAL MATCH (branch)<-[:OF]-(activity:Activity) WHERE activity.held_on <= day
  RETURN
    max(CASE activity.category WHEN 'members_meeting' THEN activity.held_on END) AS last_members_meeting,
    max(CASE activity.category WHEN 'committee_meeting' THEN activity.held_on END) AS last_committee_meeting,
    max(CASE activity.category WHEN 'theme_day' THEN activity.held_on END) AS last_theme_day
}
CALL (branch, day, committee, last_members_meeting, last_committee_meeting, last_theme_day) {
  UNWIND [
    {item: 'members', months: $rule_members_meeting_months, latest: last_members_meeting, due: true},
    {item: 'committee', months: $rule_committee_meeting_months, latest: last_committee_meeting, due: committee > 0},
    {item: 'theme', months: $rule_theme_day_months, latest: last_theme_day, due: true}
  ] AS one
  // periods are counted from January: three months make the quarters
  WITH branch, day, one,
    date.truncate('year', day) + duration({months: one.months * ((day.month - 1) / one.months)}) AS begun
  WITH one.item AS item, CASE
    WHEN one.latest >= begun THEN 'held'
    WHEN NOT one.due OR coalesce(branch.founded_on >= begun, false) THEN 'not_due'
    WHEN day + duration({days: 1}) < begun + duration({months: one.months}) THEN 'not_yet'
    ELSE 'missed'
  END AS state
  RETURN max(CASE item WHEN 'members' THEN state END) AS members_meeting,
    max(CASE item WHEN 'committee' THEN state END) AS committee_meeting,
    max(CASE item WHEN 'theme' THEN state END) AS theme_day,
    collect(state) AS states
}
WITH *, CASE WHEN 'missed' IN states THEN 'breach' WHEN 'not_yet' IN states THEN 'not_yet' END AS verdict
WHERE verdict IS NOT NULL
RETURN branch.key AS branch, branch.name AS name, verdict, members_meeting, committee_meeting, theme_day,
  last_members_meeting, last_committee_meeting, last_theme_day
ORDER BY verdict, size([state IN states WHERE state = 'missed']) DESC, branch
