// id: neighbours-reach-three
// title: {zh: 邻近企业合起来达三名, en: Neighbours who together reach three}
// tells:
//   zh: 没有党组织、各自正式党员不足的相邻企业，从一家起由近到远，加到正式党员合起来够建一个支部为止；同样几家只列一次，取相距最近的一种。
//   en: Neighbouring firms without an organisation, each with too few formal members - from a first firm outwards until together they have enough for a branch. The same firms are listed once, from the first firm that has them nearest.
// for: [planner]
// parameters:
//   radius: {type: int, default: {rule: near_radius}, minimum: 1, maximum: 100000, unit: {zh: 米, en: m}, label: {zh: 距离不超过, en: Within}}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 从哪家算起, en: First firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   firms: {type: keys, node: Enterprise, label: {zh: 企业, en: Firms}}
//   names: {type: text, label: {zh: 一起的企业, en: Names of the firms}}
//   count: {type: int, label: {zh: 家数, en: How many}}
//   formal: {type: int, label: {zh: 正式党员合计, en: Formal members together}}
//   probationary: {type: int, label: {zh: 预备党员合计, en: Probationary members together}}
//   metres: {type: float, unit: {zh: 米, en: m}, label: {zh: 最远一家的直线距离, en: Distance of the farthest}}
//   approximate: {type: bool, label: {zh: 距离为约数（取网格中心）, en: Approximate (cell centre)}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm}
// rules: [near_radius, own_members, joint_firms, members_covered, build_along, counted_membership]
// picture:
//   nodes: [firms]
//   edges: []
//   ghosts: [{from: null, missing: Branch, to: firms, between: [firms], edge: COVERS, rule: members_covered}]

WITH $at AS asked
// include: uncovered_firms
// include: counted
WITH * WHERE 0 < formal < $rule_own_members
WITH day, collect({firm: firm, formal: formal, probationary: probationary}) AS waiting
CALL (waiting, day) {
  UNWIND waiting AS one
  RETURN one.firm AS other, one, null AS seen
  UNION ALL
  UNWIND waiting AS first
  WITH first, first.firm AS firm, day
  // include: stands
  WITH * WHERE here IS NOT NULL
  // include: near_firms
  WITH first, firm, other, metres, approximate ORDER BY metres, approximate
  WITH firm, other, head(collect({first: first, metres: metres, approximate: approximate})) AS seen
  WHERE other <> firm
  RETURN other, null AS one, seen
}
// who waits meets those who see it by its node: to look for each in the list of all takes the square of them
WITH day, other, head(collect(one)) AS one, collect(seen) AS seen
WHERE one IS NOT NULL
UNWIND seen AS sight
WITH day, one, sight ORDER BY sight.metres, one.firm.key
WITH day, sight.first.firm AS firm, head(collect(sight.first)) AS first,
  collect(one {.*, metres: sight.metres, approximate: sight.approximate}) AS near
// as few of the nearest as are needed
WITH day, first, near, head([
  i IN range(1, size(near))
  WHERE reduce(total = first.formal, one IN near[..i] | total + one.formal) >= $rule_own_members
]) AS needed
WHERE needed < $rule_joint_firms
CALL (first, near, needed) {
  UNWIND [first {.*, metres: toFloat(0), approximate: false}] + near[..needed] AS one
  WITH one ORDER BY one.firm.key
  RETURN collect(one.firm.key) AS firms, collect(one.firm.name) AS all_names, sum(one.formal) AS formal,
    sum(one.probationary) AS probationary, max(one.metres) AS metres, true IN collect(one.approximate) AS approximate
}
WITH * ORDER BY metres, first.firm.key
WITH day, firms, all_names, formal, probationary,
  head(collect({firm: first.firm, metres: metres, approximate: approximate})) AS best
WITH *, best.firm AS firm
// include: place
WITH * WHERE $area = '' OR $area IN areas
RETURN firm.key AS firm, firm.name AS name, firms,
  reduce(words = head(all_names), other_name IN tail(all_names) | words + '、' + other_name) AS names,
  size(firms) AS count, formal, probationary, best.metres AS metres, best.approximate AS approximate, area, cell
ORDER BY metres, firm, firms
