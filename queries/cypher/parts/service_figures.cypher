// Needs asked (a date). Gives line, {place, figure, value}, for each figure of service teams and requests, as it stands
// on that date: requests raised so far, of these closed, and the rest.
MATCH (team:ServiceTeam)
WHERE team.founded_on IS NULL OR team.founded_on <= asked
RETURN {place: 7, figure: 'service_teams', value: count(team)} AS line
UNION ALL
MATCH (request:ServiceRequest)
WHERE request.raised_on <= asked
WITH count(request) AS raised,
  count(
    CASE WHEN request.closed_on <= asked OR (request.closed_on IS NULL AND request.state = 'closed') THEN 1 END
  ) AS closed
UNWIND [
  {place: 8, figure: 'service_requests', value: raised},
  {place: 9, figure: 'requests_closed', value: closed},
  {place: 10, figure: 'requests_in_progress', value: raised - closed}
] AS line
RETURN line
