// Needs firm, day, staff and by. Gives a row for each group of the firm by that: group_key, group_name and group_order.
// The zone is the group ''; what is in no group is '-'. A firm with sites in two cells is once in the group of each.
CALL (firm, day, staff, by) {
  OPTIONAL MATCH (firm)<-[located:OF]-(:Site)-[gridded:IN_GRID]->(grid:GridCell)
  WHERE by IN ['area', 'cell', 'department', 'township']
    AND located.since <= day < located.until
    AND gridded.since <= day < gridded.until
  OPTIONAL MATCH (grid)-[inside:PART_OF]->(zone_area:Area) WHERE inside.since <= day < inside.until
  OPTIONAL MATCH (grid)<-[answers:RESPONSIBLE_FOR]-(office:Department) WHERE answers.since <= day < answers.until
  OPTIONAL MATCH (grid)-[within:IN]->(township:Township) WHERE within.since <= day < within.until
  WITH firm, staff, by,
    CASE by WHEN 'area' THEN zone_area WHEN 'cell' THEN grid WHEN 'department' THEN office WHEN 'township' THEN township END
      AS node,
    last([band IN $rule_staff_bands WHERE toInteger(band) <= staff | toInteger(band)]) AS least,
    head([band IN $rule_staff_bands WHERE toInteger(band) > staff | toInteger(band)]) AS beyond
  WITH firm, by, node, least, CASE
    WHEN least IS NULL THEN '<' + beyond
    WHEN beyond IS NULL THEN '≥' + least
    ELSE least + '-' + (beyond - 1)
  END AS band
  WITH DISTINCT coalesce(CASE by
      WHEN 'zone' THEN ''
      WHEN 'industry' THEN firm.industry
      WHEN 'size' THEN band
      ELSE node.key
    END, '-') AS group_key,
    CASE by WHEN 'industry' THEN firm.industry WHEN 'size' THEN band ELSE node.name END AS group_name,
    CASE by WHEN 'size' THEN coalesce(least, 0) ELSE 0 END AS group_order
  RETURN group_key, group_name, group_order
}
