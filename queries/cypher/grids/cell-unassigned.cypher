// id: cell-unassigned
// title: {zh: 网格无联系部门, en: Cells without a department}
// tells: {zh: 没有部门联系的网格，及其中的企业数。, en: "Grid cells no department answers for, with the firms in each."}
// for: [staff]
// columns:
//   cell: {type: key, node: GridCell, label: {zh: 网格编码, en: Cell}}
//   name: {type: text, label: {zh: 网格名称, en: Name}}
//   area: {type: key, node: Area, label: {zh: 片区, en: Area}}
//   firms: {type: int, label: {zh: 网格内企业数, en: Firms in it}}
// about: {type: GridCell, column: cell, first: true}
// verdict:
//   evidence: [RESPONSIBLE_FOR, PART_OF]
//   repairs:
//     - tells: {zh: "为该网格明确一个联系部门。", en: "Name a department to answer for this cell."}
// rules: [cell_department]
// picture:
//   nodes: [cell, area]
//   edges: [PART_OF]
//   ghosts: [{from: null, missing: Department, to: cell, edge: RESPONSIBLE_FOR, rule: cell_department}]

MATCH (grid:GridCell)
WHERE NOT EXISTS {
  MATCH (grid)<-[answers:RESPONSIBLE_FOR]-(:Department) WHERE answers.since <= $at < answers.until
}
CALL (grid) {
  OPTIONAL MATCH (grid)-[inside:PART_OF]->(zone_area:Area) WHERE inside.since <= $at < inside.until
  RETURN min(zone_area.key) AS area
}
CALL (grid) {
  OPTIONAL MATCH (grid)<-[gridded:IN_GRID]-(:Site)-[located:OF]->(firm:Enterprise)
  WHERE gridded.since <= $at < gridded.until AND located.since <= $at < located.until
  RETURN count(DISTINCT firm) AS firms
}
RETURN grid.key AS cell, grid.name AS name, area, firms
ORDER BY firms DESC, cell
