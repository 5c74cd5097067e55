// id: branches-listed
// title: {zh: 党组织名单, en: Branches listed}
// tells:
//   zh: 全区数字背后的名单：截至所选日期的党组织，或今年以来新建（含拆分单建）、撤销的党组织；单独在前，联合在后。撤销的列出撤销前一天的情况。
//   en: The list behind the figures of the zone - its branches at the date, or those founded (splits count) or dissolved this year so far; own ones first, joint ones after. A dissolved branch is shown as on its last day.
// for: [staff, report]
// parameters:
//   list:
//     type: choice
//     default: standing
//     label: {zh: 名单, en: List}
//     values:
//       standing: {zh: 现有党组织, en: Standing}
//       founded_this_year: {zh: 今年新建, en: Founded this year}
//       dissolved_this_year: {zh: 今年撤销, en: Dissolved this year}
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   kind:
//     type: choice
//     label: {zh: 组建形式, en: Formation}
//     values: {own: {zh: 单独党支部, en: Own branch}, joint: {zh: 联合党支部, en: Joint branch}}
//   level:
//     type: choice
//     label: {zh: 级别, en: Level}
//     values: {branch: {zh: 党支部, en: Branch}, general_branch: {zh: 党总支, en: General branch}, committee: {zh: 党委, en: Committee}}
//   founded_on: {type: date, label: {zh: 成立日期, en: Founded on}}
//   dissolved_on: {type: date, label: {zh: 撤销日期, en: Dissolved on}}
//   dissolved_why: {type: text, label: {zh: 撤销理由, en: Why dissolved}}
//   firms: {type: int, label: {zh: 覆盖企业数, en: Firms covered}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   covered: {type: keys, node: Enterprise, label: {zh: 覆盖企业, en: Firms}}
// rules: [branch_kind, counted_membership]
// picture:
//   nodes: [branch, covered]
//   edges: [COVERS]

WITH $at AS asked
MATCH (branch:Branch)
WHERE CASE $list
  WHEN 'founded_this_year' THEN branch.founded_on.year = asked.year AND branch.founded_on <= asked
  WHEN 'dissolved_this_year' THEN branch.dissolved_on.year = asked.year AND branch.dissolved_on <= asked
  ELSE true
END
// After its end a branch covers nothing: one that ended by then is judged on its last day, as the figures do.
WITH branch, CASE
  WHEN $list <> 'standing' AND branch.dissolved_on <= asked THEN branch.dissolved_on - duration({days: 1})
  ELSE asked
END AS day
WHERE
  // include: zone_branch
// include: branch_kind
// include: record
// include: counted_in_branch
CALL (branch, day) {
  OPTIONAL MATCH (branch)-[covers:COVERS]->(firm:Enterprise) WHERE covers.since <= day < covers.until
  WITH DISTINCT firm.key AS key ORDER BY key
  RETURN collect(key) AS covered
}
RETURN branch.key AS branch, branch.name AS name, kind, level, branch.founded_on AS founded_on,
  CASE WHEN branch.dissolved_on <= $at THEN branch.dissolved_on END AS dissolved_on,
  CASE WHEN branch.dissolved_on <= $at THEN branch.dissolved_why END AS dissolved_why,
  firms, formal, probationary, covered
ORDER BY kind DESC, branch
