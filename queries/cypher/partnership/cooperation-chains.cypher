// id: cooperation-chains
// title: {zh: 合作链, en: Chains of cooperation}
// tells:
//   zh: 两步之内的合作链：企业党组织经同一机关党组织相连；企业助力的项目由哪个支部联建；企业的上下游由哪个党组织覆盖。每条链写明从谁、凭什么、到谁，以及还差哪一步。
//   en: Chains of cooperation two steps long - enterprise branches joined by one organ branch, firms and the branches that build what they give to, firms and the branches of their suppliers and buyers; each says from whom, by what, to whom, and which step is missing.
// for: [staff, planner]
// parameters:
//   kind:
//     type: choice
//     default: all
//     label: {zh: 哪种链, en: Kind}
//     values: {all: {zh: 全部, en: All}, organ: {zh: 经机关党组织, en: By an organ branch}, project: {zh: 经联建项目, en: By a project}, supply: {zh: 经上下游, en: By supply}}
//   list: {type: choice, default: all, label: {zh: 列出, en: List}, values: {all: {zh: 全部, en: All}, lacking: {zh: 还差一步的, en: With a step missing}}}
//   firm: {type: key, node: Enterprise, default: "", label: {zh: 从哪家企业, en: From the firm}}
//   branch: {type: key, node: Branch, default: "", label: {zh: 经过或到哪个党组织, en: Through the branch}}
// columns:
//   kind:
//     type: choice
//     label: {zh: 哪种链, en: Kind}
//     values: {organ: {zh: 经机关党组织, en: By an organ branch}, project: {zh: 经联建项目, en: By a project}, supply: {zh: 经上下游, en: By supply}}
//   from_name: {type: text, label: {zh: 从, en: From}}
//   first_tie:
//     type: choice
//     label: {zh: 第一步, en: First step}
//     values: {paired: {zh: 结对, en: paired}, gives: {zh: 助力, en: gives to}, supplies: {zh: 供应, en: supplies}, buys: {zh: 采购自, en: buys from}}
//   first_what: {type: text, label: {zh: 凭什么（第一步）, en: By what (first step)}}
//   middle_name: {type: text, label: {zh: 中间, en: Middle}}
//   second_tie:
//     type: choice
//     label: {zh: 第二步, en: Second step}
//     values: {paired: {zh: 结对, en: paired}, built_by: {zh: 联建于, en: built by}, covered_by: {zh: 被覆盖于, en: covered by}}
//   second_what: {type: text, label: {zh: 凭什么（第二步）, en: By what (second step)}}
//   to_name: {type: text, label: {zh: 到, en: To}}
//   lacks:
//     type: choice
//     label: {zh: 还差哪一步, en: Step missing}
//     values:
//       project: {zh: 两个党组织还没有联建项目或活动, en: The two have no project or activity together}
//       cover: {zh: 企业有党员而没有党组织, en: The firm has members but no organisation}
//       pair: {zh: 企业党组织没有结对，可与联建的机关党组织结对, en: "The firm's branch has no pair and may pair with the builder"}
//       nothing: {zh: 无, en: Nothing}
//   firm: {type: key, node: Enterprise, label: {zh: 起点企业代码, en: First firm}}
//   own_branch: {type: key, node: Branch, label: {zh: 起点党组织代码, en: First branch}}
//   middle_firm: {type: key, node: Enterprise, label: {zh: 中间企业代码, en: Middle firm}}
//   middle_branch: {type: key, node: Branch, label: {zh: 中间党组织代码, en: Middle branch}}
//   project: {type: key, node: CoBuildingProject, label: {zh: 联建项目编号, en: Project}}
//   last_branch: {type: key, node: Branch, label: {zh: 终点党组织代码, en: Last branch}}
//   pairs: {type: keys, node: CoBuildingPair, label: {zh: 结对, en: Pairs}}
// rules: [co_building, build_along, members_covered, counted_membership]
// picture:
//   nodes: [firm, own_branch, middle_firm, middle_branch, project, last_branch, pairs]
//   edges: [ORGAN_SIDE, ENTERPRISE_SIDE, GIVEN_BY, BUILT_BY, SUPPLIES, COVERS]
//   ghosts:
//     - {from: null, missing: CoBuildingProject, to: own_branch, between: [own_branch, last_branch], edge: BUILT_BY, rule: build_along, where: {lacks: project}}
//     - {from: null, missing: CoBuildingProject, to: last_branch, between: [own_branch, last_branch], edge: BUILT_BY, rule: build_along, where: {lacks: project}}
//     - {from: null, missing: CoBuildingPair, to: own_branch, between: [own_branch, last_branch], edge: ENTERPRISE_SIDE, rule: co_building, where: {lacks: pair}}
//     - {from: null, missing: CoBuildingPair, to: last_branch, between: [own_branch, last_branch], edge: ORGAN_SIDE, rule: co_building, where: {lacks: pair}}
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: members_covered, where: {kind: project, lacks: cover}}
//     - {from: last_branch, to: firm, edge: COVERS, rule: build_along, where: {kind: supply, lacks: cover}}

