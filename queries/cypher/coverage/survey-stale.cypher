// id: survey-stale
// title: {zh: 底数过期, en: Survey out of date}
// tells: {zh: 距最近一次摸底台账已超过有效期的企业，最久的在前；已注销、迁出的不列。, en: "Firms whose latest survey ledger is older than a survey holds, oldest first; cancelled firms and those moved away are left out."}
// for: [staff]
// parameters:
//   months: {type: int, default: {rule: survey_valid_months}, minimum: 1, maximum: 120, unit: {zh: 个月, en: months}, label: {zh: 有效期, en: A survey holds}}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   operating_state:
//     type: choice
//     label: {zh: 台账经营状态, en: Operating state as surveyed}
//     values: {operating: {zh: 正常经营, en: Operating}, stopped: {zh: 停产, en: Stopped}, building: {zh: 在建, en: Under construction}, cancelled: {zh: 注销, en: Cancelled}, moved: {zh: 迁出, en: Moved away}}
//   last_surveyed: {type: date, label: {zh: 最近摸底, en: Last surveyed}}
//   expired_on: {type: date, label: {zh: 过期日期, en: Out of date since}}
//   days: {type: int, unit: {zh: 天, en: days}, label: {zh: 已过期, en: Days out of date}}
//   department: {type: key, node: Department, label: {zh: 网格联系部门, en: Department of its cell}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true, first: true}
// rules: [survey_valid_months, surveyed, survey_ledgers, registry_ledgers]
// picture:
//   nodes: [firm, department]
//   edges: []

WITH $at AS asked
// include: surveyed_firms_of_area
// include: survey_at
WITH * WHERE NOT coalesce(survey.operating_state, '') IN ['cancelled', 'moved']
// include: last_surveyed
WITH *, last_surveyed + duration({months: $months}) AS expired_on
WHERE expired_on <= day
// include: place
WITH * WHERE $area = '' OR $area IN areas
// include: responsible
RETURN firm.key AS firm, firm.name AS name, survey.operating_state AS operating_state, last_surveyed, expired_on,
  duration.inDays(expired_on, day).days AS days, department, area, cell
ORDER BY last_surveyed, firm
