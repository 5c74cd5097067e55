// Needs day. Gives half_start, the first day of its half-year: of its quarter, or of the one before an even quarter.
WITH *, CASE
  WHEN day.quarter % 2 = 1 THEN date.truncate('quarter', day)
  ELSE date.truncate('quarter', date.truncate('quarter', day) - duration({days: 1}))
END AS half_start
