// Needs firm, day. Gives a line for each open request of the firm, by due date, or one that says there is none.
OPTIONAL CALL (firm, day) {
  MATCH (firm)<-[:RAISED_BY]-(request:ServiceRequest)
  WHERE
    // include: open_request
  RETURN DISTINCT request
}
RETURN {
  place: 60, section: 'requests', item: 'request', value: request.title, since: request.due_on, request: request.key,
  word: CASE WHEN request IS NULL THEN 'none' WHEN request.due_on < day THEN 'overdue' ELSE 'in_time' END,
  tie: toString(request.due_on)
} AS line
