// Needs asked (a date). Gives for each $rate and each group by $by ('all': by each, as roll-ups keep it): by, rate, place
// (the rate's order), group_key, group_name, group_order and the numerator, the denominator and the unknown.
// include: rated_firms
UNWIND CASE $by
  WHEN 'all' THEN ['zone', 'area', 'cell', 'department', 'township', 'industry', 'size']
  ELSE [$by]
END AS by
// include: rate_groups
// include: rate_lines
WITH by, rate, place, group_key, group_name, group_order,
  count(CASE WHEN base = 'in' AND reached THEN 1 END) AS numerator,
  count(CASE base WHEN 'in' THEN 1 END) AS denominator,
  count(CASE base WHEN 'unknown' THEN 1 END) AS unknown
