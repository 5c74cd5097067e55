// id: requests-overdue
// title: {zh: 诉求超期未销号, en: Requests overdue}
// tells: {zh: 过了办结期限而到这一天还没有销号的诉求：超了几天、由哪个安商服务小组办理。, en: "Requests past their due date and not closed at the day - how many days over, and which service team handles them."}
// for: [staff, planner, report]
// parameters:
//   team: {type: key, node: ServiceTeam, default: "", label: {zh: 安商服务小组, en: Service team}}
// columns:
//   request: {type: key, node: ServiceRequest, label: {zh: 诉求编号, en: Request}}
//   title: {type: text, label: {zh: 诉求内容, en: Request}}
//   category: {type: text, label: {zh: 类别, en: Category}}
//   raised_on: {type: date, label: {zh: 提出日期, en: Raised on}}
//   due_on: {type: date, label: {zh: 办结期限, en: Due on}}
//   days: {type: int, unit: {zh: 天, en: days}, label: {zh: 超期, en: Overdue by}}
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   firm_name: {type: text, label: {zh: 提出企业, en: Firm's name}}
//   project: {type: key, node: Project, label: {zh: 项目编号, en: Project}}
//   project_name: {type: text, label: {zh: 提出项目, en: Project's name}}
//   team: {type: key, node: ServiceTeam, label: {zh: 小组编号, en: Service team}}
//   team_name: {type: text, label: {zh: 安商服务小组, en: Service team's name}}
//   department: {type: key, node: Department, label: {zh: 责任部门, en: Department}}
// about: {type: ServiceRequest, column: request}
// rules: [request_due]
// picture:
//   nodes: [request, firm, project, team, department]
//   edges: [RAISED_BY, HANDLED_BY]

MATCH (request:ServiceRequest)
WITH request, $at AS day
WHERE request.due_on < day
  AND
  // include: open_request
// include: request_ends
WITH * WHERE $team IN ['', team.key]
RETURN request.key AS request, request.title AS title, request.category AS category, request.raised_on AS raised_on,
  request.due_on AS due_on, duration.inDays(request.due_on, day).days AS days, firm.key AS firm, firm.name AS firm_name,
  project.key AS project, project.name AS project_name, team.key AS team, team.name AS team_name, office.key AS department
ORDER BY due_on, request
