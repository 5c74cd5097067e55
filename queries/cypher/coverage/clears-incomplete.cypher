// id: clears-incomplete
// title: {zh: 七个清缺项, en: The seven clears incomplete}
// tells:
//   zh: 最近摸底的七个清，每家企业哪几清是空的、填了一部分或已填齐，最不完整的在前。填“无”算已填；已建党组织的不问未建原因。
//   en: The seven clears of the latest survey - which are empty, partly filled or full for each firm, least complete first. What was filled with "none" counts as filled; a firm with an organisation is not asked why it has none.
// for: [staff]
// parameters:
//   list:
//     type: choice
//     default: empty
//     label: {zh: 名单, en: List}
//     values: {empty: {zh: 有空项的, en: Those with an empty clear}, all: {zh: 全部未填齐的, en: All that are not full}}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   empty: {type: int, label: {zh: 空项, en: Empty clears}}
//   complete: {type: float, unit: {zh: "%", en: "%"}, label: {zh: 完整度, en: Complete}}
//   state:
//     type: choice
//     label: {zh: 情况, en: State}
//     values: {empty: {zh: 有空项, en: Some empty}, part: {zh: 未填齐, en: Not full}}
//   operation:
//     type: choice
//     label: {zh: 经营运行, en: Operation}
//     values: {full: {zh: 齐全, en: Full}, part: {zh: 部分, en: Partly}, empty: {zh: 空, en: Empty}, none: {zh: 不适用, en: Does not apply}}
//   staff:
//     type: choice
//     label: {zh: 职工队伍, en: Staff}
//     values: {full: {zh: 齐全, en: Full}, part: {zh: 部分, en: Partly}, empty: {zh: 空, en: Empty}, none: {zh: 不适用, en: Does not apply}}
//   investor:
//     type: choice
//     label: {zh: 出资人, en: Investor}
//     values: {full: {zh: 齐全, en: Full}, part: {zh: 部分, en: Partly}, empty: {zh: 空, en: Empty}, none: {zh: 不适用, en: Does not apply}}
//   members:
//     type: choice
//     label: {zh: 党员队伍, en: Members}
//     values: {full: {zh: 齐全, en: Full}, part: {zh: 部分, en: Partly}, empty: {zh: 空, en: Empty}, none: {zh: 不适用, en: Does not apply}}
//   organisation:
//     type: choice
//     label: {zh: 建立党组织, en: Organisation}
//     values: {full: {zh: 齐全, en: Full}, part: {zh: 部分, en: Partly}, empty: {zh: 空, en: Empty}, none: {zh: 不适用, en: Does not apply}}
//   unbuilt:
//     type: choice
//     label: {zh: 未建原因, en: Why none}
//     values: {full: {zh: 齐全, en: Full}, part: {zh: 部分, en: Partly}, empty: {zh: 空, en: Empty}, none: {zh: 不适用, en: Does not apply}}
//   needs:
//     type: choice
//     label: {zh: 发展需求, en: Needs}
//     values: {full: {zh: 齐全, en: Full}, part: {zh: 部分, en: Partly}, empty: {zh: 空, en: Empty}, none: {zh: 不适用, en: Does not apply}}
//   last_surveyed: {type: date, label: {zh: 最近摸底, en: Last surveyed}}
//   reporting_unit: {type: text, label: {zh: 填报单位, en: Reporting unit}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true}
// hole: {state: empty}
// rules: [surveyed, survey_ledgers]
// picture:
//   nodes: [firm]
//   edges: []

WITH $at AS asked
// include: surveyed_firms_of_area
// include: survey_at
WITH * WHERE coalesce(survey.operating_state, head($rule_operating_states)) IN $rule_operating_states
// include: organisations
// include: told_none
CALL (survey, organisation, told) {
  UNWIND $clears AS clear
  WITH clear, survey, organisation, size([
    slot IN clear.properties
    WHERE survey[slot] IS NOT NULL OR told CONTAINS ('"slot":"' + slot + '"}')
  ]) AS filled
  // what follows from having an organisation, or from having none, is not asked for
  WITH clear.group AS clear, size(clear.properties) AS slots,
    CASE
      WHEN clear.group = 'organisation' AND survey.reported_has_branch = false THEN size(clear.properties)
      ELSE filled
    END AS filled,
    clear.group = 'unbuilt' AND (organisation IS NOT NULL OR coalesce(survey.reported_has_branch, false)) AS idle
  WITH clear, CASE WHEN NOT idle THEN toFloat(filled) / slots END AS share,
    CASE WHEN idle THEN 'none' WHEN filled = 0 THEN 'empty' WHEN filled < slots THEN 'part' ELSE 'full' END AS state
  RETURN collect({clear: clear, state: state}) AS clears, avg(share) AS share,
    count(CASE state WHEN 'empty' THEN 1 END) AS empty
}
WITH * WHERE CASE $list WHEN 'empty' THEN empty > 0 ELSE share < 1 END
// include: place
WITH * WHERE $area = '' OR $area IN areas
// include: last_surveyed
RETURN firm.key AS firm, firm.name AS name, empty, round(share * 100, 1) AS complete,
  CASE WHEN empty > 0 THEN 'empty' ELSE 'part' END AS state,
  [one IN clears WHERE one.clear = 'operation' | one.state][0] AS operation,
  [one IN clears WHERE one.clear = 'staff' | one.state][0] AS staff,
  [one IN clears WHERE one.clear = 'investor' | one.state][0] AS investor,
  [one IN clears WHERE one.clear = 'members' | one.state][0] AS members,
  [one IN clears WHERE one.clear = 'organisation' | one.state][0] AS organisation,
  [one IN clears WHERE one.clear = 'unbuilt' | one.state][0] AS unbuilt,
  [one IN clears WHERE one.clear = 'needs' | one.state][0] AS needs,
  last_surveyed, firm.reporting_unit AS reporting_unit, area, cell
ORDER BY empty DESC, complete, firm
