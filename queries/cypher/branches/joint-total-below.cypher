// id: joint-total-below
// title: {zh: 联合党支部人数偏少, en: Joint branches with few members}
// tells:
//   zh: 所覆盖企业在册正式党员合计仍不足3名的联合党支部。条例没有明文规定，只作提示，不算违规。
//   en: Joint branches whose firms together have fewer counted formal members than a branch needs. No regulation says so outright - it is a hint, not a breach.
// for: [staff, planner]
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   formal: {type: int, label: {zh: 在册正式党员合计, en: Counted formal members in all}}
//   probationary: {type: int, label: {zh: 在册预备党员合计, en: Counted probationary members in all}}
//   firms: {type: int, label: {zh: 覆盖企业数, en: Firms covered}}
//   covered: {type: keys, node: Enterprise, label: {zh: 覆盖企业, en: Firms}}
// rules: [own_members, branch_kind, counted_membership, formal_members]
// picture:
//   nodes: [branch, covered]
//   edges: [COVERS]
//   ghosts: [{from: null, missing: Member, to: branch, edge: BELONGS_TO, rule: own_members}]

WITH $at AS asked
// include: lasting_branches
// include: branch_kind
WITH * WHERE kind = 'joint'
// include: counted_in_branch
WITH * WHERE formal < $rule_own_members
CALL (branch, day) {
  OPTIONAL MATCH (branch)-[covers:COVERS]->(firm:Enterprise) WHERE covers.since <= day < covers.until
  WITH DISTINCT firm.key AS key ORDER BY key
  RETURN collect(key) AS covered
}
RETURN branch.key AS branch, branch.name AS name, formal, probationary, firms, covered
ORDER BY formal, firms DESC, branch
