// id: members-uncovered
// title: {zh: 有党员未覆盖, en: "Members, uncovered"}
// tells: {zh: 有在册党员（正式或预备）而没有任何党组织覆盖的企业。, en: "Firms with a counted member, formal or probationary, that no branch covers."}
// for: [staff, planner]
// parameters:
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true, first: true}
// verdict:
//   evidence: [operating_state, ownership, WORKS_AT/BELONGS_TO, COVERS]
//   repairs:
//     - tells: {zh: "就近并入联合党支部；或再转入 {short} 名正式党员，即可单独建支部。", en: "Take it into a joint branch near by, or let {short} more formal members transfer in and it can have a branch of its own."}
//       fills: {short: [own_members, formal]}
//     - tells: {zh: "有在册正式党员 {formal} 名，可单独建支部。", en: "With {formal} counted formal members it can have a branch of its own."}
// rules: [members_covered, counted_membership, own_members]
// picture:
//   nodes: [firm]
//   edges: []
//   ghosts: [{from: null, missing: Branch, to: firm, edge: COVERS, rule: members_covered}]

WITH $at AS asked
// include: uncovered_firms_of_area
// include: counted
WITH * WHERE formal + probationary > 0
// include: place
WITH * WHERE $area = '' OR $area IN areas
RETURN firm.key AS firm, firm.name AS name, formal, probationary, area, cell
ORDER BY formal DESC, probationary DESC, firm
