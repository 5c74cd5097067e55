// id: month-figures
// title: {zh: 月度定稿数字, en: "The month's figures"}
// tells: {zh: 月度定稿所保留的十个数字：党组织、干部、未覆盖企业，安商小组与诉求。, en: "The ten figures that closing a month keeps - branches, officers, firms uncovered, service teams and requests."}
// for: [report]
// columns:
//   figure: {type: choice, values: PublishedFigure.figure, label: {zh: 指标, en: Figure}}
//   value: {type: int, label: {zh: 数值, en: Value}}
// rules: [branch_kind, counted_membership, members_covered, published_kept]

WITH $at AS asked
// include: zone_branches
CALL (asked, zone_branches) {
  // include: branch_figures
  UNION ALL
  // include: uncovered_figures
  UNION ALL
  // include: service_figures
}
WITH line WHERE line.place IS NOT NULL
RETURN line.figure AS figure, line.value AS value
ORDER BY line.place
