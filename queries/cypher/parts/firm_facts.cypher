// Needs firm, day. Gives facts: what is so of the firm on that day, as words: operating, covered, and the holes it has.
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[surveyed:DESCRIBES]-(survey:SurveyRecord)
  WHERE surveyed.since <= day < surveyed.until
  RETURN collect(survey.operating_state)[0] AS state
}
CALL (firm, day) {
  // include: organisation
  // include: branch_kind
  RETURN collect(kind) AS kinds
}
// include: counted
WITH *, state IN $rule_operating_states AS operating, size(kinds) > 0 AS covered
WITH *, operating AND NOT covered AS bare
WITH *, [
  ['operating', operating],
  ['covered', covered],
  ['qualified_unbuilt', bare AND formal >= $rule_own_members],
  ['members_uncovered', bare AND formal + probationary > 0],
  ['unreached', bare AND formal + probationary = 0 AND
    // include: unreached
  ],
  ['joint_qualified', operating AND covered AND NOT 'own' IN kinds AND formal >= $rule_own_members],
  ['stopped_with_branch', covered AND NOT operating AND state IS NOT NULL],
  ['never_surveyed',
    // include: unsurveyed
  ]
] AS told
WITH *, [one IN told WHERE one[1] | one[0]] AS facts
