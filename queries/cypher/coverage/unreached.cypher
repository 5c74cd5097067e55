// id: unreached
// title: {zh: 无挂点干部, en: No assigned officer}
// tells: {zh: 没有在册党员、没有党组织，也没有挂点干部、指导员或群团组织联系的企业。, en: "Firms without counted members that no branch covers and no officer or mass organisation reaches."}
// for: [staff, planner]
// parameters:
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   department: {type: key, node: Department, label: {zh: 网格联系部门, en: Department of its cell}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true, first: true}
// verdict:
//   evidence: [operating_state, ownership, WORKS_AT, CONTACTS, INSTRUCTS, COVERS, OF/IN_GRID/RESPONSIBLE_FOR]
//   repairs:
//     - tells: {zh: "由网格联系部门选派一名挂点干部。", en: "Let the department of its grid cell assign a contact officer."}
// rules: [assigned_officer, work_coverage, counted_membership]
// picture:
//   nodes: [firm, department]
//   edges: []
//   ghosts: [{from: department, missing: Officer, to: firm, edge: CONTACTS, rule: assigned_officer}]

WITH $at AS asked
// include: uncovered_firms_of_area
// include: counted
WITH * WHERE formal + probationary = 0
  AND
  // include: unreached
// include: place
WITH * WHERE $area = '' OR $area IN areas
// include: responsible
RETURN firm.key AS firm, firm.name AS name, department, area, cell
ORDER BY area, cell, firm
