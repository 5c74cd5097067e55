// id: large-unbuilt
// title: {zh: 规模企业未建, en: "Large firms, unbuilt"}
// tells: {zh: 规模以上或职工人数达到标准而没有党组织的企业，及在册党员和填报的未建原因。, en: "Firms above scale or with many staff that no branch covers, with their counted members and the reason they gave."}
// for: [staff, planner]
// parameters:
//   staff: {type: int, default: {rule: large_staff}, minimum: 1, maximum: 1000000, unit: {zh: 人, en: people}, label: {zh: 职工不少于, en: Staff of at least}}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   staff: {type: int, label: {zh: 从业人员数, en: Staff}}
//   above_scale: {type: bool, label: {zh: 规模以上, en: Above scale}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   elsewhere: {type: int, label: {zh: 未转入党员, en: Members elsewhere}}
//   reason: {type: text, label: {zh: 填报未建原因, en: Reason as reported}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true}
// rules: [large_staff, counted_membership]
// picture:
//   nodes: [firm]
//   edges: []
//   ghosts: [{from: null, missing: Branch, to: firm, edge: COVERS, rule: large_staff}]

WITH $at AS asked
// include: uncovered_firms_of_area
// include: survey_at
WITH * WHERE survey.above_scale OR survey.staff >= $staff
// include: place
WITH * WHERE $area = '' OR $area IN areas
// include: counted
// include: elsewhere
RETURN firm.key AS firm, firm.name AS name, survey.staff AS staff, survey.above_scale AS above_scale,
  formal, probationary, size(elsewhere) AS elsewhere, survey.unbuilt_reason AS reason, area, cell
ORDER BY coalesce(staff, 0) DESC, firm
