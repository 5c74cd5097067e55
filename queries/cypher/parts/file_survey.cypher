// Needs survey (the record of the day, or null), survey_told (what told_none gives) and organisations. Gives a line for each
// of the seven clears, none where it says 无, not_told where it is blank; why there is no organisation is asked only where
// there is none.
RETURN {
  place: 10, section: 'survey', item: 'surveyed', since: survey.since, word: CASE WHEN survey IS NULL THEN 'none' END
} AS line
UNION ALL
WITH survey WHERE survey IS NOT NULL
UNWIND [
  {place: 11, item: 'operation', word: survey.operating_state},
  {
    place: 12, item: 'turnover',
    value: toString(CASE survey.turnover WHEN toInteger(survey.turnover) THEN toInteger(survey.turnover) ELSE survey.turnover END)
  },
  {place: 13, item: 'above_scale', word: CASE survey.above_scale WHEN true THEN 'yes' WHEN false THEN 'no' END},
  {place: 14, item: 'staff', value: toString(survey.staff)},
  {
    place: 15, item: 'investor', slot: 'investor_name', person: survey.investor_name,
    word: CASE survey.investor_is_member WHEN true THEN 'member' WHEN false THEN 'not_member' END
  },
  {place: 16, item: 'reported_members', value: toString(survey.reported_members)},
  {place: 17, item: 'applicants', value: toString(survey.applicants)},
  {
    place: 18, item: 'reported_branch', since: survey.reported_founded_on,
    word: CASE survey.reported_has_branch WHEN true THEN 'yes' WHEN false THEN 'no' END
  },
  {place: 19, item: 'unbuilt_reason', slot: 'unbuilt_reason', value: survey.unbuilt_reason},
  {place: 20, item: 'needs', slot: 'needs', value: survey.needs}
] AS clear
WITH clear, coalesce(clear.slot, '') AS slot, survey_told AS told WHERE clear.item <> 'unbuilt_reason' OR size(organisations) = 0
WITH clear, coalesce(
  // include: said_none
  , false) AS none
RETURN clear {
  .place, .item, .value, .person, .since, section: 'survey',
  word: CASE
    WHEN coalesce(clear.value, clear.word, clear.person) IS NOT NULL THEN clear.word
    WHEN none THEN 'none'
    ELSE 'not_told'
  END
} AS line
