// id: secretary-vacant
// title: {zh: 书记空缺或不在本支部, en: Secretary vacant or from elsewhere}
// tells:
//   zh: 没有现任书记的党组织，以及书记的组织关系不在本党组织（及其下级）的；上级选派的书记除外。书记是干部而不知其党员身份的，列为待核实。
//   en: Branches without a secretary now, and those whose secretary's membership is not in the branch or one under it, except secretaries sent from above. An officer whose own membership is not known is to be checked.
// for: [staff]
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   state:
//     type: choice
//     label: {zh: 状态, en: State}
//     values:
//       vacant: {zh: 书记空缺, en: No secretary}
//       elsewhere: {zh: 组织关系不在本支部, en: Membership elsewhere}
//       unknown: {zh: 组织关系不明, en: Membership not known}
//   verdict:
//     type: choice
//     label: {zh: 判定, en: Verdict}
//     values: {breach: {zh: 待配齐, en: To be filled}, check: {zh: 待核实, en: To check}}
//   since: {type: date, label: {zh: 空缺或任职起始日期, en: Vacant or in office since}}
//   secretary_name: {type: text, private: name, label: {zh: 书记, en: Secretary}}
//   member: {type: key, node: Member, label: {zh: 书记（党员）, en: The member}}
//   officer: {type: key, node: Officer, label: {zh: 书记（干部）, en: The officer}}
//   source:
//     type: choice
//     label: {zh: 书记来源, en: Source}
//     values: {investor: {zh: 出资人, en: Investor}, manager: {zh: 中层, en: Manager}, other: {zh: 其他, en: Other}}
//   home: {type: key, node: Branch, label: {zh: 组织关系所在党组织, en: Membership is in}}
//   home_name: {type: text, label: {zh: 组织关系所在党组织名称, en: Name of that branch}}
// about: {type: Branch, column: branch, alone: true, first: true}
// hole: {verdict: breach}
// rules: [secretary_filled]
// picture:
//   nodes: [branch, member, officer, home]
//   edges: [SECRETARY_OF, BELONGS_TO, IS]
//   ghosts: [{from: null, missing: Member, to: branch, edge: SECRETARY_OF, rule: secretary_filled, where: {state: vacant}}]

WITH $at AS asked
// include: lasting_branches
OPTIONAL MATCH (holder)-[leads:SECRETARY_OF]->(branch) WHERE leads.since <= day < leads.until
WITH branch, day, holder, leads
WHERE coalesce(leads.source, '') <> 'assigned'
OPTIONAL MATCH (holder)-[same:IS]->(self:Member) WHERE same.since <= day < same.until
WITH branch, day, holder, leads, CASE WHEN holder:Member THEN holder ELSE self END AS person
CALL (branch, day, person) {
  OPTIONAL MATCH (person)-[belongs:BELONGS_TO]->(home:Branch) WHERE belongs.since <= day < belongs.until
  WITH branch, day, home ORDER BY home.key
  RETURN head(collect(home)) AS home,
    count(
      CASE
        WHEN home = branch THEN 1
        WHEN EXISTS {
          MATCH chain = (home)-[:UNDER*1..5]->(branch)
          WHERE all(step IN relationships(chain) WHERE step.since <= day < step.until)
        } THEN 1
      END
    ) > 0 AS inside
}
WITH *, CASE WHEN holder IS NULL THEN 'vacant' WHEN home IS NULL THEN 'unknown' ELSE 'elsewhere' END AS state
WHERE NOT inside
CALL (branch, day) {
  OPTIONAL MATCH ()-[led:SECRETARY_OF]->(branch) WHERE led.until <= day
  RETURN max(led.until) AS left_on
}
RETURN branch.key AS branch, branch.name AS name, state,
  CASE state WHEN 'unknown' THEN 'check' ELSE 'breach' END AS verdict,
  CASE state WHEN 'vacant' THEN left_on ELSE leads.since END AS since,
  holder.name AS secretary_name, person.key AS member, CASE WHEN holder:Officer THEN holder.key END AS officer,
  leads.source AS source, home.key AS home, home.name AS home_name
ORDER BY verdict, state DESC, since, branch, officer, member
