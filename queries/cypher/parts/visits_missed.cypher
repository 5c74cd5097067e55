// Needs this_month, known, month_over (visit_months), period (in months), since (of the charge) and last_visit (or null).
// Gives months (from the month of the last visit, or in which the charge began, to this one) and missed: how many periods
// running passed without a visit. A month counts once it is over, began under the charge and has a visit ledger.
WITH *, date.truncate('month', since - duration({days: 1})) AS began, CASE WHEN last_visit IS NOT NULL THEN date.truncate('month', last_visit) END AS visited_month
WITH *, CASE WHEN visited_month > began THEN visited_month ELSE began END AS counted_from,
  CASE WHEN month_over THEN 0 ELSE 1 END AS running
WITH *, duration.inMonths(counted_from, this_month).months AS months
WITH *, [back IN range(running, months - 1) | this_month - duration({months: back})] AS passed
WITH *, size([i IN range(0, size(passed) - 1) WHERE all(month IN passed[0..i + 1] WHERE month IN known)]) / period AS missed
