// Needs asked (a date). Gives a row for each firm of the base: firm, day, staff, organisation and lines, one map for each
// rate: rate, place (its order), base ('in', 'unknown' where a fact is missing to tell, 'out'), reached (it is in the
// numerator).
// include: in_scope
// include: survey_at
WITH firm, day, survey.staff AS staff, survey.operating_state AS state
WITH firm, day, staff, CASE
  WHEN NOT state IN $rule_operating_states THEN 'out'
  WHEN $base = 'three_have' AND staff < $rule_three_have_staff THEN 'out'
  WHEN state IS NULL THEN 'unknown'
  WHEN $base = 'three_have' AND (staff IS NULL OR NOT EXISTS {
    MATCH (firm)<-[fixed:OF]-(:Site) WHERE fixed.since <= day < fixed.until
  }) THEN 'unknown'
  ELSE 'in'
END AS base
WHERE base <> 'out'
// include: organisations
// include: counted
WITH *, organisation IS NOT NULL AS covered,
  NOT (
    // include: unreached
  ) AS assigned,
  EXISTS {
    MATCH (firm)<-[contacts:CONTACTS]-(:Officer)<-[:BY]-(visit:Visit)-[:TO]->(firm)
    WHERE contacts.since <= day < contacts.until
      AND date.truncate('month', day + duration({days: 1})) - duration({months: $rule_contact_visit_months})
        <= visit.visited_on <= day
  } OR EXISTS {
    MATCH (firm)<-[instructs:INSTRUCTS]-(:Officer)<-[:BY]-(visit:Visit)-[:TO]->(firm)
    WHERE instructs.since <= day < instructs.until
      AND date.truncate('month', day + duration({days: 1})) - duration({months: $rule_instructor_visit_months})
        <= visit.visited_on <= day
  } AS visited,
  CASE
    WHEN formal >= $rule_own_members THEN base
    WHEN formal + unclear >= $rule_own_members THEN 'unknown'
    ELSE 'out'
  END AS should_build
WITH firm, day, staff, organisation, [
  {rate: 'organisation', place: 1, base: base, reached: covered},
  {rate: 'own', place: 2, base: base, reached: organisation_kind = 'own'},
  {rate: 'assigned', place: 3, base: base, reached: covered OR assigned},
  {rate: 'active', place: 4, base: base, reached: covered OR visited},
  {rate: 'should_build', place: 5, base: should_build, reached: covered}
] AS lines
