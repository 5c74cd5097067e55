// Needs branch, day. Gives committee: how many people sit on the branch's committee that day, its secretary included and
// each person once (an officer who is a member is one); 0 where there is none. A deputy alone makes no committee.
CALL (branch, day) {
  MATCH (holder)-[post:COMMITTEE_MEMBER_OF|SECRETARY_OF]->(branch)
  WHERE post.since <= day < post.until
  OPTIONAL MATCH (holder)-[same:IS]->(self:Member) WHERE same.since <= day < same.until
  WITH count(DISTINCT coalesce(self, holder)) AS people,
    count(CASE WHEN post:COMMITTEE_MEMBER_OF AND coalesce(post.duty, '') <> 'deputy' THEN 1 END) AS seats
  RETURN CASE seats WHEN 0 THEN 0 ELSE people END AS committee
}
