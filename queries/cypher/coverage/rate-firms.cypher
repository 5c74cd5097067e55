// id: rate-firms
// title: {zh: 覆盖率名单, en: Firms of a rate}
// tells: {zh: 一个比率的分子、分母、未达到的或不能判定的企业逐家列出，可只看一组。, en: "The firms of a rate's numerator or denominator, those not reached, or those that cannot be told; of one group or all."}
// for: [staff, report]
// parameters:
//   rate:
//     type: choice
//     default: organisation
//     label: {zh: 指标, en: Rate}
//     values: {organisation: {zh: 组织覆盖率, en: Organisation coverage}, own: {zh: 单独组建率, en: Own-branch rate}, assigned: {zh: 工作覆盖率（名义）, en: Work coverage (assigned)}, active: {zh: 工作覆盖率（有效）, en: Work coverage (active)}, should_build: {zh: 应建组建率, en: Should-build rate}}
//   part:
//     type: choice
//     default: gap
//     label: {zh: 哪一部分, en: Part}
//     values: {numerator: {zh: 分子, en: Numerator}, denominator: {zh: 分母, en: Denominator}, gap: {zh: 分母中未达到的, en: Not reached}, unknown: {zh: 不能判定, en: Cannot be told}}
//   by:
//     type: choice
//     default: zone
//     label: {zh: 分组, en: Grouped by}
//     values:
//       zone: {zh: 全区, en: Zone}
//       area: {zh: 片区, en: Area}
//       cell: {zh: 网格, en: Grid cell}
//       department: {zh: 网格联系部门, en: Department of the cell}
//       township: {zh: 乡办, en: Township office}
//       industry: {zh: 行业, en: Industry}
//       size: {zh: 职工人数, en: Staff}
//   group: {type: text, default: "", label: {zh: 只看一组, en: Only this group}}
//   base:
//     type: choice
//     default: operating
//     label: {zh: 基数, en: Base}
//     values: {operating: {zh: 实体运营, en: Operating}, three_have: {zh: 三有（固定场所、有经营、职工达到人数）, en: "Three-have (fixed place, business, staff)"}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   rate:
//     type: choice
//     label: {zh: 指标, en: Rate}
//     values: {organisation: {zh: 组织覆盖率, en: Organisation coverage}, own: {zh: 单独组建率, en: Own-branch rate}, assigned: {zh: 工作覆盖率（名义）, en: Work coverage (assigned)}, active: {zh: 工作覆盖率（有效）, en: Work coverage (active)}, should_build: {zh: 应建组建率, en: Should-build rate}}
//   state:
//     type: choice
//     label: {zh: 情况, en: State}
//     values: {reached: {zh: 已达到, en: Reached}, gap: {zh: 未达到, en: Not reached}, unknown: {zh: 不能判定, en: Cannot be told}}
//   group: {type: text, label: {zh: 组别, en: Group}}
//   group_name: {type: text, label: {zh: 组别名称, en: Group's name}}
//   staff: {type: int, label: {zh: 从业人员数, en: Staff}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   branch_name: {type: text, label: {zh: 党组织, en: Branch's name}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// rules: [coverage_rate, should_build_rate, work_coverage, branch_kind, counted_membership, registry_ledgers]
// picture:
//   nodes: [firm, branch]
//   edges: [COVERS]
//   ghosts:
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: coverage_rate, where: {rate: organisation, state: gap}}
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: coverage_rate, where: {rate: own, state: gap}}
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: should_build_rate, where: {rate: should_build, state: gap}}
//     - {from: null, missing: Officer, to: firm, edge: CONTACTS, rule: work_coverage, where: {rate: assigned, state: gap}}

WITH $at AS asked
// include: rated_firms
// include: rate_lines
WITH *, $by AS by, CASE WHEN base = 'unknown' THEN 'unknown' WHEN reached THEN 'reached' ELSE 'gap' END AS state
WHERE state IN CASE $part
  WHEN 'numerator' THEN ['reached']
  WHEN 'denominator' THEN ['reached', 'gap']
  ELSE [$part]
END
// include: rate_groups
WITH * WHERE $group IN ['', group_key]
// include: place
RETURN firm.key AS firm, firm.name AS name, rate, state, group_key AS group, group_name, staff,
  organisation.key AS branch, organisation.name AS branch_name, area, cell
ORDER BY group_order, group, state, firm
