// Needs branch, other_branch, day. Gives cooperating: by what two enterprise branches work together that day - organ
// (paired with one organ branch), project (one they build), activity (one they held, up to that day) - or none.
// include: built_together
WITH *, CASE
  WHEN EXISTS {
    // include: partners
    MATCH (partner)<-[three:ORGAN_SIDE]-(:CoBuildingPair)-[four:ENTERPRISE_SIDE]->(other_branch)
    WHERE three.since <= day < three.until AND four.since <= day < four.until
  } THEN 'organ'
  WHEN project_together THEN 'project'
  WHEN activity_together THEN 'activity'
  ELSE 'none'
END AS cooperating
