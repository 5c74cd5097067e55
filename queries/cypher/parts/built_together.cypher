// Needs branch, other_branch, day. Gives built_together: whether the two build a project, or have held an activity, together.
WITH *, EXISTS {
  MATCH (branch)<-[builds:BUILT_BY]-(:CoBuildingProject)-[also_builds:BUILT_BY]->(other_branch)
  WHERE builds.since <= day < builds.until AND also_builds.since <= day < also_builds.until
} AS project_together, EXISTS {
  MATCH (branch)<-[:OF]-(activity:Activity)-[:OF]->(other_branch) WHERE activity.held_on <= day
} AS activity_together
WITH *, project_together OR activity_together AS built_together
