// Needs request. Gives firm and project (who raised it), team and office (who handles it); each the first by key, or null.
CALL (request) {
  OPTIONAL MATCH (request)-[:RAISED_BY]->(raiser:Enterprise)
  WITH raiser ORDER BY raiser.key
  RETURN head(collect(raiser)) AS firm
}
CALL (request) {
  OPTIONAL MATCH (request)-[:RAISED_BY]->(raiser:Project)
  WITH raiser ORDER BY raiser.key
  RETURN head(collect(raiser)) AS project
}
CALL (request) {
  OPTIONAL MATCH (request)-[:HANDLED_BY]->(handler:ServiceTeam)
  WITH handler ORDER BY handler.key
  RETURN head(collect(handler)) AS team
}
CALL (request) {
  OPTIONAL MATCH (request)-[:HANDLED_BY]->(handler:Department)
  WITH handler ORDER BY handler.key
  RETURN head(collect(handler)) AS office
}
