// id: firm-ungridded
// title: {zh: 企业无网格, en: Firms without a cell}
// tells:
//   zh: 没有登记厂区的企业，和厂区没有落在任何网格里的企业；厂区有坐标的，给出中心最近的网格和距离供核对。
//   en: Firms without a known site, and firms with a site in no grid cell; where the site has a position, the cell with the nearest centre and its distance are given to check.
// for: [staff, planner]
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   firm_name: {type: text, label: {zh: 企业名称, en: Firm's name}}
//   state:
//     type: choice
//     label: {zh: 缺什么, en: What is missing}
//     values: {no_site: {zh: 没有厂区, en: No site}, no_cell: {zh: 厂区不在网格, en: Site in no cell}}
//   site: {type: key, node: Site, label: {zh: 厂区编号, en: Site}}
//   site_name: {type: text, label: {zh: 厂区地址, en: Address}}
//   nearest: {type: key, node: GridCell, label: {zh: 最近网格编码, en: Nearest cell}}
//   nearest_name: {type: text, label: {zh: 最近网格, en: Nearest cell's name}}
//   metres: {type: float, unit: {zh: 米, en: m}, label: {zh: 到网格中心, en: To its centre}}
// about: {type: Enterprise, column: firm, alone: true, first: true}
// rules: [gridded, near_radius]
// picture:
//   nodes: [firm, site, nearest]
//   edges: [OF]
//   ghosts:
//     - {from: null, missing: Site, to: firm, edge: OF, rule: gridded, where: {state: no_site}}
//     - {from: site, missing: GridCell, to: nearest, edge: IN_GRID, metres: metres, rule: gridded, where: {state: no_cell}}

WITH $at AS asked
// include: operating_firms
OPTIONAL MATCH (firm)<-[located:OF]-(site:Site) WHERE located.since <= day < located.until
WITH DISTINCT firm, day, site
WHERE NOT EXISTS { MATCH (site)-[gridded:IN_GRID]->(:GridCell) WHERE gridded.since <= day < gridded.until }
CALL (site) {
  OPTIONAL MATCH (grid:GridCell) WHERE point.distance(grid.centre, site.location) <= $rule_near_radius
  WITH grid, point.distance(grid.centre, site.location) AS metres ORDER BY metres, grid.key
  RETURN head(collect({cell: grid, metres: metres})) AS near
}
RETURN firm.key AS firm, firm.name AS firm_name, CASE WHEN site IS NULL THEN 'no_site' ELSE 'no_cell' END AS state,
  site.key AS site, site.address AS site_name, near.cell.key AS nearest, near.cell.name AS nearest_name,
  near.metres AS metres
ORDER BY state, firm, site
