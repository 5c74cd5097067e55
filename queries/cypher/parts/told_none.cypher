// Needs firm, day. Gives told: what survey ledgers state of the firm, latest first, a text for each row of the time in which
// they list it without a break. In them, what was filled with 无 stands as a slot without a value ("slot":"needs"}), and
// what was left blank does not stand at all: it takes nothing back (see said_none).
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[:STATES]-(row:LedgerRow)
  WHERE row.kind IN $rule_survey_ledgers AND row.state = 'accepted' AND row.as_of <= day
    AND NOT EXISTS {
      // include: followed_by
      AND NOT EXISTS { (firm)<-[:STATES]-(:LedgerRow {load: later.key, state: 'accepted'}) }
    }
  WITH row ORDER BY row.as_of DESC, row.load DESC
  RETURN collect(CASE WHEN row IS NOT NULL THEN coalesce(row.statements, '') END) AS told
}
