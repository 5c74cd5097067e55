// Needs firm, day, formal, operates, holes, organisations. Gives a line for each hole of the firm and each thing to adjust,
// or one that says that there is nothing.
UNWIND range(0, size(holes) - 1) AS rank
RETURN {place: 80, section: 'verdicts', item: 'hole', word: holes[rank], rank: rank} AS line
UNION ALL
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[told:DESCRIBES]-(record:SurveyRecord) WHERE told.since <= day < told.until
  RETURN head(collect(record.operating_state)) AS operating_state
}
WITH holes, [word IN [
  CASE WHEN size(organisations) > 0 AND none(one IN organisations WHERE one.kind = 'own')
    AND operates AND formal >= $rule_own_members THEN 'joint_qualified' END,
  CASE WHEN size(organisations) = 1 AND organisations[0].kind = 'own' AND organisations[0].firms = 1 AND operates
    AND formal < $rule_own_members THEN 'below_three' END,
  CASE WHEN size(organisations) > 0 AND NOT operating_state IN $rule_operating_states THEN 'stopped_with_branch' END
] WHERE word IS NOT NULL] AS found
UNWIND CASE WHEN found + holes = [] THEN ['none'] ELSE found END AS word
RETURN {place: 81, section: 'verdicts', word: word,
  item: CASE word WHEN 'none' THEN 'nothing' ELSE 'to_adjust' END} AS line
