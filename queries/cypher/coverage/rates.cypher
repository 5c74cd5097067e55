// id: rates
// title: {zh: 覆盖率, en: Coverage rates}
// tells:
//   zh: 组织覆盖率、单独组建率、工作覆盖率（名义、有效）和应建组建率：分子、分母和不能判定的家数，与上月同期和今年1月1日相比。不能判定的不计入分母；工作覆盖率含组织覆盖。
//   en: Coverage, own-branch, work coverage (assigned, active) and should-build rates with numerator, denominator and how many cannot be told, against a month before and 1 January. What cannot be told is never in the denominator; work coverage includes organisation coverage.
// for: [staff, report]
// parameters:
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
//   rate:
//     type: choice
//     default: all
//     label: {zh: 指标, en: Rate}
//     values: {all: {zh: 全部, en: All}, organisation: {zh: 组织覆盖率, en: Organisation coverage}, own: {zh: 单独组建率, en: Own-branch rate}, assigned: {zh: 工作覆盖率（名义）, en: Work coverage (assigned)}, active: {zh: 工作覆盖率（有效）, en: Work coverage (active)}, should_build: {zh: 应建组建率, en: Should-build rate}}
//   base:
//     type: choice
//     default: operating
//     label: {zh: 基数, en: Base}
//     values: {operating: {zh: 实体运营, en: Operating}, three_have: {zh: 三有（固定场所、有经营、职工达到人数）, en: "Three-have (fixed place, business, staff)"}}
// columns:
//   rate:
//     type: choice
//     label: {zh: 指标, en: Rate}
//     values: {organisation: {zh: 组织覆盖率, en: Organisation coverage}, own: {zh: 单独组建率, en: Own-branch rate}, assigned: {zh: 工作覆盖率（名义）, en: Work coverage (assigned)}, active: {zh: 工作覆盖率（有效）, en: Work coverage (active)}, should_build: {zh: 应建组建率, en: Should-build rate}}
//   group: {type: text, label: {zh: 组别, en: Group}}
//   group_name: {type: text, label: {zh: 组别名称, en: Group's name}}
//   numerator: {type: int, label: {zh: 分子, en: Numerator}}
//   denominator: {type: int, label: {zh: 分母, en: Denominator}}
//   unknown: {type: int, label: {zh: 不能判定, en: Cannot be told}}
//   percent: {type: float, unit: {zh: "%", en: "%"}, label: {zh: 比率, en: Rate in per cent}}
//   month_ago: {type: float, unit: {zh: "%", en: "%"}, label: {zh: 上月同期, en: A month before}}
//   month_change: {type: float, unit: {zh: 百分点, en: points}, label: {zh: 比上月, en: Since a month before}}
//   january: {type: float, unit: {zh: "%", en: "%"}, label: {zh: 1月1日, en: 1 January}}
//   year_change: {type: float, unit: {zh: 百分点, en: points}, label: {zh: 比年初, en: Since January}}
// picture:
//   nodes: []
//   edges: []
//   grouped:
//     column: group
//     parameter: by
//     types: {area: Area, cell: GridCell, department: Department, township: Township}
//     share: [numerator, denominator]
// rules: [coverage_rate, should_build_rate, work_coverage, branch_kind, counted_membership, registry_ledgers]

// a month before the last day of a month is the last day of the one before
UNWIND [
  {name: 'now', day: $at},
  {
    name: 'month',
    day: CASE ($at + duration({days: 1})).day
      WHEN 1 THEN date.truncate('month', $at) - duration({days: 1})
      ELSE $at - duration({months: 1})
    END
  },
  {name: 'year', day: date.truncate('year', $at)}
] AS moment
// what was counted before holds while the graph is the one that was counted; else every firm is looked at
OPTIONAL MATCH (graph:Revision {key: 'graph'})
OPTIONAL MATCH (kept:RollUp {key: toString(moment.day) + ' ' + $base + ' ' + $by + ' ' + $counting})
WHERE kept.reflects = graph.id
CALL (moment, kept) {
  WITH kept.rates AS rates, kept.places AS places, kept.groups AS groups, kept.names AS names, kept.orders AS orders,
    kept.numerators AS numerators, kept.denominators AS denominators, kept.unknowns AS unknowns
  WHERE kept IS NOT NULL
  UNWIND range(0, size(rates) - 1) AS n
  WITH *, rates[n] AS rate WHERE $rate IN ['all', rate]
  RETURN rate, places[n] AS place, groups[n] AS group_key, CASE WHEN names[n] <> '' THEN names[n] END AS group_name,
    orders[n] AS group_order, numerators[n] AS numerator, denominators[n] AS denominator, unknowns[n] AS unknown
  UNION ALL
  WITH moment.day AS asked WHERE kept IS NULL
  // include: rate_counts
  RETURN rate, place, group_key, group_name, group_order, numerator, denominator, unknown
}
WITH rate, place, group_key, group_name, group_order, collect({
  name: moment.name, numerator: numerator, denominator: denominator, unknown: unknown,
  percent: CASE WHEN denominator > 0 THEN round(toFloat(numerator) / denominator * 100, 1) END
}) AS told
WITH *, head([one IN told WHERE one.name = 'now']) AS now,
  head([one IN told WHERE one.name = 'month' | one.percent]) AS month_ago,
  head([one IN told WHERE one.name = 'year' | one.percent]) AS january
RETURN rate, group_key AS group, group_name, coalesce(now.numerator, 0) AS numerator,
  coalesce(now.denominator, 0) AS denominator, coalesce(now.unknown, 0) AS unknown, now.percent AS percent,
  month_ago, round(now.percent - month_ago, 1) AS month_change,
  january, round(now.percent - january, 1) AS year_change
ORDER BY place, group_order, group
