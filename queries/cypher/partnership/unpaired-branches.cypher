// id: unpaired-branches
// title: {zh: 未结对党组织, en: Branches without a pair}
// tells: {zh: 没有结对共建的企业党组织和机关党组织；党委一级和临时、流动、代管党组织不要求结对。, en: "Branches of either side without a co-building pair; committees and temporary, mobile or holding branches are not expected to have one."}
// for: [staff, planner]
// parameters:
//   side:
//     type: choice
//     default: all
//     label: {zh: 哪一方, en: Side}
//     values: {all: {zh: 双方, en: Both}, enterprise: {zh: 企业党组织, en: Enterprise side}, organ: {zh: 机关党组织, en: Organ side}}
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   side:
//     type: choice
//     label: {zh: 类别, en: Side}
//     values: {enterprise: {zh: 企业党组织, en: Enterprise side}, organ: {zh: 机关党组织, en: Organ side}}
//   firms: {type: int, label: {zh: 覆盖企业数, en: Firms covered}}
//   department: {type: key, node: Department, label: {zh: 设在部门, en: Set in}}
// about: {type: Branch, column: branch}
// verdict:
//   evidence: [level, formation, SET_IN, COVERS]
//   repairs:
//     - tells: {zh: "与一个机关党组织签订结对共建协议。", en: "Agree on a co-building pair with an organ branch."}
//       where: {side: enterprise}
//     - tells: {zh: "与一个企业党组织签订结对共建协议。", en: "Agree on a co-building pair with an enterprise branch."}
//       where: {side: organ}
// rules: [co_building]
// picture:
//   nodes: [branch, department]
//   edges: [SET_IN]
//   ghosts:
//     - {from: null, missing: CoBuildingPair, to: branch, edge: ENTERPRISE_SIDE, rule: co_building, where: {side: enterprise}}
//     - {from: null, missing: CoBuildingPair, to: branch, edge: ORGAN_SIDE, rule: co_building, where: {side: organ}}

MATCH (branch:Branch)
WITH branch, $at AS day
WHERE $side IN ['all', branch.side]
  AND
  // include: pairable
  AND NOT EXISTS {
    // include: partners
  }
// include: branch_kind
CALL (branch, day) {
  OPTIONAL MATCH (branch)-[set_in:SET_IN]->(office:Department) WHERE set_in.since <= day < set_in.until
  RETURN min(office.key) AS department
}
RETURN branch.key AS branch, branch.name AS name, branch.side AS side, firms, department
ORDER BY side, firms DESC, branch
