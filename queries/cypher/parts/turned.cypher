// Needs node, touched (the days in between on which something of it changed) and seen, what was so of it by day, each
// {day, facts}, from $since to $at. Gives a row for each fact that is otherwise at the end: fact, holds (whether it is so
// now) and turned_on (the first day from which on it stayed so; null where no day accounts for it).
UNWIND head(seen).facts + last(seen).facts AS fact
WITH DISTINCT node, touched, seen, fact, fact IN last(seen).facts AS holds
WHERE holds <> (fact IN head(seen).facts)
WITH *, reduce(found = null, one IN seen | CASE WHEN (fact IN one.facts) = holds THEN coalesce(found, one.day) END) AS turned
WITH *, CASE WHEN turned IN touched THEN turned END AS turned_on
