// Needs firm, day. Gives survey: its survey record on that day, or null.
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[surveyed:DESCRIBES]-(record:SurveyRecord)
  WHERE surveyed.since <= day < surveyed.until
  WITH record ORDER BY record.key
  RETURN head(collect(record)) AS survey
}
