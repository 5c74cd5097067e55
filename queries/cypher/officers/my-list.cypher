// id: my-list
// title: {zh: 我的清单, en: My list}
// tells:
//   zh: 一名干部联系的企业：本月走访了没有，最紧要的空白点，没有销号的诉求和其中超期的。要办的排在前面。未摸底指有厂区而至今没有任何摸底内容的企业。
//   en: The firms one officer is in charge of - visited this month or not, the gravest hole, the open requests and those overdue. What is to be done comes first. Never surveyed means a firm with a site of which no survey has told anything so far.
// for: [staff]
// parameters:
//   officer: {type: key, node: Officer, required: true, label: {zh: 干部, en: Officer}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   firm_name: {type: text, label: {zh: 企业名称, en: Firm's name}}
//   role:
//     type: choice
//     label: {zh: 身份, en: Role}
//     values: {contact: {zh: 挂点干部, en: Contact officer}, instructor: {zh: 指导员, en: Instructor}, both: {zh: 挂点并指导, en: Both}}
//   visit:
//     type: choice
//     label: {zh: 本月走访, en: Visit this month}
//     values:
//       visited: {zh: 已走访, en: Visited}
//       not_yet: {zh: 尚未走访, en: Not yet}
//       missed: {zh: 未走访, en: Not visited}
//       unknown: {zh: 无走访台账, en: No visit ledger}
//   last_visit: {type: date, label: {zh: 上次走访, en: Last visit}}
//   hole:
//     type: choice
//     label: {zh: 空白点, en: Hole}
//     values:
//       qualified_unbuilt: {zh: 应建未建, en: "Qualified, unbuilt"}
//       members_uncovered: {zh: 有党员未覆盖, en: "Members, uncovered"}
//       unreached: {zh: 无挂点干部, en: No assigned officer}
//       never_surveyed: {zh: 未摸底, en: Never surveyed}
//       ungridded: {zh: 企业无网格, en: Firm without a cell}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   requests: {type: int, label: {zh: 未销号诉求, en: Open requests}}
//   overdue: {type: int, label: {zh: 超期诉求, en: Overdue}}
//   open_requests: {type: keys, node: ServiceRequest, label: {zh: 诉求编号, en: Requests}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
//   officer: {type: key, node: Officer, label: {zh: 干部编号, en: Officer}}
// rules: [contact_visit_months, request_due, members_covered]
// picture:
//   nodes: [officer, firm, open_requests]
//   edges: [CONTACTS, INSTRUCTS, RAISED_BY]
//   ghosts:
//     - {from: null, missing: Visit, to: firm, edge: TO, rule: contact_visit_months, where: {visit: missed, role: contact}}
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: members_covered, where: {hole: members_uncovered}}
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: own_members, where: {hole: qualified_unbuilt}}

MATCH (officer:Officer {key: $officer})
WITH officer, $at AS day, $at AS asked
// include: charges
// include: visit_months
UNWIND firms AS firm
CALL (officer, firm, day) {
  OPTIONAL MATCH (firm)<-[:TO]-(visit:Visit)-[:BY]->(officer) WHERE visit.visited_on <= day
  RETURN max(visit.visited_on) AS last_visit
}
// include: firm_holes
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[:RAISED_BY]-(request:ServiceRequest)
  WHERE
    // include: open_request
  WITH DISTINCT request, day ORDER BY request.due_on, request.key
  RETURN collect(request.key) AS open_requests, count(CASE WHEN request.due_on < day THEN 1 END) AS overdue
}
// include: place
WITH *,
  CASE WHEN NOT firm IN contacts THEN 'instructor' WHEN firm IN instructs THEN 'both' ELSE 'contact' END AS role,
  CASE
    WHEN last_visit >= this_month THEN 'visited'
    WHEN NOT month_over THEN 'not_yet'
    WHEN this_month IN known THEN 'missed'
    ELSE 'unknown'
  END AS visit
RETURN firm.key AS firm, firm.name AS firm_name, role, visit, last_visit, head(holes) AS hole,
  formal, probationary, size(open_requests) AS requests, overdue, open_requests, area, cell,
  officer.key AS officer
ORDER BY overdue DESC, visit = 'visited', hole IS NULL, requests DESC, firm
