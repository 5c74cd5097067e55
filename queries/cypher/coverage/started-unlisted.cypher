// id: started-unlisted
// title: {zh: 新投产未纳入, en: "Started, not listed yet"}
// tells:
//   zh: 已投产而投产后还没有进摸底台账的企业：在纳入期限内的为待纳入，过了期限的为逾期未纳入，各投产多少天。
//   en: Firms that started production and are in no survey ledger since - pending within the time allowed, overdue after it, with the days since they started.
// for: [staff]
// parameters:
//   list:
//     type: choice
//     default: all
//     label: {zh: 名单, en: List}
//     values: {all: {zh: 全部, en: All}, due: {zh: 待纳入, en: Pending}, overdue: {zh: 逾期未纳入, en: Overdue}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   state:
//     type: choice
//     label: {zh: 情况, en: State}
//     values: {due: {zh: 待纳入, en: Pending}, overdue: {zh: 逾期未纳入, en: Overdue}}
//   started_on: {type: date, label: {zh: 投产日期, en: Started on}}
//   days: {type: int, unit: {zh: 天, en: days}, label: {zh: 投产天数, en: Days since it started}}
//   source:
//     type: choice
//     label: {zh: 来源, en: Source}
//     values: {change: {zh: 变动台账, en: Change ledger}, firm: {zh: 企业投产日期, en: The firm's date}}
//   last_surveyed: {type: date, label: {zh: 投产前最近摸底, en: Last surveyed before}}
//   department: {type: key, node: Department, label: {zh: 网格联系部门, en: Department of its cell}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm}
// hole: {state: overdue}
// rules: [started_listed_days, survey_ledgers, scope_ownerships]
// picture:
//   nodes: [firm, department]
//   edges: []

WITH $at AS day
CALL (day) {
  MATCH (change:ChangeEvent {change: 'started'})-[:OF]->(firm:Enterprise)
  WHERE change.happened_on <= day
  RETURN firm, change.happened_on AS told, 'change' AS told_by
  UNION
  MATCH (firm:Enterprise) WHERE firm.in_production_since <= day
  RETURN firm, firm.in_production_since AS told, 'firm' AS told_by
}
WITH * WHERE coalesce(firm.ownership, 'private') IN $rule_scope_ownerships
  AND NOT left(coalesce(firm.uscc, ''), 2) IN $rule_outside_codes
// a change that was told is more exact than the firm's own date, often a month
WITH firm, day, told, told_by ORDER BY told_by, told
WITH firm, day, head(collect(told)) AS started, head(collect(told_by)) AS source
// include: last_surveyed
WITH *
WHERE (last_surveyed IS NULL OR last_surveyed < started)
  AND NOT EXISTS {
    MATCH (firm)<-[surveyed:DESCRIBES]-(record:SurveyRecord)
    WHERE started <= surveyed.since <= day < surveyed.until
      AND record.operating_state IN ['stopped', 'cancelled', 'moved']
  }
WITH *, duration.inDays(started, day).days AS days
WITH *, CASE WHEN days > $rule_started_listed_days THEN 'overdue' ELSE 'due' END AS state
WHERE $list IN ['all', state]
// include: place
// include: responsible
RETURN firm.key AS firm, firm.name AS name, state, started AS started_on, days, source, last_surveyed,
  department, area, cell
ORDER BY days DESC, firm
