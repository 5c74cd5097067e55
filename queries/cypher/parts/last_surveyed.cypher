// Needs firm, day. Gives last_surveyed: the date of the latest survey ledger up to that day that states the firm, or null.
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[:STATES]-(row:LedgerRow)
  WHERE row.kind IN $rule_survey_ledgers AND row.state = 'accepted' AND row.as_of <= day
  RETURN max(row.as_of) AS last_surveyed
}
