// id: several-pairs
// title: {zh: 一对多结对, en: Branches with several pairs}
// tells:
//   zh: 同时与两个以上党组织结对的党组织，机关一方和企业一方都看；有停滞的结对单独标出，其中哪几对停滞画成虚线。
//   en: Branches paired with two or more others at once, seen from either side; where some of those pairs are idle, these are marked and drawn dashed.
// for: [staff, planner]
// parameters:
//   side:
//     type: choice
//     default: all
//     label: {zh: 哪一方, en: Side}
//     values: {all: {zh: 双方, en: Both}, enterprise: {zh: 企业党组织, en: Enterprise side}, organ: {zh: 机关党组织, en: Organ side}}
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   side:
//     type: choice
//     label: {zh: 类别, en: Side}
//     values: {enterprise: {zh: 企业党组织, en: Enterprise side}, organ: {zh: 机关党组织, en: Organ side}}
//   partners: {type: int, label: {zh: 结对党组织数, en: Partners}}
//   idle: {type: int, label: {zh: 其中停滞, en: Of these idle}}
//   kept_up:
//     type: choice
//     label: {zh: 是否都在开展, en: Kept up}
//     values: {all: {zh: 都在开展, en: All}, some: {zh: 有停滞的, en: Some idle}}
//   partner_names: {type: text, label: {zh: 结对党组织, en: Partners' names}}
//   partner_branches: {type: keys, node: Branch, label: {zh: 结对党组织代码, en: Partner branches}}
//   pairs: {type: keys, node: CoBuildingPair, label: {zh: 结对, en: Pairs}}
//   idle_pairs: {type: keys, node: CoBuildingPair, label: {zh: 停滞的结对, en: Idle pairs}}
// about: {type: Branch, column: branch}
// hole: {kept_up: some}
// rules: [co_building, pair_idle_months]
// picture:
//   nodes: [branch, partner_branches, pairs, idle_pairs]
//   edges: [ORGAN_SIDE, ENTERPRISE_SIDE]
//   ghosts: [{from: null, missing: Activity, to: idle_pairs, edge: OF, rule: pair_idle_months, where: {kept_up: some}}]

WITH $at AS day
// include: partners
WITH DISTINCT branch, pair, partner, day
WHERE (branch.dissolved_on IS NULL OR day < branch.dissolved_on) AND $side IN ['all', branch.side]
// include: pair_activity
WITH branch, partner, pair, quiet_since + duration({months: $rule_pair_idle_months}) <= day AS is_idle
ORDER BY partner.key, pair.key
WITH branch, collect(DISTINCT partner) AS others, collect(DISTINCT pair.key) AS pairs,
  collect(DISTINCT CASE WHEN is_idle THEN pair.key END) AS idle_pairs
WHERE size(others) > 1
RETURN branch.key AS branch, branch.name AS name, branch.side AS side, size(others) AS partners,
  size(idle_pairs) AS idle, CASE WHEN size(idle_pairs) > 0 THEN 'some' ELSE 'all' END AS kept_up,
  reduce(words = head(others).name, other IN tail(others) | words + '、' + other.name) AS partner_names,
  [other IN others | other.key] AS partner_branches, pairs, idle_pairs
ORDER BY partners DESC, side, branch
