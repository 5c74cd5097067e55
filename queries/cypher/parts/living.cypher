// Needs branch, day. A predicate: the branch is founded and not yet dissolved on that day. One that is only planned for a
// date is not founded; one of which nothing is told is.
(branch.founded_on <= day OR (branch.founded_on IS NULL AND branch.planned_on IS NULL))
AND (branch.dissolved_on IS NULL OR day < branch.dissolved_on)
