// Needs firm, day. Gives a row for each site of the firm: site, grid (its cell), here (its point, else the cell's
// centre) and rough (the centre was taken); one row of nulls for a firm without a site.
OPTIONAL MATCH (firm)<-[located_at:OF]-(site:Site) WHERE located_at.since <= day < located_at.until
OPTIONAL MATCH (site)-[gridded:IN_GRID]->(grid:GridCell) WHERE gridded.since <= day < gridded.until
WITH *, coalesce(site.location, grid.centre) AS here, site.location IS NULL AND grid.centre IS NOT NULL AS rough
