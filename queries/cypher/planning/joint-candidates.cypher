// id: joint-candidates
// title: {zh: 最适合并入的联合党支部, en: The joint branch that fits best}
// tells:
//   zh: 有党员、不足单独组建人数的未覆盖企业，并入附近哪个还有余量的联合党支部最合适：就近、同业、同产业链、不跨片区乡办，各项之和为得分；单独党支部也可并入，并入后转为联合。附近没有的企业也列出。
//   en: For each uncovered firm with members but too few for its own branch, the nearby joint branches with room that fit best - near, same trade, same supply chain, no border between; the score is their sum. An own branch may take it in and then becomes joint. A firm with none near is listed too.
// for: [planner]
// parameters:
//   radius: {type: int, default: {rule: near_radius}, minimum: 1, maximum: 100000, unit: {zh: 米, en: m}, label: {zh: 距离不超过, en: Within}}
//   kind: {type: choice, default: any, label: {zh: 组建形式, en: Formation}, values: {any: {zh: 单独和联合, en: Own and joint}, joint: {zh: 只看联合党支部, en: Joint branches only}}}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
//   per_firm: {type: int, default: 3, minimum: 1, maximum: 100, label: {zh: 每家企业最多列几个党组织, en: Branches per firm}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   branch_name: {type: text, label: {zh: 党组织名称, en: Branch's name}}
//   kind:
//     type: choice
//     label: {zh: 组建形式, en: Formation}
//     values: {own: {zh: 单独党支部, en: Own branch}, joint: {zh: 联合党支部, en: Joint branch}}
//   becomes_joint: {type: bool, label: {zh: 并入后转为联合, en: Would become joint}}
//   score: {type: int, label: {zh: 得分, en: Score}}
//   near: {type: bool, label: {zh: 就近, en: Near}}
//   metres: {type: float, unit: {zh: 米, en: m}, label: {zh: 直线距离, en: Distance}}
//   same_trade: {type: bool, label: {zh: 同业, en: Same trade}}
//   same_chain: {type: bool, label: {zh: 同产业链, en: Same supply chain}}
//   no_border: {type: bool, label: {zh: 不跨片区乡办, en: No border between}}
//   firms: {type: int, label: {zh: 已覆盖企业数, en: Firms covered}}
//   room: {type: int, label: {zh: 余量, en: Room left}}
//   place_name: {type: text, label: {zh: 量到何处, en: Measured to}}
//   approximate: {type: bool, label: {zh: 距离为约数（取网格中心）, en: Approximate (cell centre)}}
//   trade: {type: text, label: {zh: 企业行业, en: Firm's trade}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true}
// rules: [members_covered, build_along, near_radius, joint_firms, own_members, branch_kind, counted_membership]
// picture:
//   nodes: [firm, branch]
//   edges: []
//   ghosts: [{from: branch, missing: Branch, to: firm, edge: COVERS, metres: metres, rule: members_covered}]

WITH $at AS asked
// include: uncovered_firms_of_area
// include: counted
WITH * WHERE formal < $rule_own_members AND formal + probationary > 0
// include: place
WITH * WHERE $area = '' OR $area IN areas
WITH *, firm AS covered
// include: group
WITH *, group AS firm_group
OPTIONAL CALL (firm, day, firm_group) {
  // include: stands
  WITH * WHERE here IS NOT NULL
  // include: near_places
  WITH firm, branch, day, firm_group, grid, spot, metres, place, place_name, approximate
  ORDER BY metres, place DESC, spot.key
  WITH firm, branch, day, firm_group, head(collect({
    grid: grid, spot: spot, metres: metres, place_name: place_name, approximate: approximate
  })) AS nearest
  // include: branch_kind
  WITH *, $rule_joint_firms - firms AS room
  WHERE room > 0 AND $kind IN ['any', kind]
  WITH firm, day, firm_group, collect({
    branch: branch, nearest: nearest, kind: kind, firms: firms, groups: groups, room: room,
    grid: nearest.grid, spot: nearest.spot
  }) AS pairs
  // include: borders
  WITH *, pair.branch AS branch, pair.nearest AS nearest, pair.kind AS kind, pair.firms AS firms, pair.groups AS groups,
    pair.room AS room,
    NOT coalesce(crosses_area, false) AND NOT coalesce(crosses_township, false)
      AND (crosses_area IS NOT NULL OR crosses_township IS NOT NULL) AS no_border
  WITH *, EXISTS {
    MATCH (branch)-[along:COVERS]->(like_firm:Enterprise)
    WHERE along.since <= day < along.until AND like_firm.industry = firm.industry
  } AS same_trade, EXISTS {
    MATCH (branch)-[along:COVERS]->(:Enterprise)-[chained:SUPPLIES]-(firm)
    WHERE along.since <= day < along.until AND chained.since <= day < chained.until
  } AS same_chain, nearest.metres <= $rule_near_radius AS near
  WITH *, size([part IN [near, same_trade, same_chain, no_border] WHERE part]) AS score
  RETURN branch, nearest, kind, firms, room, near, same_trade, same_chain, no_border, score,
    kind = 'own' AND firms > 0 AND NOT firm_group IN groups AS becomes_joint
  ORDER BY score DESC, kind, nearest.metres, branch.key
  LIMIT $per_firm
}
RETURN firm.key AS firm, firm.name AS name, formal, probationary, branch.key AS branch, branch.name AS branch_name,
  kind, becomes_joint, score, near, nearest.metres AS metres, same_trade, same_chain, no_border,
  firms, room, nearest.place_name AS place_name, nearest.approximate AS approximate, firm.industry AS trade, area, cell
ORDER BY firm, score DESC, kind, metres, branch
