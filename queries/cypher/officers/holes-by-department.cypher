// id: holes-by-department
// title: {zh: 各部门空白点, en: Holes by department}
// tells:
//   zh: 按网格的责任部门列出空白点：哪一类、从哪天起一直存在、已有多少天；本月新增的、本月销去的各有标明。台账没有写起始日的，从第一份台账的截至日起算。未摸底指有厂区而至今没有任何摸底内容的企业；没有厂区、只被台账提到的，和曾经摸底而现在没有的，另见“未摸底”一问。
//   en: Holes by the department that answers for the cell - the kind, since when it has held without a break and for how many days; those new this month and those closed this month are marked. Where ledgers give no start, it counts from the date of the first ledger. Never surveyed means a firm with a site of which no survey has told anything so far; firms without a site that ledgers name, and those that a survey told of once and no longer, are listed by the question of that name.
// for: [staff, planner, report]
// parameters:
//   department: {type: key, node: Department, default: "", label: {zh: 责任部门, en: Department}}
//   kind:
//     type: choice
//     default: all
//     label: {zh: 种类, en: Kind}
//     values:
//       all: {zh: 全部, en: All}
//       qualified_unbuilt: {zh: 应建未建, en: "Qualified, unbuilt"}
//       members_uncovered: {zh: 有党员未覆盖, en: "Members, uncovered"}
//       unreached: {zh: 无挂点干部, en: No assigned officer}
//       never_surveyed: {zh: 未摸底, en: Never surveyed}
//       ungridded: {zh: 企业无网格, en: Firm without a cell}
// columns:
//   department: {type: key, node: Department, label: {zh: 责任部门, en: Department}}
//   kind:
//     type: choice
//     label: {zh: 种类, en: Kind}
//     values:
//       qualified_unbuilt: {zh: 应建未建, en: "Qualified, unbuilt"}
//       members_uncovered: {zh: 有党员未覆盖, en: "Members, uncovered"}
//       unreached: {zh: 无挂点干部, en: No assigned officer}
//       never_surveyed: {zh: 未摸底, en: Never surveyed}
//       ungridded: {zh: 企业无网格, en: Firm without a cell}
//   state:
//     type: choice
//     label: {zh: 状态, en: State}
//     values: {standing: {zh: 仍存在, en: Standing}, new: {zh: 本月新增, en: New this month}, closed: {zh: 本月销去, en: Closed this month}}
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   firm_name: {type: text, label: {zh: 企业名称, en: Firm's name}}
//   since: {type: date, label: {zh: 存在自, en: Since}}
//   closed_on: {type: date, label: {zh: 销去日期, en: Closed on}}
//   days: {type: int, unit: {zh: 天, en: days}, label: {zh: 存在天数, en: Days}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// rules: [members_covered, own_members, assigned_officer, work_coverage, surveyed, gridded, counted_membership, cell_department]
// picture:
//   nodes: [department, firm]
//   edges: []
//   ghosts:
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: own_members, where: {kind: qualified_unbuilt, state: standing}}
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: own_members, where: {kind: qualified_unbuilt, state: new}}
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: members_covered, where: {kind: members_uncovered, state: standing}}
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: members_covered, where: {kind: members_uncovered, state: new}}
//     - {from: department, missing: Officer, to: firm, edge: CONTACTS, rule: assigned_officer, where: {kind: unreached, state: standing}}
//     - {from: department, missing: Officer, to: firm, edge: CONTACTS, rule: assigned_officer, where: {kind: unreached, state: new}}

