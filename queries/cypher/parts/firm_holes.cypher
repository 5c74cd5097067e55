// Needs firm, day. Gives formal, probationary, covered and holes: the kinds of holes of the firm that day, gravest first.
// include: counted
WITH *,
  EXISTS {
    // include: organisation
  } AS covered,
  (
    // include: operating
  ) AS operates
WITH *, [hole IN [
  CASE WHEN operates AND NOT covered AND formal >= $rule_own_members THEN 'qualified_unbuilt' END,
  CASE WHEN operates AND NOT covered AND formal + probationary > 0 THEN 'members_uncovered' END,
  CASE WHEN operates AND NOT covered AND formal + probationary = 0 AND
    // include: unreached
  THEN 'unreached' END,
  CASE WHEN
    // include: scoped
    AND
    // include: unsurveyed
  THEN 'never_surveyed' END,
  CASE WHEN operates AND NOT (
    // include: gridded
  ) THEN 'ungridded' END
] WHERE hole IS NOT NULL] AS holes
