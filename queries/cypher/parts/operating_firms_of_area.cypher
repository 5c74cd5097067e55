// Needs asked (a date). Gives firm and day (that date) as operating_firms does; where $area names an area, only those with a
// site in it, found from the area on, so that the answer for one area takes as long in a large zone as in a small one.
CALL (asked) {
  // a condition alone would be tested after the scan: here nothing is read where there is no row
  UNWIND CASE $area WHEN '' THEN [asked] ELSE [] END AS whole
  // include: operating_firms
  RETURN firm
  UNION ALL
  UNWIND CASE $area WHEN '' THEN [] ELSE [asked] END AS part
  // include: firms_of_area
  WITH firm, asked AS day
  WHERE
    // include: operating
  RETURN firm
}
WITH firm, asked AS day
