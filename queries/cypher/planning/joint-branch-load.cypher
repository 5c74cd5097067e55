// id: joint-branch-load
// title: {zh: 联合党支部负荷, en: Joint branch load}
// tells: {zh: 联合党支部覆盖的企业数与一般不超过的家数相比：超限、满员或有余量。, en: "Firms each joint branch covers, against the usual limit: over it, at it, or with room."}
// for: [staff, planner]
// parameters:
//   least:
//     type: choice
//     default: at
//     label: {zh: 至少, en: At least}
//     values: {over: {zh: 已超限, en: Over the limit}, at: {zh: 已满员, en: At the limit}, below: {zh: 全部, en: All}}
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   firms: {type: int, label: {zh: 覆盖企业数, en: Firms covered}}
//   limit_firms: {type: int, label: {zh: 一般不超过, en: Usual limit}}
//   room: {type: int, label: {zh: 余量, en: Room left}}
//   state:
//     type: choice
//     label: {zh: 状态, en: State}
//     values: {over: {zh: 超限, en: Over}, at: {zh: 满员, en: Full}, below: {zh: 有余量, en: With room}}
//   covered: {type: keys, node: Enterprise, label: {zh: 覆盖企业, en: Firms}}
// about: {type: Branch, column: branch, alone: true, first: true}
// hole: {state: over}
// verdict:
//   evidence: [COVERS]
//   repairs:
//     - tells: {zh: "调整出 {surplus} 家，另组联合党支部或并入有余量的党支部。", en: "Move {surplus} of its firms to another joint branch, a new one or one with room."}
//       where: {state: over}
//       fills: {surplus: [firms, joint_firms]}
// rules: [joint_firms, branch_kind]
// picture:
//   nodes: [branch, covered]
//   edges: [COVERS]

WITH $at AS asked
// include: lasting_branches
// include: branch_kind
WITH * WHERE kind = 'joint'
WITH *, CASE WHEN firms > $rule_joint_firms THEN 'over' WHEN firms = $rule_joint_firms THEN 'at' ELSE 'below' END AS state
WHERE $least = 'below' OR state = 'over' OR state = $least
CALL (branch, day) {
  MATCH (branch)-[covers:COVERS]->(member_firm:Enterprise)
  WHERE covers.since <= day < covers.until
  WITH DISTINCT member_firm.key AS key ORDER BY key
  RETURN collect(key) AS covered
}
RETURN branch.key AS branch, branch.name AS name, firms, $rule_joint_firms AS limit_firms,
  CASE WHEN firms > $rule_joint_firms THEN 0 ELSE $rule_joint_firms - firms END AS room, state, covered
ORDER BY firms DESC, branch
