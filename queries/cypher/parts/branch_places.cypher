// Needs branch, day. Gives places: where the branch stands, its seat and the sites of the firms it covers, each
// {here, name, place (seat or covered), rough (a cell's centre was taken)}; those without coordinates are left out.
CALL (branch, day) {
  CALL (branch, day) {
    MATCH (branch)-[seated:SEATED_AT]->(seat:Site|Venue)
    WHERE seated.since <= day < seated.until
    OPTIONAL MATCH (seat)-[seat_gridded:IN_GRID]->(seat_grid:GridCell) WHERE seat_gridded.since <= day < seat_gridded.until
    RETURN coalesce(seat.location, seat_grid.centre) AS here, coalesce(seat.name, seat.address) AS name, 'seat' AS place,
      seat.location IS NULL AS rough
    UNION
    MATCH (branch)-[hosted:COVERS]->(firm:Enterprise) WHERE hosted.since <= day < hosted.until
    // include: stands
    RETURN here, firm.name AS name, 'covered' AS place, rough
  }
  WITH here, name, place, rough WHERE here IS NOT NULL
  RETURN collect({here: here, name: name, place: place, rough: rough}) AS places
}
