// Needs lines (of a firm). Gives a row for each of them that is in the base and is $rate: rate, place, base and reached.
UNWIND lines AS line
WITH *, line.rate AS rate, line.place AS place, line.base AS base, coalesce(line.reached, false) AS reached
WHERE base <> 'out' AND $rate IN ['all', rate]
