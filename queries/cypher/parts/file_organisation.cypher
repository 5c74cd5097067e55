// Needs organisations, day. Gives a line for each organisation and its secretary, or one that says there is none.
WITH organisations WHERE size(organisations) = 0
RETURN {place: 40, section: 'organisation', item: 'branch', word: 'none'} AS line
UNION ALL
UNWIND organisations AS one
RETURN {
  place: 40, section: 'organisation', item: 'branch', value: one.branch.name, word: one.kind,
  since: one.branch.founded_on, branch: one.branch.key
} AS line
UNION ALL
UNWIND organisations AS one
WITH one.branch AS branch, day
OPTIONAL MATCH (branch)<-[leads:SECRETARY_OF]-(person:Member|Officer) WHERE leads.since <= day < leads.until
RETURN {
  place: 41, section: 'organisation', item: 'secretary', person: person.name, since: leads.since, branch: branch.key,
  word: CASE WHEN person IS NULL THEN 'none' ELSE leads.source END, tie: person.key,
  officer: CASE WHEN person:Officer THEN person.key END
} AS line
