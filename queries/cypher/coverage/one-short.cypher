// id: one-short
// title: {zh: 差一名即可单建, en: One short of their own branch}
// tells:
//   zh: 还差几名正式党员就可单独建支部、又有党员组织关系未转入的企业：差几名，未转入的有几名，其中正式党员几名。
//   en: Firms that lack one formal member (or so many) for their own branch and where members work whose membership is elsewhere - how many are lacking, how many are elsewhere, how many of those are formal.
// for: [staff, planner]
// parameters:
//   short: {type: int, default: 1, minimum: 1, maximum: 100, unit: {zh: 名正式党员, en: formal members}, label: {zh: 最多差几名, en: Short by at most}}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   lacking: {type: int, label: {zh: 还差, en: Lacking}}
//   elsewhere: {type: int, label: {zh: 组织关系未转入, en: Membership elsewhere}}
//   elsewhere_formal: {type: int, label: {zh: 其中正式党员, en: Formal among them}}
//   result:
//     type: choice
//     label: {zh: 全部转入后, en: Once all have transferred}
//     values: {enough: {zh: 可单独建支部, en: Enough for their own branch}, short: {zh: 仍不足, en: Still short}}
//   branch: {type: key, node: Branch, label: {zh: 现在党组织代码, en: Present branch}}
//   branch_name: {type: text, label: {zh: 现在党组织, en: Present branch's name}}
//   members: {type: keys, node: Member, label: {zh: 未转入党员, en: Members elsewhere}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true}
// hole: {result: enough}
// rules: [own_members, transfer_in, counted_membership, formal_members, branch_kind]
// picture:
//   nodes: [firm, members, branch]
//   edges: [WORKS_AT, COVERS]
//   ghosts: [{from: null, missing: Branch, to: firm, edge: COVERS, rule: own_members, where: {result: enough}}]

WITH $at AS asked
// include: operating_firms_of_area
// include: counted
WITH * WHERE $rule_own_members - $short <= formal < $rule_own_members
// include: organisations
WITH * WHERE organisation IS NULL OR organisation_kind = 'joint'
// include: elsewhere
WITH * WHERE size(elsewhere) > 0
// include: place
WITH * WHERE $area = '' OR $area IN areas
RETURN firm.key AS firm, firm.name AS name, formal, $rule_own_members - formal AS lacking,
  size(elsewhere) AS elsewhere, elsewhere_formal,
  CASE WHEN formal + elsewhere_formal >= $rule_own_members THEN 'enough' ELSE 'short' END AS result,
  organisation.key AS branch, organisation.name AS branch_name, elsewhere AS members, area, cell
ORDER BY lacking, elsewhere_formal DESC, elsewhere DESC, firm
