// id: zone-figures
// title: {zh: 全区数字, en: Figures of the zone}
// tells: {zh: 上报口径的六个数字。, en: The six figures of the published account.}
// for: [staff, report]
// columns:
//   figure:
//     type: choice
//     label: {zh: 指标, en: Figure}
//     values:
//       own_branches: {zh: 单独党支部, en: Own branches}
//       joint_branches: {zh: 联合党支部, en: Joint branches}
//       instructors_and_joint_secretaries: {zh: 指导员和联合支部书记, en: Instructors and joint secretaries}
//       founded_this_year: {zh: 今年新建单独党支部, en: Own branches founded this year}
//       dissolved_this_year: {zh: 今年撤销单独党支部, en: Own branches dissolved this year}
//       firms_with_members_uncovered: {zh: 有党员未覆盖企业, en: "Firms with members, uncovered"}
//   value: {type: int, label: {zh: 数值, en: Value}}
// rules: [branch_kind, counted_membership, members_covered]

WITH $at AS asked
// include: zone_branches
CALL (asked, zone_branches) {
  // include: branch_figures
  UNION ALL
  // include: uncovered_figures
}
WITH line WHERE line.place IS NOT NULL
RETURN line.figure AS figure, line.value AS value
ORDER BY line.place
