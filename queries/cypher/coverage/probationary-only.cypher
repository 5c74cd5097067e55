// id: probationary-only
// title: {zh: 仅有预备党员, en: Probationary members only}
// tells:
//   zh: 在册党员都是预备党员的企业：每名预备党员何时应转正，全部按期转正后企业哪天达到单独建支部人数（达不到的为空）。
//   en: Firms whose counted members are all probationary - when each is due to be confirmed, and on which day the firm would have enough formal members for its own branch (empty where it would not).
// for: [staff, planner]
// parameters:
//   list:
//     type: choice
//     default: only
//     label: {zh: 名单, en: List}
//     values:
//       only: {zh: 只有预备党员的企业, en: Firms with probationary members only}
//       below: {zh: 有预备党员而正式党员不足的企业, en: Firms with probationary members and too few formal ones}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   member: {type: key, node: Member, label: {zh: 党员编号, en: Member}}
//   member_name: {type: text, private: name, label: {zh: 预备党员, en: Probationary member}}
//   joined_on: {type: date, label: {zh: 入党日期, en: Joined on}}
//   due_on: {type: date, label: {zh: 应转正日期, en: Due to be confirmed on}}
//   state:
//     type: choice
//     label: {zh: 转正情况, en: Confirmation}
//     values: {due: {zh: 未到期, en: Not due yet}, overdue: {zh: 已到期未转正, en: Due and not confirmed}, undated: {zh: 入党日期未填, en: No date stated}}
//   reaches_on: {type: date, label: {zh: 企业达到单建人数的日期, en: Firm has enough formal members on}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true}
// hole: {state: overdue}
// rules: [probation_years, own_members, formal_members, counted_membership]
// picture:
//   nodes: [firm, member]
//   edges: [WORKS_AT]

WITH $at AS asked
// include: operating_firms_of_area
// include: counted
WITH *
WHERE probationary > 0 AND formal < CASE $list WHEN 'only' THEN 1 ELSE $rule_own_members END
// include: place
WITH * WHERE $area = '' OR $area IN areas
CALL (probationers) {
  UNWIND probationers AS member
  WITH member, coalesce(member.confirmed_on, member.joined_on + duration({years: $rule_probation_years})) AS due_on
  ORDER BY due_on, member.key
  RETURN collect({member: member, due_on: due_on}) AS waiting
}
// the date of the last confirmation that is needed; undated ones never come
WITH *, [one IN waiting WHERE one.due_on IS NOT NULL | one.due_on][$rule_own_members - formal - 1] AS reaches_on
UNWIND waiting AS one
WITH *, one.member AS member, one.due_on AS due_on
RETURN firm.key AS firm, firm.name AS name, formal, probationary,
  member.key AS member, member.name AS member_name, member.joined_on AS joined_on, due_on,
  CASE WHEN due_on IS NULL THEN 'undated' WHEN due_on <= day THEN 'overdue' ELSE 'due' END AS state,
  reaches_on, area, cell
ORDER BY reaches_on, firm, due_on, member
