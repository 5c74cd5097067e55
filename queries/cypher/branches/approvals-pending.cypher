// id: approvals-pending
// title: {zh: 审批逾期与未备案, en: Approvals pending}
// tells:
//   zh: 申请成立或撤销党组织超过规定时限仍未批复的，已等几天；另列已批复而未备案的。
//   en: Applications to found or dissolve a branch that are undecided beyond the time allowed, and for how many days; listed apart, those decided but not recorded.
// for: [staff]
// columns:
//   approval: {type: key, node: Approval, label: {zh: 审批编号, en: Approval}}
//   state:
//     type: choice
//     label: {zh: 状态, en: State}
//     values: {undecided: {zh: 逾期未批, en: Undecided too long}, unrecorded: {zh: 已批未备案, en: "Decided, not recorded"}}
//   matter:
//     type: choice
//     label: {zh: 事项, en: Matter}
//     values: {founding: {zh: 成立, en: Founding}, dissolving: {zh: 撤销, en: Dissolving}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   branch_name: {type: text, label: {zh: 党组织名称, en: "Branch's name"}}
//   applied_on: {type: date, label: {zh: 申请日期, en: Applied for on}}
//   approved_on: {type: date, label: {zh: 批复日期, en: Approved on}}
//   days: {type: int, unit: {zh: 天, en: days}, label: {zh: 已等天数, en: Days waited}}
//   decided_by: {type: key, node: Branch, label: {zh: 审批党委, en: Decided by}}
//   reason: {type: text, label: {zh: 事由, en: Reason}}
//   concerned: {type: keys, node: Enterprise, label: {zh: 所涉企业, en: Firms concerned}}
// about: {type: Branch, column: branch}
// hole: {state: undecided}
// rules: [approval_months]
// picture:
//   nodes: [approval, branch, decided_by, concerned]
//   edges: [OF, DECIDED_BY, CONCERNS]

MATCH (approval:Approval)
WITH approval, $at AS day, CASE WHEN approval.approved_on <= $at THEN approval.approved_on END AS decided_on
WITH *, CASE
  WHEN decided_on IS NULL AND approval.applied_on + duration({months: $rule_approval_months}) < day THEN 'undecided'
  WHEN decided_on IS NOT NULL AND coalesce(approval.recorded_on > day, true) THEN 'unrecorded'
END AS state
WHERE state IS NOT NULL
CALL (approval) {
  OPTIONAL MATCH (approval)-[:OF]->(branch:Branch)
  WITH branch ORDER BY branch.key
  RETURN head(collect(branch)) AS branch
}
CALL (approval) {
  OPTIONAL MATCH (approval)-[:DECIDED_BY]->(above:Branch)
  RETURN min(above.key) AS decided_by
}
CALL (approval) {
  OPTIONAL MATCH (approval)-[:CONCERNS]->(firm:Enterprise)
  WITH DISTINCT firm.key AS key ORDER BY key
  RETURN collect(key) AS concerned
}
RETURN approval.key AS approval, state, approval.matter AS matter, branch.key AS branch, branch.name AS branch_name,
  approval.applied_on AS applied_on, decided_on AS approved_on,
  duration.inDays(coalesce(decided_on, approval.applied_on), day).days AS days, decided_by, approval.reason AS reason,
  concerned
ORDER BY state, days DESC, approval
