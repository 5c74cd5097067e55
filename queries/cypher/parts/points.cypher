// Needs $refs (type and key of each), $at and $most. Gives of each node that stands anywhere on that day its places, the
// first being the one it is drawn at: {here, rough (a cell's centre was taken), own}. A firm stands at its sites; a
// branch where it is seated, else where the firms it covers are (own: false); a cell at its centre, else, like an area
// or a township, in the middle of what it holds.
UNWIND $refs AS ref
MATCH (n:Entity {key: ref.key}) WHERE ref.type IN labels(n)
WITH ref, n, $at AS day
CALL (n, day) {
  UNWIND CASE WHEN n:Site OR n:Venue THEN [n] ELSE [] END AS place
  RETURN place, true AS own, null AS middle
  UNION ALL
  MATCH (n)<-[located_at:OF]-(place:Site) WHERE n:Enterprise AND located_at.since <= day < located_at.until
  RETURN place, true AS own, null AS middle
  UNION ALL
  MATCH (n)-[seated:SEATED_AT]->(place:Site|Venue) WHERE n:Branch AND seated.since <= day < seated.until
  RETURN place, true AS own, null AS middle
  UNION ALL
  MATCH (n)-[covers:COVERS]->(:Enterprise)<-[located_at:OF]-(place:Site)
  WHERE n:Branch AND covers.since <= day < covers.until AND located_at.since <= day < located_at.until
  RETURN place, false AS own, null AS middle ORDER BY place.key LIMIT $most
  UNION ALL
  UNWIND CASE WHEN n:GridCell AND n.centre IS NOT NULL THEN [n.centre] ELSE [] END AS middle
  RETURN null AS place, true AS own, middle
  UNION ALL
  MATCH (n)<-[holds:IN_GRID]-(site:Site)
  WHERE n:GridCell AND n.centre IS NULL AND holds.since <= day < holds.until AND site.location IS NOT NULL
  WITH avg(site.location.x) AS x, avg(site.location.y) AS y WHERE x IS NOT NULL
  RETURN null AS place, true AS own, point({longitude: x, latitude: y}) AS middle
  UNION ALL
  MATCH (n)<-[within:PART_OF|IN]-(cell:GridCell)
  WHERE (n:Area OR n:Township) AND within.since <= day < within.until
  OPTIONAL MATCH (cell)<-[holds:IN_GRID]-(site:Site)
  WHERE cell.centre IS NULL AND holds.since <= day < holds.until
  WITH coalesce(cell.centre, site.location) AS inside
  WITH avg(inside.x) AS x, avg(inside.y) AS y WHERE x IS NOT NULL
  RETURN null AS place, true AS own, point({longitude: x, latitude: y}) AS middle
}
CALL (place, day) {
  OPTIONAL MATCH (place)-[gridded:IN_GRID]->(grid:GridCell) WHERE gridded.since <= day < gridded.until
  RETURN grid.centre AS centre LIMIT 1
}
WITH ref, own, place.key AS key, coalesce(middle, place.location, centre) AS here,
  middle IS NULL AND place.location IS NULL AS rough
WHERE here IS NOT NULL
WITH ref, own, rough, here, key ORDER BY ref.type, ref.key, own DESC, rough, key
RETURN ref.type AS type, ref.key AS key, collect({x: here.x, y: here.y, rough: rough, own: own})[..$most] AS places
