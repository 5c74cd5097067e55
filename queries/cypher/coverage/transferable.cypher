// id: transferable
// title: {zh: 组织关系待转入, en: Membership elsewhere}
// tells:
//   zh: 组织关系未转入的正式党员转入后，即达到单独建支部人数的企业：在册几名，转入几名，这些党员的组织关系在何处。
//   en: Firms that would have enough formal members for their own branch if those working there transferred their membership - how many are counted, how many would come, where they belong now.
// for: [staff, planner]
// parameters:
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   elsewhere_formal: {type: int, label: {zh: 未转入正式党员, en: Formal members elsewhere}}
//   together: {type: int, label: {zh: 转入后正式党员, en: Formal members together}}
//   elsewhere: {type: int, label: {zh: 未转入党员, en: Members elsewhere}}
//   from_village: {type: int, label: {zh: 在村（社区）, en: In a village or community}}
//   from_market: {type: int, label: {zh: 在人才市场, en: At the talent market}}
//   from_others: {type: int, label: {zh: 在其他处或未填, en: In other places or not stated}}
//   branch: {type: key, node: Branch, label: {zh: 现在党组织代码, en: Present branch}}
//   branch_name: {type: text, label: {zh: 现在党组织, en: Present branch's name}}
//   members: {type: keys, node: Member, label: {zh: 未转入党员名单, en: Who they are}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true}
// rules: [transfer_in, own_members, counted_membership, formal_members, branch_kind]
// picture:
//   nodes: [firm, members, branch]
//   edges: [WORKS_AT, COVERS]
//   ghosts: [{from: null, missing: Branch, to: firm, edge: COVERS, rule: own_members}]

WITH $at AS asked
// include: operating_firms_of_area
// include: counted
WITH * WHERE formal < $rule_own_members
// include: elsewhere
WITH * WHERE formal + elsewhere_formal >= $rule_own_members
// include: organisations
WITH * WHERE organisation IS NULL OR organisation_kind = 'joint'
// include: place
WITH * WHERE $area = '' OR $area IN areas
RETURN firm.key AS firm, firm.name AS name, formal, elsewhere_formal, formal + elsewhere_formal AS together,
  size(elsewhere) AS elsewhere, from_village, from_market, size(elsewhere) - from_village - from_market AS from_others,
  organisation.key AS branch, organisation.name AS branch_name, elsewhere AS members, area, cell
ORDER BY together DESC, formal DESC, firm
