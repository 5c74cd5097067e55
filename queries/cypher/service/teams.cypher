// id: teams
// title: {zh: 安商服务小组, en: Service teams}
// tells: {zh: 每个安商服务小组：服务哪个片区、多少家企业，组长是谁、有几名组员、来自哪些部门。, en: "Each service team - the area and the firms it serves, who leads it, its officers and the departments they come from."}
// for: [staff, report]
// parameters:
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   team: {type: key, node: ServiceTeam, label: {zh: 小组编号, en: Service team}}
//   team_name: {type: text, label: {zh: 安商服务小组, en: Service team's name}}
//   area: {type: key, node: Area, label: {zh: 片区, en: Area}}
//   firms: {type: int, label: {zh: 服务企业, en: Firms}}
//   officers: {type: int, label: {zh: 干部, en: Officers}}
//   lead: {type: key, node: Officer, label: {zh: 组长编号, en: Lead}}
//   lead_name: {type: text, private: name, label: {zh: 组长, en: Lead's name}}
//   departments: {type: int, label: {zh: 来自部门, en: Departments}}
//   founded_on: {type: date, label: {zh: 组建日期, en: Founded on}}
//   members: {type: keys, node: Officer, label: {zh: 组员编号, en: Members}}
// rules: [request_due]
// picture:
//   nodes: [team, area, lead, members]
//   edges: [SERVES, LEADS, MEMBER_OF]

MATCH (team:ServiceTeam)
WITH team, $at AS day
WHERE team.founded_on IS NULL OR team.founded_on <= day
CALL (team, day) {
  OPTIONAL MATCH (team)-[serves:SERVES]->(served:Area) WHERE serves.since <= day < serves.until
  RETURN min(served.key) AS area
}
WITH * WHERE $area IN ['', area]
CALL (team, day) {
  OPTIONAL MATCH (team)-[serves:SERVES]->(served:Enterprise) WHERE serves.since <= day < serves.until
  RETURN count(DISTINCT served) AS firms
}
CALL (team, day) {
  OPTIONAL MATCH (team)<-[joined:MEMBER_OF|LEADS]-(person:Officer) WHERE joined.since <= day < joined.until
  OPTIONAL MATCH (person)-[serves_in:SERVES_IN]->(office:Department) WHERE serves_in.since <= day < serves_in.until
  WITH person, office, type(joined) = 'LEADS' AS leading ORDER BY person.key
  RETURN collect(DISTINCT person.key) AS members, count(DISTINCT office) AS departments,
    head(collect(CASE WHEN leading THEN person END)) AS leader
}
RETURN team.key AS team, team.name AS team_name, area, firms, size(members) AS officers, leader.key AS lead,
  leader.name AS lead_name, departments, team.founded_on AS founded_on, members
ORDER BY area, team
