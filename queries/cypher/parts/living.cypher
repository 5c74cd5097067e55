// Needs branch, day. A predicate: the branch is founded and not yet dissolved on that day.
(branch.founded_on IS NULL OR branch.founded_on <= day)
AND (branch.dissolved_on IS NULL OR day < branch.dissolved_on)
