// Needs firm, day. Gives told: the statements of the firm's latest survey ledger, as text. In them, what was filled with
// 无 stands as a slot without a value ("slot":"needs"}), and what was left blank does not stand at all.
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[:STATES]-(row:LedgerRow)
  WHERE row.kind IN $rule_survey_ledgers AND row.state = 'accepted' AND row.as_of <= day
  WITH row.as_of AS as_of, collect(row.statements) AS texts
  ORDER BY as_of DESC
  WITH head(collect(texts)) AS texts
  RETURN reduce(joined = '', text IN texts | joined + text) AS told
}
