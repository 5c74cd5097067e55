// Needs asked (a date). Gives this_month (its first day), known (the first days of the months, of two years back, in which
// some visit of anyone is recorded: a month without one has no visit ledger) and month_over, whether asked ends a month.
CALL (asked) {
  // whether a month has a visit is sought month by month: to read all visits takes as long as there are visits
  WITH asked, asked - duration({years: 2}) AS earliest
  UNWIND range(0, duration.inMonths(earliest, asked).months) AS back
  WITH asked, earliest, date.truncate('month', asked) - duration({months: back}) AS month
  WITH month, asked + duration({days: 1}) AS ends, month + duration({months: 1}) AS next,
    CASE WHEN month < earliest THEN earliest ELSE month END AS opens
  WITH month, opens, CASE WHEN next < ends THEN next ELSE ends END AS closes
  WHERE EXISTS { MATCH (some_visit:Visit) WHERE opens <= some_visit.visited_on < closes }
  RETURN collect(month) AS known
}
WITH *, date.truncate('month', asked) AS this_month, (asked + duration({days: 1})).day = 1 AS month_over
