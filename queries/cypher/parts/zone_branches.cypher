// Needs asked (a date). Gives zone_branches: the zone's own branches on that date, each {branch, kind, firms}.
CALL (asked) {
  MATCH (branch:Branch)
  WITH branch, asked AS day
  WHERE
    // include: zone_branch
  // include: branch_kind
  RETURN collect({branch: branch, kind: kind, firms: firms}) AS zone_branches
}
