// Needs firm, day. Gives formal, probationary, covered and holes: the kinds of holes of the firm that day, gravest first.
// A firm that is not (yet) surveyed has a hole only where a site of it lies in a cell: a registry alone makes no holes.
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
    AND NOT EXISTS { MATCH (firm)<-[told:DESCRIBES]-(:SurveyRecord) WHERE told.since <= day }
    AND EXISTS {
      MATCH (firm)<-[located:OF]-(:Site)-[gridded:IN_GRID]->(:GridCell)
      WHERE located.since <= day < located.until AND gridded.since <= day < gridded.until
    }
  THEN 'never_surveyed' END,
  CASE WHEN operates AND NOT (
    // include: gridded
  ) THEN 'ungridded' END
] WHERE hole IS NOT NULL] AS holes
