// Gives structure_days: the days after $since and by $at on which something turned that ties branches and firms to one
// another, anywhere: whether a holding branch is the zone's own hangs on what others cover.
CALL () {
  CALL () {
    MATCH (:Branch)-[held:COVERS|UNDER]->() UNWIND [held.since, held.until] AS day
    RETURN day
    UNION
    MATCH (:Enterprise)-[held:PART_OF]->(:Enterprise) UNWIND [held.since, held.until] AS day
    RETURN day
    UNION
    MATCH (:BranchRecord)-[held:DESCRIBES]->(:Branch) UNWIND [held.since, held.until] AS day
    RETURN day
    UNION
    MATCH (branch:Branch) UNWIND [branch.founded_on, branch.dissolved_on] AS day
    RETURN day
  }
  WITH DISTINCT day WHERE $since < day <= $at
  RETURN collect(day) AS structure_days
}
