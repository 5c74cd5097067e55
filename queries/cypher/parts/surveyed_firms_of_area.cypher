// Needs asked (a date). Gives firm and day (that date) as surveyed_firms does, of the area $area alone if it names one.
CALL (asked) {
  UNWIND CASE $area WHEN '' THEN [asked] ELSE [] END AS whole
  // include: surveyed_firms
  RETURN firm
  UNION ALL
  UNWIND CASE $area WHEN '' THEN [] ELSE [asked] END AS part
  // include: firms_of_area
  WITH firm, asked AS day
  WHERE EXISTS {
    MATCH (firm)<-[surveyed:DESCRIBES]-(:SurveyRecord) WHERE surveyed.since <= day < surveyed.until
  }
    AND
    // include: scoped
  RETURN firm
}
WITH firm, asked AS day
