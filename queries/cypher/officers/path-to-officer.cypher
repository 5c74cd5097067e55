// id: path-to-officer
// title: {zh: 企业到干部, en: From a firm to its officers}
// tells: {zh: 一家企业经厂区、网格、部门找到干部；直接挂点的干部和安商服务小组的干部一并列出。, en: "From a firm by site, grid cell and department to its officers; direct contacts and its service team's officers too."}
// for: [staff]
// parameters:
//   firm: {type: key, node: Enterprise, required: true, label: {zh: 企业, en: Firm}}
// columns:
//   via:
//     type: choice
//     label: {zh: 途径, en: By way of}
//     values: {contact: {zh: 挂点联系, en: Direct contact}, grid: {zh: 网格与部门, en: Grid and department}, team: {zh: 安商服务小组, en: Service team}}
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   site: {type: key, node: Site, label: {zh: 厂区, en: Site}}
//   cell: {type: key, node: GridCell, label: {zh: 网格, en: Grid cell}}
//   team: {type: key, node: ServiceTeam, label: {zh: 安商服务小组, en: Service team}}
//   department: {type: key, node: Department, label: {zh: 部门, en: Department}}
//   officer: {type: key, node: Officer, label: {zh: 干部编号, en: Officer}}
//   officer_name: {type: text, private: name, label: {zh: 干部, en: Officer's name}}
//   post: {type: text, label: {zh: 职务, en: Post}}
// rules: [cell_department, assigned_officer]
// picture:
//   nodes: [firm, site, cell, team, department, officer]
//   edges: [OF, IN_GRID, RESPONSIBLE_FOR, SERVES_IN, CONTACTS, SERVES, MEMBER_OF]

MATCH (start:Enterprise {key: $firm})
CALL (start) {
  MATCH (start)<-[contacts:CONTACTS]-(person:Officer) WHERE contacts.since <= $at < contacts.until
  OPTIONAL MATCH (person)-[serves_in:SERVES_IN]->(office:Department) WHERE serves_in.since <= $at < serves_in.until
  RETURN 1 AS rank, 'contact' AS via, null AS place, null AS grid, null AS squad, office, person
  UNION
  MATCH (start)<-[located:OF]-(place:Site)-[gridded:IN_GRID]->(grid:GridCell)
  WHERE located.since <= $at < located.until AND gridded.since <= $at < gridded.until
  OPTIONAL MATCH (grid)<-[answers:RESPONSIBLE_FOR]-(office:Department) WHERE answers.since <= $at < answers.until
  OPTIONAL MATCH (office)<-[serves_in:SERVES_IN]-(person:Officer) WHERE serves_in.since <= $at < serves_in.until
  RETURN 2 AS rank, 'grid' AS via, place, grid, null AS squad, office, person
  UNION
  MATCH (start)<-[serves:SERVES]-(squad:ServiceTeam) WHERE serves.since <= $at < serves.until
  MATCH (squad)<-[joined:MEMBER_OF]-(person:Officer) WHERE joined.since <= $at < joined.until
  OPTIONAL MATCH (person)-[serves_in:SERVES_IN]->(office:Department) WHERE serves_in.since <= $at < serves_in.until
  RETURN 3 AS rank, 'team' AS via, null AS place, null AS grid, squad, office, person
}
RETURN via, start.key AS firm, place.key AS site, grid.key AS cell, squad.key AS team, office.key AS department,
  person.key AS officer, person.name AS officer_name, person.post AS post
ORDER BY rank, site, cell, team, department, officer
