// id: funding-by-branch
// title: {zh: 党组织经费, en: Funding by branch}
// tells:
//   zh: 各党组织分年度、分来源的经费笔数和金额；给联建项目的助力另列。企业名下的归入覆盖它的党组织，结对名下的归入企业一方。
//   en: Sums and amounts of funding by branch, year and source; gifts to joint projects are listed apart. A firm's funding counts for the branch that covers it, a pair's for its enterprise side.
// for: [staff, report]
// parameters:
//   year: {type: int, default: 0, minimum: 0, maximum: 9999, label: {zh: 年度（0 为全部）, en: Year (0 for all)}}
// columns:
//   list:
//     type: choice
//     label: {zh: 类别, en: List}
//     values: {branch: {zh: 党组织经费, en: Funding of branches}, project: {zh: 联建项目助力, en: Gifts to joint projects}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   project: {type: key, node: CoBuildingProject, label: {zh: 联建项目, en: Joint project}}
//   name: {type: text, label: {zh: 受款方, en: Receiver}}
//   year: {type: int, label: {zh: 年度, en: Year}}
//   source:
//     type: choice
//     label: {zh: 来源, en: Source}
//     values:
//       pretax: {zh: 税前列支, en: Deducted before tax}
//       dues: {zh: 党费返还, en: Dues returned}
//       fiscal: {zh: 财政支持, en: Public money}
//       gift: {zh: 企业助力, en: Gift of a firm}
//       other: {zh: 其他, en: Other}
//   payments: {type: int, label: {zh: 笔数, en: Payments}}
//   amount: {type: float, unit: {zh: 元, en: yuan}, label: {zh: 金额, en: Amount}}
//   last_paid_on: {type: date, label: {zh: 最近拨付日期, en: Last paid on}}
//   given_by: {type: keys, node: Enterprise, label: {zh: 出资企业, en: Given by}}
// rules: [funding_sources, dues_returned]
// picture:
//   nodes: [branch, project, given_by]
//   edges: [GIVEN_BY, COVERS, BUILT_BY]

MATCH (funding:Funding)-[of:OF]->(owner)
WHERE coalesce(funding.paid_on, of.since, $at) <= $at
WITH funding, owner, $at AS day, coalesce(funding.year, funding.paid_on.year, of.since.year) AS year
WHERE $year = 0 OR $year = year
// include: owner_branch
CALL (funding) {
  OPTIONAL MATCH (funding)-[:GIVEN_BY]->(giver:Enterprise)
  RETURN collect(giver.key) AS givers
}
WITH CASE WHEN owner:CoBuildingProject THEN 'project' ELSE 'branch' END AS list, branch,
  CASE WHEN branch IS NULL THEN owner ELSE branch END AS receiver, funding, year, givers
WITH list, branch, receiver, year, funding.source AS source, count(funding) AS payments, sum(funding.amount) AS amount,
  max(funding.paid_on) AS last_paid_on, collect(givers) AS givers
CALL (givers) {
  UNWIND givers AS some
  UNWIND some AS giver
  WITH DISTINCT giver ORDER BY giver
  RETURN collect(giver) AS given_by
}
RETURN list, branch.key AS branch, CASE list WHEN 'project' THEN receiver.key END AS project,
  coalesce(receiver.name, receiver.agreement, receiver.key) AS name, year, source, payments, amount, last_paid_on, given_by
ORDER BY list, branch, project, name, year DESC, source
