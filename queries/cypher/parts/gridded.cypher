// Needs firm, day. A predicate: the firm has a site that day, and none of its sites lies outside every grid cell.
EXISTS { MATCH (firm)<-[located:OF]-(:Site) WHERE located.since <= day < located.until }
AND NOT EXISTS {
  MATCH (firm)<-[located:OF]-(site:Site)
  WHERE located.since <= day < located.until
    AND NOT EXISTS { MATCH (site)-[gridded:IN_GRID]->(:GridCell) WHERE gridded.since <= day < gridded.until }
}
