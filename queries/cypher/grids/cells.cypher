// id: cells
// title: {zh: 网格一览, en: Grid cells}
// tells:
//   zh: 每个网格属于哪个片区和乡办、由哪个部门联系，有多少家正常经营的企业、其中已有党组织的、由干部或群团联系的、仍是空白点的。
//   en: Each grid cell with its area, township and department, how many operating firms it has, and of these how many have an organisation, are reached by an officer or mass organisation, or are still holes.
// for: [staff, report]
// parameters:
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
//   department: {type: key, node: Department, default: "", label: {zh: 联系部门, en: Department}}
// columns:
//   cell: {type: key, node: GridCell, label: {zh: 网格编码, en: Cell}}
//   name: {type: text, label: {zh: 网格名称, en: Name}}
//   area: {type: key, node: Area, label: {zh: 片区, en: Area}}
//   township: {type: key, node: Township, label: {zh: 乡办, en: Township}}
//   department: {type: key, node: Department, label: {zh: 联系部门, en: Department}}
//   firms: {type: int, label: {zh: 企业, en: Firms}}
//   covered: {type: int, label: {zh: 组织覆盖, en: Covered}}
//   reached: {type: int, label: {zh: 工作覆盖(名义), en: Reached (assigned)}}
//   holes: {type: int, label: {zh: 空白点企业, en: Firms that are holes}}
//   hole_firms: {type: keys, node: Enterprise, label: {zh: 空白点企业代码, en: Hole firms}}
// rules: [cell_department, counted_membership, members_covered, work_coverage]
// picture:
//   nodes: [cell, area, township, department, hole_firms]
//   edges: [PART_OF, IN, RESPONSIBLE_FOR]

MATCH (grid:GridCell)
WITH grid, $at AS day
CALL (grid, day) {
  OPTIONAL MATCH (grid)-[inside:PART_OF]->(zone_area:Area) WHERE inside.since <= day < inside.until
  RETURN min(zone_area.key) AS area
}
CALL (grid, day) {
  OPTIONAL MATCH (grid)-[within:IN]->(office:Township) WHERE within.since <= day < within.until
  RETURN min(office.key) AS township
}
CALL (grid, day) {
  OPTIONAL MATCH (grid)<-[answers:RESPONSIBLE_FOR]-(office:Department) WHERE answers.since <= day < answers.until
  RETURN min(office.key) AS department
}
WITH * WHERE $area IN ['', area] AND $department IN ['', department]
CALL (grid, day) {
  OPTIONAL CALL (grid, day) {
    MATCH (grid)<-[placed:IN_GRID]-(:Site)-[owned:OF]->(firm:Enterprise)
    WHERE placed.since <= day < placed.until
      AND owned.since <= day < owned.until
      AND
      // include: operating
    WITH DISTINCT firm, day
    // include: firm_holes
    RETURN firm, covered, holes, NOT covered AND NOT (
      // include: unreached
    ) AS reached
    ORDER BY firm.key
  }
  RETURN count(firm) AS firms, count(CASE WHEN covered THEN 1 END) AS covered,
    count(CASE WHEN reached THEN 1 END) AS reached,
    collect(CASE WHEN size(holes) > 0 THEN firm.key END) AS hole_firms
}
RETURN grid.key AS cell, grid.name AS name, area, township, department, firms, covered, reached,
  size(hole_firms) AS holes, hole_firms
ORDER BY area, cell
