// id: qualified-unbuilt
// title: {zh: 应建未建, en: "Qualified, unbuilt"}
// tells:
//   zh: 在册正式党员已达单独建支部人数而没有党组织的企业；另列在联合党支部中已达人数的企业（联建待转单建）。
//   en: Firms with enough counted formal members for a branch of their own and no organisation; listed apart, those that reached the number inside a joint branch.
// for: [staff, planner]
// parameters:
//   list:
//     type: choice
//     default: all
//     label: {zh: 名单, en: List}
//     values:
//       all: {zh: 全部, en: All}
//       unbuilt: {zh: 应建未建, en: "Qualified, unbuilt"}
//       in_joint: {zh: 联建待转单建, en: Qualified in a joint branch}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   list:
//     type: choice
//     label: {zh: 名单, en: List}
//     values:
//       unbuilt: {zh: 应建未建, en: "Qualified, unbuilt"}
//       in_joint: {zh: 联建待转单建, en: Qualified in a joint branch}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   branch: {type: key, node: Branch, label: {zh: 所在联合党支部代码, en: Joint branch}}
//   branch_name: {type: text, label: {zh: 所在联合党支部, en: Joint branch's name}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true, first: true}
// hole: {list: unbuilt}
// verdict:
//   evidence: [operating_state, ownership, WORKS_AT/BELONGS_TO, COVERS]
//   repairs:
//     - tells: {zh: "有在册正式党员 {formal} 名，申请成立党支部，报上级党委批准。", en: "With {formal} counted formal members, apply for a branch and have the committee above approve it."}
//       where: {list: unbuilt}
//     - tells: {zh: "有在册正式党员 {formal} 名，可从“{branch_name}”转出单独建支部。", en: "With {formal} counted formal members it can leave “{branch_name}” for a branch of its own."}
//       where: {list: in_joint}
// rules: [own_members, counted_membership, formal_members]
// picture:
//   nodes: [firm, branch]
//   edges: [COVERS]
//   ghosts: [{from: null, missing: Branch, to: firm, edge: COVERS, rule: own_members}]

WITH $at AS asked
// include: operating_firms_of_area
// include: counted
WITH * WHERE formal >= $rule_own_members
// include: organisations
WITH *, CASE WHEN organisation IS NULL THEN 'unbuilt' ELSE 'in_joint' END AS list
WHERE coalesce(organisation_kind, '') <> 'own' AND $list IN ['all', list]
// include: place
WITH * WHERE $area = '' OR $area IN areas
RETURN firm.key AS firm, firm.name AS name, list, formal, probationary,
  organisation.key AS branch, organisation.name AS branch_name, area, cell
ORDER BY list DESC, formal DESC, firm
