// id: build-along
// title: {zh: 可联建企业, en: Firms to build along with}
// tells:
//   zh: 按联建四原则，为未覆盖企业（或选定的党组织）找可以一起联建的有党员企业：同产业链、同网格、就近、同业、规模相当，各占一条，符合越多越在前；已有党组织的并入其党组织，都没有的一起新建。
//   en: By the principles of building along, firms with members for an uncovered firm, or for a chosen branch, to build along with - one supply chain, one grid cell, near, one trade, like size, each its own column, most first. A firm with an organisation is joined; two without one build anew.
// for: [planner]
// parameters:
//   firm: {type: key, node: Enterprise, default: "", label: {zh: 未覆盖企业, en: Uncovered firm}}
//   branch: {type: key, node: Branch, default: "", label: {zh: 或党组织, en: Or a branch}}
//   area: {type: key, node: Area, default: "", label: {zh: 未覆盖企业所在片区, en: Area of the uncovered firms}}
//   candidates: {type: choice, default: all, label: {zh: 找哪些企业, en: Among}, values: {all: {zh: 有党员的企业, en: Firms with members}, uncovered: {zh: 其中未覆盖的, en: Uncovered ones only}}}
//   radius: {type: int, default: {rule: near_radius}, minimum: 1, maximum: 100000, unit: {zh: 米, en: m}, label: {zh: 就近不超过, en: Near is within}}
//   per_subject: {type: int, default: 5, minimum: 1, maximum: 1000, label: {zh: 最多列几家, en: Firms for each}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 未覆盖企业代码, en: Uncovered firm}}
//   branch: {type: key, node: Branch, label: {zh: 或党组织代码, en: Or branch}}
//   name: {type: text, label: {zh: 为谁找, en: For whom}}
//   candidate: {type: key, node: Enterprise, label: {zh: 可联建企业代码, en: Candidate}}
//   candidate_name: {type: text, label: {zh: 可联建企业, en: Candidate's name}}
//   step:
//     type: choice
//     label: {zh: 怎么联建, en: How}
//     values: {found: {zh: 一起新建联合党支部, en: Found a joint branch together}, join: {zh: 并入其党组织, en: Join its branch}, take_in: {zh: 由该党组织吸收, en: The branch takes it in}}
//   principles: {type: int, label: {zh: 符合几条, en: Principles met}}
//   same_chain: {type: bool, label: {zh: 同产业链, en: Same supply chain}}
//   same_cell: {type: bool, label: {zh: 同网格, en: Same grid cell}}
//   near: {type: bool, label: {zh: 就近, en: Near}}
//   same_trade: {type: bool, label: {zh: 同业, en: Same trade}}
//   similar_size: {type: bool, label: {zh: 规模相当, en: Like size}}
//   metres: {type: float, unit: {zh: 米, en: m}, label: {zh: 直线距离, en: Distance}}
//   products: {type: text, label: {zh: 供应产品, en: Products supplied}}
//   trade: {type: text, label: {zh: 行业, en: Trade}}
//   staff: {type: int, unit: {zh: 人, en: people}, label: {zh: 职工人数, en: Staff}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   candidate_branch: {type: key, node: Branch, label: {zh: 其党组织代码, en: Its branch}}
//   candidate_branch_name: {type: text, label: {zh: 其党组织, en: Its branch's name}}
//   room: {type: int, label: {zh: 其党组织余量, en: Room in its branch}}
// rules: [build_along, near_radius, similar_size, own_members, joint_firms, branch_kind, counted_membership]
// picture:
//   nodes: [firm, branch, candidate, candidate_branch]
//   edges: [SUPPLIES, COVERS]
//   ghosts:
//     - {from: null, missing: Branch, to: firm, between: [firm, candidate], edge: COVERS, metres: metres, rule: build_along, where: {step: found}}
//     - {from: null, missing: Branch, to: candidate, between: [firm, candidate], edge: COVERS, metres: metres, rule: build_along, where: {step: found}}
//     - {from: candidate_branch, to: firm, edge: COVERS, metres: metres, rule: build_along, where: {step: join}}
//     - {from: branch, to: candidate, edge: COVERS, metres: metres, rule: build_along, where: {step: take_in}}

