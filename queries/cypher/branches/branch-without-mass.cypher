// id: branch-without-mass
// title: {zh: 有党组织缺群团, en: "Organised firms, mass bodies missing"}
// tells:
//   zh: 已有党组织而缺工会、共青团或妇联的企业，缺哪几样。以群团台账为准，企业自己填的不作依据。
//   en: Firms with an organisation that lack a trade union, youth league or women's federation, and which. The ledger of mass bodies decides, not what firms report of themselves.
// for: [staff, planner]
// parameters:
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   missing: {type: int, label: {zh: 缺几样, en: How many missing}}
//   union:
//     type: choice
//     label: {zh: 工会, en: Trade union}
//     values: {has: {zh: 有, en: Has}, missing: {zh: 缺, en: Missing}, not_asked: {zh: 不要求, en: Not asked for}}
//   youth:
//     type: choice
//     label: {zh: 共青团, en: Youth league}
//     values: {has: {zh: 有, en: Has}, missing: {zh: 缺, en: Missing}, not_asked: {zh: 不要求, en: Not asked for}}
//   women:
//     type: choice
//     label: {zh: 妇联, en: "Women's federation"}
//     values: {has: {zh: 有, en: Has}, missing: {zh: 缺, en: Missing}, not_asked: {zh: 不要求, en: Not asked for}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   branch_name: {type: text, label: {zh: 党组织名称, en: "Branch's name"}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true}
// rules: [mass_bodies, members_covered]
// picture:
//   nodes: [firm, branch]
//   edges: [COVERS]
//   ghosts: [{from: null, missing: MassOrganisation, to: firm, edge: SERVES, rule: mass_bodies}]

WITH $at AS asked
// include: operating_firms_of_area
// include: organisation
WITH firm, day, branch ORDER BY branch.key
WITH firm, day, head(collect(branch)) AS organisation
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[serves:SERVES]-(mass:MassOrganisation) WHERE serves.since <= day < serves.until
  RETURN collect(DISTINCT mass.body) AS bodies
}
WITH *, [body IN $rule_mass_bodies WHERE NOT body IN bodies] AS lacking
WHERE size(lacking) > 0
// include: place
WITH * WHERE $area = '' OR $area IN areas
RETURN firm.key AS firm, firm.name AS name, size(lacking) AS missing,
  CASE WHEN 'union' IN bodies THEN 'has' WHEN 'union' IN lacking THEN 'missing' ELSE 'not_asked' END AS union,
  CASE WHEN 'youth' IN bodies THEN 'has' WHEN 'youth' IN lacking THEN 'missing' ELSE 'not_asked' END AS youth,
  CASE WHEN 'women' IN bodies THEN 'has' WHEN 'women' IN lacking THEN 'missing' ELSE 'not_asked' END AS women,
  organisation.key AS branch, organisation.name AS branch_name, area, cell
ORDER BY missing DESC, area, cell, firm
