// Needs firm, day. A predicate: the firm has a site or a survey record that day, or a ledger of the zone has named it.
// A registry tells where a firm is registered only; the survey names others as heads of groups, who operate elsewhere.
(
  EXISTS { MATCH (firm)<-[located:OF]-(:Site) WHERE located.since <= day < located.until }
  OR EXISTS { MATCH (firm)<-[described:DESCRIBES]-(:SurveyRecord) WHERE described.since <= day < described.until }
  OR EXISTS {
    MATCH (firm)<-[said:STATES|NAMES]-(row:LedgerRow)
    WHERE row.state = 'accepted' AND row.as_of <= day AND NOT row.kind IN $rule_registry_ledgers
      AND (said:STATES OR NOT row.kind IN $rule_survey_ledgers)
  }
)
