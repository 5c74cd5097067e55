// Needs firm, day, organisations. Gives a line for each officer in charge and one for the last visit of any officer, or
// one that says that there is none; and one for each service team, with its lead.
OPTIONAL CALL (firm, day, organisations) {
  MATCH (firm)<-[charge:CONTACTS|INSTRUCTS]-(officer:Officer) WHERE charge.since <= day < charge.until
  RETURN officer, type(charge) AS held, charge.since AS began
  UNION
  UNWIND organisations AS one
  WITH one.branch AS branch, day
  MATCH (branch)<-[charge:INSTRUCTS]-(officer:Officer) WHERE charge.since <= day < charge.until
  RETURN officer, type(charge) AS held, charge.since AS began
}
WITH officer, held, day, min(began) AS began
CALL (officer, day) {
  OPTIONAL MATCH (officer)-[serves_in:SERVES_IN]->(office:Department) WHERE serves_in.since <= day < serves_in.until
  RETURN min(office.key) AS department
}
RETURN {
  place: 50, section: 'officers', person: officer.name, value: department, since: began, officer: officer.key,
  item: CASE held WHEN 'INSTRUCTS' THEN 'instructor' ELSE 'contact' END, rank: held,
  word: CASE WHEN officer IS NULL THEN 'none' END
} AS line
UNION ALL
OPTIONAL CALL (firm, day) {
  MATCH (firm)<-[:TO]-(visit:Visit) WHERE visit.visited_on <= day
  WITH visit ORDER BY visit.visited_on DESC, visit.key DESC
  WITH head(collect(visit)) AS visit
  OPTIONAL MATCH (visit)-[:BY]->(officer:Officer)
  WITH visit, officer ORDER BY officer.key
  RETURN visit, head(collect(officer)) AS officer
}
RETURN {
  place: 51, section: 'officers', item: 'last_visit', value: visit.subject_matter, since: visit.visited_on,
  person: officer.name, officer: officer.key, word: CASE WHEN visit IS NULL THEN 'none' END
} AS line
UNION ALL
MATCH (firm)<-[serves:SERVES]-(team:ServiceTeam) WHERE serves.since <= day < serves.until
WITH team, day, min(serves.since) AS began
OPTIONAL MATCH (team)<-[leads:LEADS]-(officer:Officer) WHERE leads.since <= day < leads.until
WITH team, began, officer ORDER BY officer.key
WITH team, began, head(collect(officer)) AS officer
RETURN {
  place: 52, section: 'officers', item: 'team', value: coalesce(team.name, team.key), since: began, team: team.key,
  person: officer.name, officer: officer.key
} AS line
