// Needs spans, each with since and until: when a link held. Keeps the rows in which it holds on one of $since and $at only;
// gives holds (whether it holds at $at) and turned_on, the day it last began or ended.
WITH *, any(span IN spans WHERE span.since <= $at < span.until) AS holds
WHERE holds <> any(span IN spans WHERE span.since <= $since < span.until)
WITH *, CASE holds
  WHEN true THEN head([span IN spans WHERE span.since <= $at < span.until | span.since])
  ELSE reduce(last = $since, span IN spans | CASE WHEN last < span.until <= $at THEN span.until ELSE last END)
END AS turned_on
