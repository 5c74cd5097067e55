// Needs asked (a date). Gives this_month (its first day), known (the first days of the months, of two years back, in which
// some visit of anyone is recorded: a month without one has no visit ledger) and month_over, whether asked ends a month.
CALL (asked) {
  MATCH (some_visit:Visit)
  WHERE asked - duration({years: 2}) <= some_visit.visited_on <= asked
  RETURN collect(DISTINCT date.truncate('month', some_visit.visited_on)) AS known
}
WITH *, date.truncate('month', asked) AS this_month, (asked + duration({days: 1})).day = 1 AS month_over
