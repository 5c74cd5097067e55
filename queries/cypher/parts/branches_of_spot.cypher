// Needs spot (Site or Venue), day. Gives each branch that has a place there: branch, place (seat, or covered: the site of a
// firm it covers) and place_name.
CALL (spot, day) {
  MATCH (spot)<-[seated:SEATED_AT]-(branch:Branch) WHERE seated.since <= day < seated.until
  RETURN branch, 'seat' AS place, coalesce(spot.name, spot.address) AS place_name
  UNION
  MATCH (spot)-[site_of:OF]->(host:Enterprise)<-[covers:COVERS]-(branch:Branch)
  WHERE site_of.since <= day < site_of.until AND covers.since <= day < covers.until
  RETURN branch, 'covered' AS place, host.name AS place_name
}
