// id: supply-chain-branches
// title: {zh: 同产业链可联建的企业党组织, en: Branches along a supply chain}
// tells:
//   zh: 两个企业党组织所覆盖的企业有供应关系，却没有一起开展工作的：哪家供应哪家、什么产品。一起开展工作指同一机关党组织结对、共同的联建项目或共同的活动。
//   en: Two enterprise branches whose firms supply one another and that do not work together yet, with the firms and products. They work together when paired with one organ branch, building one project or holding an activity together.
// for: [staff, planner]
// parameters:
//   list:
//     type: choice
//     default: open
//     label: {zh: 列出, en: List}
//     values: {open: {zh: 尚未合作的, en: Not cooperating yet}, all: {zh: 全部, en: All}}
// columns:
//   supplier_branch: {type: key, node: Branch, label: {zh: 供应方党组织代码, en: "Supplier's branch"}}
//   supplier_branch_name: {type: text, label: {zh: 供应方党组织, en: "Supplier's branch, name"}}
//   buyer_branch: {type: key, node: Branch, label: {zh: 采购方党组织代码, en: "Buyer's branch"}}
//   buyer_branch_name: {type: text, label: {zh: 采购方党组织, en: "Buyer's branch, name"}}
//   supplies: {type: int, label: {zh: 供应关系数, en: Supply ties}}
//   ties: {type: text, label: {zh: 供应关系, en: Who supplies what to whom}}
//   cooperating:
//     type: choice
//     label: {zh: 已有合作, en: Already together}
//     values: {none: {zh: 尚无, en: Not yet}, organ: {zh: 与同一机关党组织结对, en: Paired with one organ branch}, project: {zh: 共同联建项目, en: One project}, activity: {zh: 共同活动, en: An activity together}}
//   suppliers: {type: keys, node: Enterprise, label: {zh: 供应企业代码, en: Suppliers}}
//   buyers: {type: keys, node: Enterprise, label: {zh: 采购企业代码, en: Buyers}}
// rules: [build_along, branch_kind]
// picture:
//   nodes: [supplier_branch, buyer_branch, suppliers, buyers]
//   edges: [COVERS, SUPPLIES]
//   ghosts:
//     - {from: null, missing: CoBuildingProject, to: supplier_branch, between: [supplier_branch, buyer_branch], edge: BUILT_BY, rule: build_along, where: {cooperating: none}}
//     - {from: null, missing: CoBuildingProject, to: buyer_branch, between: [supplier_branch, buyer_branch], edge: BUILT_BY, rule: build_along, where: {cooperating: none}}

WITH $at AS day
MATCH (supplier:Enterprise)-[supplies:SUPPLIES]->(buyer:Enterprise) WHERE supplies.since <= day < supplies.until
WITH DISTINCT day, supplier, buyer, supplies.product AS product
CALL (supplier, day) {
  WITH supplier AS firm, day
  // include: organisation
  WITH DISTINCT branch, day
  WHERE
    // include: zone_branch
  RETURN branch AS selling
}
CALL (buyer, day) {
  WITH buyer AS firm, day
  // include: organisation
  WITH DISTINCT branch, day
  WHERE
    // include: zone_branch
  RETURN branch AS buying
}
WITH * WHERE selling <> buying
WITH day, selling, buying, supplier, buyer, product ORDER BY supplier.name, buyer.name, product, supplier.key, buyer.key
WITH day, selling, buying, collect(DISTINCT supplier.key) AS suppliers, collect(DISTINCT buyer.key) AS buyers,
  collect(supplier.name + ' → ' + buyer.name + coalesce('（' + product + '）', '')) AS told
CALL (selling, buying, day) {
  WITH selling AS branch, buying AS other_branch, day
  // include: together
  RETURN cooperating
}
WITH * WHERE $list = 'all' OR cooperating = 'none'
RETURN selling.key AS supplier_branch, selling.name AS supplier_branch_name,
  buying.key AS buyer_branch, buying.name AS buyer_branch_name, size(told) AS supplies,
  reduce(words = head(told), tie IN tail(told) | words + '；' + tie) AS ties, cooperating, suppliers, buyers
ORDER BY supplies DESC, supplier_branch, buyer_branch