CALL () {
  WITH $at AS asked WHERE $branch = ''
  // include: uncovered_firms_of_area
  // include: counted
  WITH * WHERE formal + probationary > 0 AND (firm.key = $firm OR ($firm = '' AND formal < $rule_own_members))
  RETURN firm.key AS subject, firm.name AS subject_name, [firm] AS base, day
  UNION
  MATCH (branch:Branch {key: $branch})-[covers:COVERS]->(firm:Enterprise)
  WHERE covers.since <= $at < covers.until
  RETURN null AS subject, branch.name AS subject_name, collect(DISTINCT firm) AS base, $at AS day
}
CALL (subject, base, day) {
  UNWIND base AS one
  CALL (one, day) {
    MATCH (one)-[supplies:SUPPLIES]-(other:Enterprise) WHERE supplies.since <= day < supplies.until
    RETURN other, 'chain' AS tie, supplies.product AS product, null AS metres
    UNION
    MATCH (one)<-[own_site:OF]-(:Site)-[own_grid:IN_GRID]->(:GridCell)<-[in_grid:IN_GRID]-(:Site)-[site_of:OF]->(other:Enterprise)
    WHERE own_site.since <= day < own_site.until
      AND own_grid.since <= day < own_grid.until
      AND in_grid.since <= day < in_grid.until
      AND site_of.since <= day < site_of.until
    RETURN other, 'cell' AS tie, null AS product, null AS metres
    UNION
    WITH one AS firm, day
    // include: stands
    WITH day, here, rough WHERE here IS NOT NULL
    // include: near_firms
    RETURN other, 'near' AS tie, null AS product, min(metres) AS metres
    UNION
    MATCH (other:Enterprise) WHERE other.industry = one.industry
    RETURN other, 'trade' AS tie, null AS product, null AS metres
  }
  // most firms have no member at all: nothing more is asked of them
  WITH base, day, other, tie, metres, product WHERE EXISTS { (other)<-[:WORKS_AT]-(:Member) }
  WITH base, day, other, tie, metres, product ORDER BY product
  WITH base, day, other, collect(DISTINCT tie) AS ties, min(metres) AS metres, collect(DISTINCT product) AS products
  WHERE NOT other IN base
  WITH *, other AS firm
  WHERE
    // include: operating
  // include: counted
  WITH * WHERE formal + probationary > 0
  // include: staff
  WITH *, staff AS other_staff
  CALL (firm, day) {
    OPTIONAL CALL (firm, day) {
      // include: organisation
      RETURN branch
    }
    WITH branch ORDER BY branch.key
    RETURN head(collect(branch)) AS candidate_branch
  }
  // An uncovered firm with enough members builds its own branch, so it is no candidate.
  WITH * WHERE CASE
    WHEN candidate_branch IS NULL THEN formal < $rule_own_members
    ELSE $branch = '' AND $candidates = 'all'
  END
  CALL (candidate_branch, day) {
    WITH candidate_branch AS branch, day WHERE candidate_branch IS NOT NULL
    // include: branch_kind
    RETURN collect(CASE WHEN firms > $rule_joint_firms THEN 0 ELSE $rule_joint_firms - firms END)[0] AS room
  }
  CALL (base, other_staff, day) {
    UNWIND base AS firm
    // include: staff
    WITH collect(staff) AS staffs
    RETURN any(own_staff IN staffs
      WHERE own_staff <= other_staff * $rule_similar_size AND other_staff <= own_staff * $rule_similar_size) AS similar_size
  }
  WITH *, 'chain' IN ties AS same_chain, 'cell' IN ties AS same_cell, 'near' IN ties AS near, 'trade' IN ties AS same_trade,
    coalesce(similar_size, false) AS like_size
  RETURN other, candidate_branch, room, same_chain, same_cell, near, same_trade, like_size, metres, products, other_staff,
    formal, probationary, size(ties) + CASE WHEN like_size THEN 1 ELSE 0 END AS principles
  ORDER BY principles DESC, metres, other.key
  LIMIT $per_subject
}
RETURN subject AS firm, CASE WHEN subject IS NULL THEN $branch END AS branch, subject_name AS name,
  other.key AS candidate, other.name AS candidate_name,
  CASE WHEN subject IS NULL THEN 'take_in' WHEN candidate_branch IS NULL THEN 'found' ELSE 'join' END AS step,
  principles, same_chain, same_cell, near, same_trade, like_size AS similar_size, metres,
  reduce(words = head(products), product IN tail(products) | words + '、' + product) AS products,
  other.industry AS trade, other_staff AS staff, formal, probationary,
  candidate_branch.key AS candidate_branch, candidate_branch.name AS candidate_branch_name, room
ORDER BY firm, principles DESC, metres, candidate
