// Needs asked (a date). Gives firm: every firm with a site in the area $area on that date.
MATCH (:Area {key: $area})<-[inside:PART_OF]-(:GridCell)<-[gridded:IN_GRID]-(:Site)-[located:OF]->(firm:Enterprise)
WHERE inside.since <= asked < inside.until
  AND gridded.since <= asked < gridded.until
  AND located.since <= asked < located.until
WITH DISTINCT firm, asked
