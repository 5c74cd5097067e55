// Needs asked (a date). Gives firm and day (that date): every private firm of the zone, surveyed or not.
WITH asked AS day
MATCH (firm:Enterprise)
WHERE coalesce(firm.ownership, 'private') IN $rule_scope_ownerships
  AND NOT left(coalesce(firm.uscc, ''), 2) IN $rule_outside_codes
  AND
  // include: in_zone
