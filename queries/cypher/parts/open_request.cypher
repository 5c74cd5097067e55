// Needs request, day. A predicate: the request is raised by that day and not closed at it.
request.raised_on <= day
AND NOT (
  coalesce(request.closed_on <= day, false)
  OR (request.closed_on IS NULL AND coalesce(request.state = 'closed', false))
)
