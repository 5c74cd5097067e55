// id: clusters
// title: {zh: 企业群, en: Clusters of firms}
// tells:
//   zh: 由联合党支部、结对（同一机关党组织）、供应关系和同一干部连成一片的正常经营企业，大的在前：多少家、凭什么相连、其中哪些有党员而未覆盖、哪些党组织未结对。
//   en: Operating firms held together by joint branches, pairs with one organ branch, supply and shared officers, largest cluster first - how many, by what ties, which of them have members but no organisation, which branches no pair.
// for: [staff, planner, report]
// parameters:
//   ties:
//     type: choice
//     default: all
//     label: {zh: 算哪些联系, en: Ties that count}
//     values: {all: {zh: 全部, en: All}, without_officers: {zh: 不含同一干部, en: Without shared officers}}
//   least: {type: int, default: 2, minimum: 2, maximum: 100000, unit: {zh: 家, en: firms}, label: {zh: 至少, en: At least}}
// columns:
//   cluster: {type: key, node: Enterprise, label: {zh: 群号（其中代码最小的企业）, en: Cluster (by its smallest firm code)}}
//   name: {type: text, label: {zh: 该企业名称, en: "That firm's name"}}
//   firms: {type: int, label: {zh: 企业数, en: Firms}}
//   covered: {type: int, label: {zh: 其中已覆盖, en: Of these covered}}
//   branches: {type: int, label: {zh: 企业党组织, en: Enterprise branches}}
//   organs: {type: int, label: {zh: 机关党组织, en: Organ branches}}
//   supplies: {type: int, label: {zh: 供应关系, en: Supply ties}}
//   officers: {type: int, label: {zh: 共同干部, en: Shared officers}}
//   areas: {type: text, label: {zh: 片区, en: Areas}}
//   firm_keys: {type: keys, node: Enterprise, label: {zh: 企业, en: The firms}}
//   branch_keys: {type: keys, node: Branch, label: {zh: 企业党组织代码, en: The enterprise branches}}
//   organ_keys: {type: keys, node: Branch, label: {zh: 机关党组织代码, en: The organ branches}}
//   pair_keys: {type: keys, node: CoBuildingPair, label: {zh: 结对, en: The pairs}}
//   officer_keys: {type: keys, node: Officer, label: {zh: 共同干部编号, en: The shared officers}}
//   uncovered: {type: keys, node: Enterprise, label: {zh: 有党员未覆盖企业, en: "Firms with members, uncovered"}}
//   unpaired: {type: keys, node: Branch, label: {zh: 未结对党组织, en: Branches without a pair}}
// rules: [co_building, build_along, members_covered, counted_membership]
// picture:
//   nodes: [firm_keys, branch_keys, organ_keys, pair_keys, officer_keys, uncovered, unpaired]
//   edges: [COVERS, ORGAN_SIDE, ENTERPRISE_SIDE, SUPPLIES, CONTACTS, INSTRUCTS, SECRETARY_OF]
//   ghosts:
//     - {from: null, missing: Branch, to: uncovered, edge: COVERS, rule: members_covered}
//     - {from: null, missing: CoBuildingPair, to: unpaired, edge: ENTERPRISE_SIDE, rule: co_building}

WITH $at AS asked
// include: operating_firms
// From each firm breadth first, every node once: the planner prunes this pattern because only distinct ends are kept.
MATCH (firm) (()-[tie:COVERS|ORGAN_SIDE|ENTERPRISE_SIDE|SUPPLIES|CONTACTS|INSTRUCTS|SECRETARY_OF
  WHERE tie.since <= $at AND $at < tie.until
    // a secretary who is no officer holds nothing together: the answer would not name the tie
    AND NOT startNode(tie):Member
    AND ($ties = 'all' OR NOT type(tie) IN ['CONTACTS', 'INSTRUCTS', 'SECRETARY_OF'])
  ]-(step WHERE step.dissolved_on IS NULL OR $at < step.dissolved_on))+ (other:Enterprise)
WITH DISTINCT firm, other, day
WITH firm, day, min(other.key) AS smallest
WITH day, CASE WHEN smallest < firm.key THEN smallest ELSE firm.key END AS label, firm ORDER BY firm.key
WITH day, label, collect(firm) AS members
WHERE size(members) >= $least
CALL (members, day) {
  UNWIND members AS firm
  OPTIONAL CALL (firm, day) {
    // include: organisation
    RETURN branch
  }
  WITH day, branch, collect(firm.key) AS covered_keys
  WHERE branch IS NOT NULL
  CALL (branch, day) {
    OPTIONAL CALL (branch, day) {
      // include: partners
      RETURN pair, partner
    }
    WITH pair, partner ORDER BY pair.key, partner.key
    RETURN collect(DISTINCT pair.key) AS pairs, collect(DISTINCT partner.key) AS partners
  }
  WITH branch, covered_keys, pairs, partners, CASE WHEN
    // include: pairable
    AND size(pairs) = 0
  THEN branch.key END AS unpaired_key
  ORDER BY branch.key
  RETURN collect(branch) AS organisations, collect(unpaired_key) AS unpaired,
    reduce(keys = [], list IN collect(covered_keys) | keys + [key IN list WHERE NOT key IN keys]) AS covered_firms,
    reduce(keys = [], list IN collect(pairs) | keys + [key IN list WHERE NOT key IN keys]) AS pair_keys,
    reduce(keys = [], list IN collect(partners) | keys + [key IN list WHERE NOT key IN keys]) AS organ_keys
}
CALL (members, covered_firms, day) {
  UNWIND members AS firm
  WITH firm, day WHERE NOT firm.key IN covered_firms
  // include: counted
  WITH firm WHERE formal + probationary > 0
  RETURN collect(firm.key) AS uncovered
}
CALL (members, day) {
  UNWIND members AS supplier
  MATCH (supplier)-[supplies:SUPPLIES]->(buyer:Enterprise)
  WHERE supplies.since <= day < supplies.until AND buyer IN members
  RETURN count(supplies) AS supply_ties
}
CALL (members, organisations, day) {
  UNWIND CASE WHEN $ties = 'all' THEN members + organisations ELSE [] END AS held
  MATCH (held)<-[holds:CONTACTS|INSTRUCTS|SECRETARY_OF]-(officer:Officer) WHERE holds.since <= day < holds.until
  WITH officer, count(DISTINCT held) AS several WHERE several > 1
  WITH officer ORDER BY officer.key
  RETURN collect(officer.key) AS officer_keys
}
CALL (members, day) {
  UNWIND members AS firm
  // include: place
  UNWIND split(area, '、') AS area_name
  WITH DISTINCT area_name ORDER BY area_name
  RETURN collect(area_name) AS area_names
}
RETURN label AS cluster, head(members).name AS name, size(members) AS firms, size(covered_firms) AS covered,
  size(organisations) AS branches, size(organ_keys) AS organs, supply_ties AS supplies, size(officer_keys) AS officers,
  reduce(words = head(area_names), area_name IN tail(area_names) | words + '、' + area_name) AS areas,
  [firm IN members | firm.key] AS firm_keys, [branch IN organisations | branch.key] AS branch_keys,
  organ_keys, pair_keys, officer_keys, uncovered, unpaired
ORDER BY firms DESC, cluster
