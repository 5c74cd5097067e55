// Needs asked (a date). Gives for each $rate and each group by $by: rate, place (the rate's order), group_key, group_name,
// group_order and the numerator, the denominator and the unknown. It reads every firm: roll-ups keep what it gives.
// include: rated_firms
// include: rate_groups
WITH rate, place, group_key, group_name, group_order,
  count(CASE WHEN base = 'in' AND reached THEN 1 END) AS numerator,
  count(CASE base WHEN 'in' THEN 1 END) AS denominator,
  count(CASE base WHEN 'unknown' THEN 1 END) AS unknown
