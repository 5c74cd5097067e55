// Needs asked (a date). Gives firm and day (that date): every private firm of the zone, surveyed or not.
WITH *, asked AS day
MATCH (firm:Enterprise)
WHERE
  // include: scoped
  AND
  // include: in_zone
