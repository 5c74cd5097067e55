// Needs asked (a date). Gives branch and day (that date): every branch that is the zone's own to count.
MATCH (branch:Branch)
WITH branch, asked AS day
WHERE
  // include: zone_branch
