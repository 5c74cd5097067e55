// Needs firm, day. Gives staff: how many its survey record says that day, or null.
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[noted:DESCRIBES]-(record:SurveyRecord) WHERE noted.since <= day < noted.until
  RETURN max(record.staff) AS staff
}
