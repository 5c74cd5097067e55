// id: never-surveyed
// title: {zh: 未摸底, en: Never surveyed}
// tells:
//   zh: 在范围内而没有摸底的企业：本区台账提到过或有厂区，摸底台账里却没有，或有而七个清一项未填，或曾有而现已不在。只在登记名录里的企业不列。
//   en: Firms in scope without a survey - a ledger of the zone names them or they have a site, and no survey ledger states them, or it leaves all their clears blank, or it stated them once and no longer. Firms that only a registry names are not listed.
// for: [staff]
// parameters:
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   state:
//     type: choice
//     label: {zh: 情况, en: State}
//     values: {never: {zh: 从未摸底, en: Never surveyed}, blank: {zh: 在摸底台账而七个清未填, en: "In the survey, all clears blank"}, dropped: {zh: 已不在摸底台账, en: No longer in the survey}}
//   last_surveyed: {type: date, label: {zh: 最近摸底, en: Last surveyed}}
//   known_since: {type: date, label: {zh: 最早见于台账, en: First named on}}
//   ledger: {type: text, label: {zh: 最近提到它的台账, en: Latest ledger that names it}}
//   department: {type: key, node: Department, label: {zh: 网格联系部门, en: Department of its cell}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true, first: true}
// rules: [surveyed, survey_ledgers, registry_ledgers]
// picture:
//   nodes: [firm, department]
//   edges: []

WITH $at AS asked
// include: in_scope
// include: last_surveyed
WITH *, last_surveyed IS NULL OR NOT EXISTS {
  MATCH (firm)<-[surveyed:DESCRIBES]-(:SurveyRecord) WHERE surveyed.since <= day < surveyed.until
} AS bare
// what other ledgers tell of a firm stands in its record too, and is no survey
WITH *
WHERE bare
  OR EXISTS {
    MATCH (firm)<-[:STATES]-(row:LedgerRow)
    WHERE NOT row.kind IN $rule_survey_ledgers AND row.state = 'accepted' AND row.as_of <= day
  }
// include: told_none
WITH *
WHERE bare
  OR none(slot IN reduce(slots = [], clear IN $clears | slots + clear.properties) WHERE NOT coalesce(
    // include: said_none
    , true))
// include: place
WITH * WHERE $area = '' OR $area IN areas
// include: responsible
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[:STATES|NAMES]-(row:LedgerRow)
  WHERE row.state = 'accepted' AND row.as_of <= day AND NOT row.kind IN $rule_registry_ledgers
  WITH row ORDER BY row.as_of DESC, row.key
  RETURN min(row.as_of) AS known_since, head(collect(row.file)) AS ledger
}
RETURN firm.key AS firm, firm.name AS name,
  CASE
    WHEN last_surveyed IS NULL THEN 'never'
    WHEN told = [] THEN 'dropped'
    ELSE 'blank'
  END AS state,
  last_surveyed, known_since, ledger, department, area, cell
ORDER BY state DESC, known_since, firm
