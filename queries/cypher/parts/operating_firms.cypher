// Needs asked (a date). Gives firm and day (that date): every firm in scope that its survey record calls operating.
// It starts from survey records, so the thousands of firms that only a registry names are never touched.
MATCH (survey:SurveyRecord)-[surveyed:DESCRIBES]->(firm:Enterprise)
WHERE surveyed.since <= asked < surveyed.until
  AND survey.operating_state IN $rule_operating_states
  AND
  // include: scoped
WITH DISTINCT firm, asked AS day
