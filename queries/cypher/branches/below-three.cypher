// id: below-three
// title: {zh: 不足3名待调整, en: Below three}
// tells:
//   zh: 在册正式党员不足单独建支部人数的单独党支部，从哪一天起不足、原有几名；集团统建的各企业合并计算，没有覆盖企业的为0名。
//   en: Own branches with too few counted formal members, since which day, and how many they had before; the firms of a group are counted together, a branch that covers no firm has none.
// for: [staff, planner]
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   firms: {type: int, label: {zh: 覆盖企业数, en: Firms covered}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   state:
//     type: choice
//     label: {zh: 状态, en: State}
//     values: {fell: {zh: 由足转为不足, en: Fell below}, never: {zh: 台账中从未达到, en: Never enough in the ledgers}}
//   since: {type: date, label: {zh: 不足起始日期, en: Below since}}
//   before: {type: int, label: {zh: 此前正式党员, en: Formal members before}}
//   covered: {type: keys, node: Enterprise, label: {zh: 覆盖企业, en: Firms}}
// about: {type: Branch, column: branch, alone: true}
// rules: [no_longer_qualified, own_members, counted_membership, formal_members, branch_kind]
// picture:
//   nodes: [branch, covered]
//   edges: [COVERS]
//   ghosts: [{from: null, missing: Member, to: branch, edge: BELONGS_TO, rule: own_members}]

WITH $at AS asked
// include: lasting_branches
// include: branch_kind
WITH * WHERE kind = 'own'
// include: counted_in_branch
WITH branch, firms, formal AS left_formal, probationary AS left_probationary, day AS asked
WHERE formal < $rule_own_members
CALL (branch, asked) {
  CALL (branch) {
    // every day on which the count may have changed
    MATCH (branch)-[covers:COVERS]->(:Enterprise)
    UNWIND [covers.since, covers.until] AS changed
    RETURN changed
    UNION
    MATCH (branch)-[:COVERS]->(:Enterprise)<-[works:WORKS_AT]-(:Member)
    UNWIND [works.since, works.until] AS changed
    RETURN changed
    UNION
    MATCH (branch)-[:COVERS]->(:Enterprise)<-[:WORKS_AT]-(member:Member)-[belongs:BELONGS_TO]->(:Branch)
    UNWIND [belongs.since, belongs.until, member.confirmed_on] AS changed
    RETURN changed
    UNION
    MATCH (branch)-[:COVERS]->(:Enterprise)<-[:WORKS_AT]-(:Member)<-[noted:DESCRIBES]-(:MemberRecord)
    UNWIND [noted.since, noted.until] AS changed
    RETURN changed
    UNION
    MATCH (branch)-[:COVERS]->(:Enterprise)<-[:WORKS_AT]-(:Member)-[:BELONGS_TO]->(:Branch)-[under:UNDER]->(:Branch)
    UNWIND [under.since, under.until] AS changed
    RETURN changed
  }
  WITH DISTINCT branch, changed AS day
  WHERE changed <= asked
  // include: counted_in_branch
  WITH day, formal ORDER BY day
  RETURN collect({day: day, formal: formal}) AS course
}
WITH *, last([i IN range(0, size(course) - 1) WHERE course[i].formal >= $rule_own_members]) AS enough
CALL (branch, asked) {
  OPTIONAL MATCH (branch)-[covers:COVERS]->(firm:Enterprise) WHERE covers.since <= asked < covers.until
  WITH DISTINCT firm.key AS key ORDER BY key
  RETURN collect(key) AS covered
}
RETURN branch.key AS branch, branch.name AS name, firms, left_formal AS formal, left_probationary AS probationary,
  CASE WHEN enough IS NULL THEN 'never' ELSE 'fell' END AS state,
  course[enough + 1].day AS since, course[enough].formal AS before, covered
ORDER BY formal, since, branch
