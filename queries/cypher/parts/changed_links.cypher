// Gives line for each link that holds on one of $since and $at only: where members work and belong, contacts of officers,
// co-building pairs, and the departments of grid cells (a cell without one is a hole).
// Of branches elsewhere (a village's) only the zone's own side is told: who comes in, who goes out.
MATCH (member:Member)-[held:BELONGS_TO]->(branch:Branch)
WHERE branch.side = 'enterprise' OR EXISTS { (branch)<-[:DESCRIBES]-(:BranchRecord {formation: 'holding'}) }
WITH member, branch, collect(held) AS spans
// include: link_turned
RETURN {
  what: CASE WHEN holds THEN 'member_in' ELSE 'member_out' END, kind: 'members', day: turned_on,
  name: branch.name, person: member.name, branch: branch.key, member: member.key
} AS line
UNION ALL
MATCH (member:Member)-[held:WORKS_AT]->(firm:Enterprise)
WITH member, firm, collect(held) AS spans
// include: link_turned
RETURN {
  what: CASE WHEN holds THEN 'member_hired' ELSE 'member_left' END, kind: 'members', day: turned_on,
  name: firm.name, person: member.name, firm: firm.key, member: member.key
} AS line
UNION ALL
MATCH (officer:Officer)-[held:CONTACTS]->(firm:Enterprise)
WITH officer, firm, collect(held) AS spans
// include: link_turned
RETURN {
  what: CASE WHEN holds THEN 'contact_gained' ELSE 'contact_lost' END, kind: 'contacts', day: turned_on,
  name: firm.name, person: officer.name, firm: firm.key, officer: officer.key
} AS line
UNION ALL
MATCH (organ:Branch)<-[one:ORGAN_SIDE]-(pair:CoBuildingPair)-[two:ENTERPRISE_SIDE]->(branch:Branch)
WITH pair, organ, branch, collect({
  since: CASE WHEN one.since > two.since THEN one.since ELSE two.since END,
  until: CASE WHEN one.until < two.until THEN one.until ELSE two.until END
}) AS spans
// include: link_turned
RETURN {
  what: CASE WHEN holds THEN 'pair_begun' ELSE 'pair_ended' END, kind: 'pairs', day: turned_on,
  name: branch.name, branch: branch.key, organ: organ.key, pair: pair.key
} AS line
UNION ALL
MATCH (cell:GridCell)<-[held:RESPONSIBLE_FOR]-(:Department)
WITH cell, collect(held) AS spans
// include: link_turned
RETURN {
  what: CASE WHEN holds THEN 'hole_closed' ELSE 'hole_opened' END, kind: 'holes', detail: 'cell_unassigned',
  day: turned_on, name: cell.name, cell: cell.key
} AS line
