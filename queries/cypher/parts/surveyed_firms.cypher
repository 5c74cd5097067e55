// Needs asked (a date). Gives firm and day (that date): every private firm with a survey record that day, whatever it says.
MATCH (survey:SurveyRecord)-[surveyed:DESCRIBES]->(firm:Enterprise)
WHERE surveyed.since <= asked < surveyed.until
  AND
  // include: scoped
WITH DISTINCT firm, asked AS day