CALL () {
  WITH $at AS day
  MATCH (start_branch:Branch)<-[a:ENTERPRISE_SIDE]-(one:CoBuildingPair)-[b:ORGAN_SIDE]->(shared:Branch)
  WHERE a.since <= day < a.until AND b.since <= day < b.until
  MATCH (shared)<-[c:ORGAN_SIDE]-(two:CoBuildingPair)-[d:ENTERPRISE_SIDE]->(end_branch:Branch)
  WHERE c.since <= day < c.until AND d.since <= day < d.until AND start_branch.key < end_branch.key
    AND all(link IN [start_branch, shared, end_branch] WHERE link.dissolved_on IS NULL OR day < link.dissolved_on)
  WITH *, start_branch AS branch, end_branch AS other_branch
  // include: built_together
  RETURN 'organ' AS kind, start_branch.name AS from_name, 'paired' AS first_tie, one.key AS first_what,
    shared.name AS middle_name, 'paired' AS second_tie, two.key AS second_what, end_branch.name AS to_name,
    CASE WHEN built_together THEN 'nothing' ELSE 'project' END AS lacks,
    null AS firm, start_branch.key AS own_branch, null AS middle_firm, shared.key AS middle_branch,
    null AS project, end_branch.key AS last_branch, [one.key, two.key] AS pairs
  UNION ALL
  WITH $at AS day
  MATCH (firm:Enterprise)<-[gives:GIVEN_BY]-(built:CoBuildingProject)-[builds:BUILT_BY]->(end_branch:Branch)
  WHERE gives.since <= day < gives.until AND builds.since <= day < builds.until
    AND (end_branch.dissolved_on IS NULL OR day < end_branch.dissolved_on)
  WITH DISTINCT firm, built, end_branch, day
  CALL (firm, day) {
    OPTIONAL CALL (firm, day) {
      // include: organisation
      RETURN branch
    }
    WITH branch ORDER BY branch.key
    RETURN head(collect(branch)) AS start_branch
  }
  CALL (start_branch, end_branch, day) {
    OPTIONAL MATCH (start_branch)<-[a:ENTERPRISE_SIDE]-(tied:CoBuildingPair)-[b:ORGAN_SIDE]->(end_branch)
    WHERE a.since <= day < a.until AND b.since <= day < b.until
    WITH DISTINCT tied ORDER BY tied.key
    RETURN collect(tied.key) AS tied_pairs
  }
  // include: counted
  WITH *, start_branch AS branch
  RETURN 'project' AS kind, firm.name AS from_name, 'gives' AS first_tie, built.name AS first_what,
    built.name AS middle_name, 'built_by' AS second_tie, built.name AS second_what, end_branch.name AS to_name,
    CASE
      WHEN branch IS NULL AND formal + probationary > 0 THEN 'cover'
      WHEN branch IS NOT NULL AND end_branch.side = 'organ' AND NOT EXISTS {
        // include: partners
      }
      THEN 'pair'
      ELSE 'nothing'
    END AS lacks,
    firm.key AS firm, start_branch.key AS own_branch, null AS middle_firm, null AS middle_branch,
    built.key AS project, end_branch.key AS last_branch, tied_pairs AS pairs
  UNION ALL
  WITH $at AS day
  MATCH (firm)-[supplies:SUPPLIES]-(other)
  WHERE supplies.since <= day < supplies.until
  WITH DISTINCT firm, other, supplies.product AS product, startNode(supplies) = firm AS sells, day
  CALL (other, day) {
    WITH other AS firm, day
    // include: organisation
    RETURN DISTINCT branch AS end_branch
  }
  WITH * WHERE NOT EXISTS {
    MATCH (end_branch)-[covering:COVERS]->(firm) WHERE covering.since <= day < covering.until
  }
  CALL (firm, day) {
    OPTIONAL CALL (firm, day) {
      // include: organisation
      RETURN branch
    }
    WITH branch ORDER BY branch.key
    RETURN head(collect(branch)) AS start_branch
  }
  // include: counted
  RETURN 'supply' AS kind, firm.name AS from_name, CASE WHEN sells THEN 'supplies' ELSE 'buys' END AS first_tie,
    product AS first_what, other.name AS middle_name, 'covered_by' AS second_tie, null AS second_what,
    end_branch.name AS to_name, CASE WHEN start_branch IS NULL AND formal + probationary > 0 THEN 'cover' ELSE 'nothing' END AS lacks,
    firm.key AS firm, start_branch.key AS own_branch, other.key AS middle_firm, null AS middle_branch,
    null AS project, end_branch.key AS last_branch, [] AS pairs
}
WITH * WHERE $kind IN ['all', kind]
  AND ($list = 'all' OR lacks <> 'nothing')
  AND $firm IN ['', firm]
  AND ($branch = '' OR $branch IN [own_branch, middle_branch, last_branch])
RETURN kind, from_name, first_tie, first_what, middle_name, second_tie, second_what, to_name, lacks,
  firm, own_branch, middle_firm, middle_branch, project, last_branch, pairs
ORDER BY kind, from_name, middle_name, to_name, own_branch, firm, middle_firm, first_what, second_what, last_branch
