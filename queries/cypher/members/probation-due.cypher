// id: probation-due
// title: {zh: 预备期满, en: Probation ends}
// tells:
//   zh: 预备期已满而没有转正的预备党员，和近期期满的预备党员；延长不超过一个预备期，再过仍未转正的单列。入党日期不明的排在最后。
//   en: Probationary members whose probation has ended and who are not confirmed, and those whose probation ends soon. It is extended by no more than its own length; who is past that is marked. Where the joining date is not known the member comes last.
// for: [staff]
// parameters:
//   months: {type: int, default: 2, minimum: 0, maximum: 12, unit: {zh: 个月, en: months}, label: {zh: 今后几个月内期满, en: Ends within}}
// columns:
//   member: {type: key, node: Member, label: {zh: 党员编号, en: Member}}
//   name: {type: text, private: name, label: {zh: 党员, en: Member's name}}
//   state:
//     type: choice
//     label: {zh: 状态, en: State}
//     values:
//       ended: {zh: 期满未转正, en: "Ended, not confirmed"}
//       soon: {zh: 即将期满, en: Ends soon}
//       unknown: {zh: 入党日期不明, en: Joining date not known}
//   joined_on: {type: date, label: {zh: 入党日期, en: Joined on}}
//   ends_on: {type: date, label: {zh: 预备期满, en: Probation ends on}}
//   days: {type: int, unit: {zh: 天, en: days}, label: {zh: 离期满还有(负数为已过), en: Days left (below zero - past)}}
//   over: {type: bool, label: {zh: 已超过可延长的期限, en: Past any extension}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   branch_name: {type: text, label: {zh: 所在党组织, en: Branch's name}}
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   firm_name: {type: text, label: {zh: 工作单位, en: Firm's name}}
// about: {type: Member, column: member}
// hole: {state: ended}
// rules: [probation_years]
// picture:
//   nodes: [member, branch, firm]
//   edges: [BELONGS_TO, WORKS_AT]

MATCH (noted_first:MemberRecord {standing: 'probationary'})-[told:DESCRIBES]->(member:Member)
WHERE told.since <= $at < told.until
WITH DISTINCT member, $at AS day
// include: standing
WITH * WHERE standing = 'probationary'
WITH member, day, member.joined_on + duration({years: $rule_probation_years}) AS ends_on
WITH *,
  CASE
    WHEN ends_on IS NULL THEN 'unknown'
    WHEN ends_on <= day THEN 'ended'
    ELSE 'soon'
  END AS state
WHERE ends_on IS NULL OR ends_on <= day + duration({months: $months})
CALL (member, day) {
  OPTIONAL MATCH (member)-[belongs:BELONGS_TO]->(branch:Branch) WHERE belongs.since <= day < belongs.until
  WITH branch ORDER BY belongs.since DESC, branch.key
  RETURN head(collect(branch)) AS home
}
CALL (member, day) {
  OPTIONAL MATCH (member)-[works:WORKS_AT]->(employer:Enterprise) WHERE works.since <= day < works.until
  WITH employer ORDER BY works.since DESC, employer.key
  RETURN head(collect(employer)) AS employer
}
RETURN member.key AS member, member.name AS name, state, member.joined_on AS joined_on, ends_on,
  duration.inDays(day, ends_on).days AS days,
  ends_on + duration({years: $rule_probation_years}) <= day AS over, home.key AS branch, home.name AS branch_name,
  employer.key AS firm, employer.name AS firm_name
ORDER BY ends_on, member
