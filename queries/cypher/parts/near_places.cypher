// Needs here, rough, day. Gives each place of a zone branch within $radius metres: spot (Site or Venue), metres, place (seat or
// covered), place_name, approximate and branch.
// include: near_spots
CALL (spot, day) {
  MATCH (spot)<-[seated:SEATED_AT]-(branch:Branch) WHERE seated.since <= day < seated.until
  RETURN branch, 'seat' AS place, coalesce(spot.name, spot.address) AS place_name
  UNION
  MATCH (spot)-[site_of:OF]->(host:Enterprise)<-[covers:COVERS]-(branch:Branch)
  WHERE site_of.since <= day < site_of.until AND covers.since <= day < covers.until
  RETURN branch, 'covered' AS place, host.name AS place_name
}
WITH *, rough OR there_rough AS approximate
WHERE
  // include: zone_branch
