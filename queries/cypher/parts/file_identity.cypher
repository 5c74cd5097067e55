// Needs firm, day. Gives line, {place, section, item, …}, for each thing known of what the firm is and where it stands.
UNWIND [
  {place: 1, item: 'name', value: firm.name},
  {place: 2, item: 'uscc', value: firm.uscc},
  {place: 3, item: 'ownership', word: firm.ownership},
  {place: 4, item: 'industry', value: firm.industry},
  {place: 5, item: 'in_production', since: firm.in_production_since}
] AS told
WITH told WHERE coalesce(told.value, told.word, toString(told.since)) IS NOT NULL
RETURN told {.*, section: 'identity'} AS line
UNION ALL
WITH firm, day
// include: stands
WITH DISTINCT site, grid, day WHERE site IS NOT NULL
CALL (grid, day) {
  OPTIONAL MATCH (grid)-[inside:PART_OF]->(zone_area:Area) WHERE inside.since <= day < inside.until
  RETURN min(zone_area.name) AS area
}
RETURN {
  place: 6, section: 'identity', item: 'site', tie: site.key,
  value: coalesce(site.address, site.key) + coalesce('（' + coalesce(area + ' ', '') + coalesce(grid.name, grid.key) + '）', '')
} AS line
