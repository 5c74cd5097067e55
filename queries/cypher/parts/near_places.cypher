// Needs here, rough, day. Gives each place of a zone branch within $radius metres: spot (Site or Venue), metres, place (seat or
// covered), place_name, approximate and branch.
// include: near_marks
// include: spots_of_mark
// include: branches_of_spot
WITH *, rough OR there_rough AS approximate
WHERE
  // include: zone_branch