WITH $at AS asked, date.truncate('month', $at) - duration({days: 1}) AS before
// include: holding_days
CALL (asked, before) {
  MATCH (survey:SurveyRecord)-[surveyed:DESCRIBES]->(firm:Enterprise)
  WHERE survey.operating_state IN $rule_operating_states
    AND (surveyed.since <= asked < surveyed.until OR surveyed.since <= before < surveyed.until)
    AND
    // include: scoped
  RETURN firm
  UNION
  MATCH (:Site)-[owned:OF]->(firm:Enterprise)
  WHERE owned.since <= asked
    AND NOT EXISTS { MATCH (firm)<-[told:DESCRIBES]-(:SurveyRecord) WHERE told.since <= before }
  RETURN firm
}
// only firms that may have had one now or at the end of last month
WITH * WHERE EXISTS { (firm)<-[:WORKS_AT]-(:Member) }
  OR NOT EXISTS { MATCH (firm)<-[told:DESCRIBES]-(:SurveyRecord) WHERE told.since <= before }
  OR any(day IN [before, asked] WHERE NOT (
    // include: gridded
  ) OR (
    // include: unreached
  ))
// the days on which something of the firm changed, and its holes on each of them
CALL (firm, asked, before, holding_days) {
  CALL (firm, asked, before, holding_days) {
    RETURN [before, asked] AS turns
    UNION
    MATCH (firm)-[told:DESCRIBES|COVERS|CONTACTS|INSTRUCTS|SERVES|OF]-() WHERE told.since IS NOT NULL
    RETURN [told.since, told.until] AS turns
    UNION
    MATCH (firm)<-[:OF]-(:Site)-[told:IN_GRID]->()
    RETURN [told.since, told.until] AS turns
    UNION
    MATCH (firm)<-[works:WORKS_AT]-(member:Member)
    OPTIONAL MATCH (member)-[told:BELONGS_TO|DESCRIBES]-()
    RETURN [works.since, works.until, told.since, told.until, member.confirmed_on] AS turns
    UNION
    MATCH (firm)<-[:COVERS]-(branch:Branch)
    OPTIONAL MATCH (branch)-[told:DESCRIBES|UNDER]-()
    RETURN [branch.founded_on, branch.dissolved_on, told.since, told.until] AS turns
    UNION
    MATCH (firm)<-[:WORKS_AT]-(:Member)-[:BELONGS_TO]->(branch:Branch)
    OPTIONAL MATCH (branch)<-[told:DESCRIBES]-()
    RETURN [branch.founded_on, branch.dissolved_on, told.since, told.until] AS turns
    UNION
    // whether a holding branch is the zone's own hangs on what others cover
    MATCH (firm)<-[:WORKS_AT]-(:Member)-[:BELONGS_TO]->(held:Branch)
    UNWIND holding_days AS one
    WITH one WHERE one.branch = held.key
    RETURN one.turns AS turns
  }
  UNWIND turns AS day
  WITH DISTINCT firm, day, asked WHERE day <= asked
  // include: firm_holes
  WITH day, holes ORDER BY day
  RETURN collect({day: day, holes: holes}) AS history
}
WITH *, last(history).holes AS now, [turn IN history WHERE turn.day = before][0].holes AS earlier
UNWIND ['qualified_unbuilt', 'members_uncovered', 'unreached', 'never_surveyed', 'ungridded'] AS kind
WITH * WHERE kind IN now + earlier AND $kind IN ['all', kind]
WITH *, CASE
    WHEN NOT kind IN now THEN head([turn IN history WHERE turn.day > before AND NOT kind IN turn.holes | turn.day])
  END AS closed_on
WITH *, [turn IN history WHERE closed_on IS NULL OR turn.day < closed_on] AS lasting
WITH *, last([turn IN lasting WHERE NOT kind IN turn.holes | turn.day]) AS clear
WITH *, head([turn IN lasting WHERE clear IS NULL OR turn.day > clear | turn.day]) AS since
WITH *, CASE WHEN closed_on IS NOT NULL THEN 'closed' WHEN since > before THEN 'new' ELSE 'standing' END AS state,
  asked AS day
// include: responsible
WITH * WHERE $department IN ['', department]
// include: place
RETURN department, kind, state, firm.key AS firm, firm.name AS firm_name, since, closed_on,
  duration.inDays(since, coalesce(closed_on, asked)).days AS days, area, cell
ORDER BY department, kind, state, days DESC, firm
