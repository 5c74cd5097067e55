// id: uncovered-near-branch
// title: {zh: 附近党组织, en: Uncovered firms near a branch}
// tells:
//   zh: 未覆盖企业与附近的党组织：直线距离由近到远，联合党支部还有几家余量；附近没有的企业也列出。
//   en: Uncovered firms and the branches near them, nearest first, with the room left in each; a firm with none near is listed too.
// for: [planner]
// parameters:
//   action:
//     type: choice
//     default: joint
//     label: {zh: 措施, en: Action}
//     values:
//       joint: {zh: 联合组建（有党员，不足单独组建人数）, en: Join a branch (some members but too few for their own)}
//       own: {zh: 单独组建（正式党员已达人数）, en: Build their own (enough formal members)}
//       work: {zh: 工作覆盖（没有党员且无人联系）, en: Work coverage (no members and nobody reaches them)}
//   radius: {type: int, default: {rule: near_radius}, minimum: 1, maximum: 100000, unit: {zh: 米, en: m}, label: {zh: 距离不超过, en: Within}}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
//   room: {type: choice, default: any, label: {zh: 余量, en: Room}, values: {any: {zh: 不限, en: Any}, free: {zh: 只列有余量的, en: Only with room}}}
//   per_firm: {type: int, default: 3, minimum: 1, maximum: 100, label: {zh: 每家企业最多列几个党组织, en: Branches per firm}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   located:
//     type: choice
//     label: {zh: 企业坐标, en: Firm's position}
//     values: {point: {zh: 有坐标, en: Known}, cell: {zh: 取网格中心, en: Centre of its cell}, none: {zh: 无坐标, en: Unknown}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   branch_name: {type: text, label: {zh: 党组织名称, en: Branch's name}}
//   metres: {type: float, unit: {zh: 米, en: m}, label: {zh: 直线距离, en: Distance}}
//   place:
//     type: choice
//     label: {zh: 距离量到, en: Measured to}
//     values: {seat: {zh: 党组织驻地, en: The branch's seat}, covered: {zh: 所覆盖企业的厂区, en: A covered firm's site}}
//   place_name: {type: text, label: {zh: 量到何处, en: Place}}
//   approximate: {type: bool, label: {zh: 距离为约数（取网格中心）, en: Approximate (cell centre)}}
//   kind:
//     type: choice
//     label: {zh: 组建形式, en: Formation}
//     values: {own: {zh: 单独党支部, en: Own branch}, joint: {zh: 联合党支部, en: Joint branch}}
//   firms: {type: int, label: {zh: 已覆盖企业数, en: Firms covered}}
//   room: {type: int, label: {zh: 余量, en: Room left}}
//   becomes_joint: {type: bool, label: {zh: 并入后转为联合, en: Would become joint}}
//   crosses_area: {type: bool, label: {zh: 跨片区, en: Crosses an area}}
//   crosses_township: {type: bool, label: {zh: 跨乡办, en: Crosses a township}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true}
// verdict:
//   rule: members_covered
//   evidence: [operating_state, ownership, WORKS_AT/BELONGS_TO, OF/IN_GRID]
//   repairs:
//     - tells: {zh: "并入“{branch_name}”，距离约 {metres:.0f} 米，还有 {room} 家余量。", en: "Take it into “{branch_name}”, {metres:.0f} m away, with room for {room}."}
//     - tells: {zh: "附近没有党组织：放宽距离再查，或与相邻的未覆盖企业一起新建联合党支部。", en: "No branch is near: widen the distance, or build a joint branch with uncovered neighbours."}
// rules: [near_radius, members_covered, joint_firms, own_members, branch_kind, counted_membership, work_coverage]
// picture:
//   nodes: [firm, branch]
//   edges: []
//   ghosts: [{from: branch, missing: Branch, to: firm, edge: COVERS, metres: metres, rule: members_covered}]

WITH $at AS asked
// include: uncovered_firms_of_area
// include: counted
WITH * WHERE CASE $action
  WHEN 'joint' THEN formal < $rule_own_members AND formal + probationary > 0
  WHEN 'own' THEN formal >= $rule_own_members
  ELSE formal + probationary = 0 AND
    // include: unreached
END
// include: place
WITH * WHERE $area = '' OR $area IN areas
WITH *, firm AS covered
// include: group
CALL (firm, day) {
  // include: stands
  WITH collect(CASE WHEN here IS NOT NULL THEN rough END) AS roughs
  RETURN CASE WHEN false IN roughs THEN 'point' WHEN true IN roughs THEN 'cell' ELSE 'none' END AS located
}
WITH day, collect({
  firm: firm, group: group, formal: formal, probationary: probationary, located: located, area: area, cell: cell
}) AS holes
CALL (holes, day) {
  UNWIND holes AS hole
  RETURN hole, null AS found
  UNION ALL
  UNWIND holes AS hole
  WITH hole, hole.firm AS firm, day
  // include: stands
  WITH * WHERE here IS NOT NULL
  // include: near_marks
  // what many firms are near is looked at once for all of them
  WITH mark, day, collect({hole: hole, grid: grid, rough: rough, metres: metres}) AS seen
  // include: spots_of_mark
  // include: branches_of_spot
  WITH branch, day, collect({spot: spot, there_rough: there_rough, place: place, place_name: place_name, seen: seen}) AS spots
  WHERE
    // include: zone_branch
  // a branch is near several firms: what it covers is counted once for all of them
  // include: branch_kind
  UNWIND spots AS one
  UNWIND one.seen AS near
  RETURN near.hole AS hole, {
    branch: branch, kind: kind, firms: firms, groups: groups, metres: near.metres, place: one.place,
    place_name: one.place_name, approximate: near.rough OR one.there_rough, grid: near.grid, spot: one.spot
  } AS found
}
WITH day, hole.firm AS firm, head(collect(hole)) AS hole, collect(found) AS found
OPTIONAL CALL (hole, found) {
  UNWIND found AS one
  WITH one, CASE WHEN one.firms > $rule_joint_firms THEN 0 ELSE $rule_joint_firms - one.firms END AS room
  WHERE $room = 'any' OR room > 0
  WITH one, one.branch AS branch, room
  ORDER BY one.metres, one.place DESC, one.spot.key
  WITH branch, room, head(collect(one)) AS nearest
  RETURN nearest, room,
    $action = 'joint' AND nearest.kind = 'own' AND nearest.firms > 0 AND NOT hole.group IN nearest.groups AS becomes_joint
  ORDER BY nearest.metres, branch.key LIMIT $per_firm
}
WITH day, collect({
  hole: hole, nearest: nearest, room: room, becomes_joint: becomes_joint, grid: nearest.grid, spot: nearest.spot
}) AS pairs
// include: borders
WITH *, pair.hole AS hole, pair.nearest AS nearest
WITH *, hole.firm AS firm, nearest.branch AS branch
RETURN firm.key AS firm, firm.name AS name, hole.formal AS formal, hole.probationary AS probationary,
  hole.located AS located,
  branch.key AS branch, branch.name AS branch_name, nearest.metres AS metres,
  nearest.place AS place, nearest.place_name AS place_name, nearest.approximate AS approximate,
  nearest.kind AS kind, nearest.firms AS firms, pair.room AS room, pair.becomes_joint AS becomes_joint,
  crosses_area, crosses_township, hole.area AS area, hole.cell AS cell
ORDER BY metres, located = 'none', firm, branch
