// Gives line for each firm in scope that is covered, operates or has a hole otherwise at $at than on $since.
// include: structure_days
MATCH (firm:Enterprise)
WHERE EXISTS { (firm)<-[:DESCRIBES]-(:SurveyRecord) }
  OR EXISTS { (firm)<-[:OF]-(:Site) }
  OR EXISTS { (firm)<-[:COVERS]-(:Branch) }
WITH firm, structure_days
WHERE
  // include: scoped
CALL (firm) {
  CALL (firm) {
    MATCH (firm)<-[held:OF|DESCRIBES|CONTACTS|INSTRUCTS|SERVES|WORKS_AT]-(other)
    UNWIND [held.since, held.until, other.confirmed_on] AS day
    RETURN day
    UNION
    MATCH (firm)<-[:WORKS_AT]-(:Member)-[held:BELONGS_TO|DESCRIBES]-() UNWIND [held.since, held.until] AS day
    RETURN day
  }
  WITH DISTINCT day WHERE $since < day <= $at
  RETURN collect(day) AS days
}
WITH firm, days + CASE
  WHEN EXISTS { (firm)<-[:COVERS|WORKS_AT]-() } THEN [day IN structure_days WHERE NOT day IN days]
  ELSE []
END AS touched
UNWIND [$since, $at] + touched AS day
WITH DISTINCT firm, touched, day
// include: firm_facts
WITH firm AS node, touched, day, facts ORDER BY day
WITH node, touched, collect({day: day, facts: facts}) AS seen
// include: turned
RETURN {
  what: CASE fact
    WHEN 'operating' THEN CASE WHEN holds THEN 'firm_operating' ELSE 'firm_stopped' END
    WHEN 'covered' THEN CASE WHEN holds THEN 'firm_covered' ELSE 'firm_uncovered' END
    ELSE CASE WHEN holds THEN 'hole_opened' ELSE 'hole_closed' END
  END,
  kind: CASE fact WHEN 'operating' THEN 'operation' WHEN 'covered' THEN 'coverage' ELSE 'holes' END,
  detail: CASE WHEN NOT fact IN ['operating', 'covered'] THEN fact END,
  day: turned_on, name: node.name, firm: node.key
} AS line
