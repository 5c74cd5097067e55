// Needs firm, day. A predicate: the firm is in scope and its survey record of that day calls it operating.
EXISTS {
  MATCH (firm)<-[surveyed:DESCRIBES]-(survey:SurveyRecord)
  WHERE surveyed.since <= day < surveyed.until AND survey.operating_state IN $rule_operating_states
}
AND
// include: scoped
