// id: no-applicants
// title: {zh: 无党员无申请人, en: No members and no applicants}
// tells:
//   zh: 职工达到一定人数、没有党员在企业工作、也没有入党申请人的企业；填报为没有的与没有填报的分开。
//   en: Firms of some size where no member works and nobody has applied; those that said there is none are told apart from those that said nothing.
// for: [staff, planner]
// parameters:
//   staff: {type: int, default: {rule: seed_staff}, minimum: 1, maximum: 1000000, unit: {zh: 人, en: people}, label: {zh: 职工不少于, en: Staff of at least}}
//   list:
//     type: choice
//     default: all
//     label: {zh: 名单, en: List}
//     values: {all: {zh: 全部, en: All}, none: {zh: 填报没有申请人, en: Said to be none}, unknown: {zh: 未填报, en: Not stated}}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   staff: {type: int, label: {zh: 从业人员数, en: Staff}}
//   applicants:
//     type: choice
//     label: {zh: 入党申请人, en: Applicants}
//     values: {none: {zh: 没有, en: None}, unknown: {zh: 未填报, en: Not stated}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true}
// hole: {applicants: none}
// rules: [seed_staff]
// picture:
//   nodes: [firm]
//   edges: []
//   ghosts: [{from: null, missing: Member, to: firm, edge: WORKS_AT, rule: seed_staff}]

WITH $at AS asked
// include: operating_firms_of_area
// include: survey_at
WITH *, CASE WHEN survey.applicants IS NULL THEN 'unknown' ELSE 'none' END AS applicants
WHERE survey.staff >= $staff
  AND coalesce(survey.applicants, 0) + coalesce(survey.activists, 0) + coalesce(survey.prospects, 0) = 0
  AND $list IN ['all', applicants]
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[works:WORKS_AT]-(member:Member) WHERE works.since <= day < works.until
  // include: standing
  RETURN count(CASE WHEN standing <> 'stopped' THEN member END) AS members
}
WITH * WHERE members = 0
// include: place
WITH * WHERE $area = '' OR $area IN areas
RETURN firm.key AS firm, firm.name AS name, survey.staff AS staff, applicants, area, cell
ORDER BY staff DESC, firm
