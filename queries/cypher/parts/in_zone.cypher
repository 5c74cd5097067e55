// Needs firm, day. A predicate: the firm has a site or a survey record that day, or a ledger of the zone has named it.
// A registry tells where a firm is registered only; who is named only as the head of a group operates elsewhere.
(
  EXISTS { MATCH (firm)<-[located:OF]-(:Site) WHERE located.since <= day < located.until }
  OR EXISTS { MATCH (firm)<-[described:DESCRIBES]-(:SurveyRecord) WHERE described.since <= day < described.until }
  OR (
    NOT EXISTS { MATCH (firm)<-[:PART_OF]-(:Enterprise) }
    AND EXISTS {
      MATCH (firm)<-[:STATES|NAMES]-(row:LedgerRow)
      WHERE row.state = 'accepted' AND row.as_of <= day AND NOT row.kind IN $rule_registry_ledgers
    }
  )
)
