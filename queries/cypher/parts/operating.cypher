// Needs firm, day. A predicate: the firm is in scope and its survey record calls it operating that day.
coalesce(firm.ownership, 'private') IN $rule_scope_ownerships
AND NOT left(coalesce(firm.uscc, ''), 2) IN $rule_outside_codes
AND EXISTS {
  MATCH (firm)<-[surveyed:DESCRIBES]-(survey:SurveyRecord)
  WHERE surveyed.since <= day < surveyed.until AND survey.operating_state IN $rule_operating_states
}
