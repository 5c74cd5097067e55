// id: requests-by-team
// title: {zh: 各小组诉求办理, en: Requests by team}
// tells:
//   zh: 每个安商服务小组到这一天收集的诉求、已销号、正常推进和超期的件数，未销号的最长和中位天数。没有交给小组的合为一行；各行之和就是全区的数。
//   en: Of each service team the requests raised up to the day, closed, in progress and overdue, and how long the open ones have waited - the oldest and the median. Requests without a team share a row; the rows add up to the zone.
// for: [staff, planner, report]
// parameters:
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   team: {type: key, node: ServiceTeam, label: {zh: 小组编号, en: Service team}}
//   team_name: {type: text, label: {zh: 安商服务小组, en: Service team's name}}
//   area: {type: key, node: Area, label: {zh: 片区, en: Area}}
//   raised: {type: int, label: {zh: 收集诉求, en: Raised}}
//   closed: {type: int, label: {zh: 已销号, en: Closed}}
//   in_progress: {type: int, label: {zh: 正常推进, en: In progress}}
//   overdue: {type: int, label: {zh: 其中超期, en: Of these overdue}}
//   oldest: {type: int, unit: {zh: 天, en: days}, label: {zh: 未销号最长, en: Oldest open}}
//   median: {type: float, unit: {zh: 天, en: days}, label: {zh: 未销号中位, en: Median open}}
//   overdue_requests: {type: keys, node: ServiceRequest, label: {zh: 超期诉求编号, en: Overdue requests}}
// rules: [request_due]
// picture:
//   nodes: [team, area, overdue_requests]
//   edges: [SERVES, HANDLED_BY]

WITH $at AS day
CALL (day) {
  MATCH (team:ServiceTeam)
  WHERE team.founded_on IS NULL
    OR team.founded_on <= day
    OR EXISTS { MATCH (team)<-[:HANDLED_BY]-(early:ServiceRequest) WHERE early.raised_on <= day }
  RETURN team, null AS request
  UNION
  MATCH (request:ServiceRequest) WHERE request.raised_on <= day
  // include: request_ends
  RETURN team, request
}
WITH *, CASE WHEN
    // include: open_request
  THEN duration.inDays(request.raised_on, day).days
END AS age
ORDER BY request.due_on, request.key
WITH day, team, count(request) AS raised, count(age) AS in_progress,
  count(CASE WHEN request.due_on < day AND age IS NOT NULL THEN 1 END) AS overdue,
  max(age) AS oldest, percentileCont(age, toFloat(1) / 2) AS median,
  collect(CASE WHEN request.due_on < day AND age IS NOT NULL THEN request.key END) AS overdue_requests
WHERE team IS NOT NULL OR raised > 0
CALL (team, day) {
  OPTIONAL MATCH (team)-[serves:SERVES]->(served:Area) WHERE serves.since <= day < serves.until
  RETURN min(served.key) AS area
}
WITH * WHERE $area IN ['', area]
RETURN team.key AS team, team.name AS team_name, area, raised, raised - in_progress AS closed, in_progress, overdue,
  oldest, median, overdue_requests
ORDER BY overdue DESC, in_progress DESC, team
