// id: visits-missing
// title: {zh: 未按期走访, en: Visits missing}
// tells:
//   zh: 没有党员的企业，挂点干部本月没有走访的；连续几个月没有走访。指导员按自己的走访期限，另选查看。本月未过完，只说本月尚未走访，不算逾期；没有走访台账的月份不作判定；到任当月不计。
//   en: Contact officers of firms without members who have not visited this month, and for how many months running. Instructors have a period of their own and are chosen apart. Before the month ends it is only not yet visited. Months without a visit ledger are not judged, nor is the month in which the officer began.
// for: [staff, planner]
// parameters:
//   who:
//     type: choice
//     default: contact
//     label: {zh: 谁, en: Who}
//     values: {contact: {zh: 挂点干部, en: Contact officers}, instructor: {zh: 指导员, en: Instructors}}
//   missed: {type: int, default: 0, minimum: 0, maximum: 12, label: {zh: 至少连续几期未走访, en: Periods missed running at least}}
//   department: {type: key, node: Department, default: "", label: {zh: 部门, en: Department}}
// columns:
//   officer: {type: key, node: Officer, label: {zh: 干部编号, en: Officer}}
//   officer_name: {type: text, private: name, label: {zh: 干部, en: Officer's name}}
//   department: {type: key, node: Department, label: {zh: 部门, en: Department}}
//   who:
//     type: choice
//     label: {zh: 身份, en: Role}
//     values: {contact: {zh: 挂点干部, en: Contact officer}, instructor: {zh: 指导员, en: Instructor}}
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   firm_name: {type: text, label: {zh: 企业, en: Firm's name}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   branch_name: {type: text, label: {zh: 所指导党组织, en: Branch instructed}}
//   state:
//     type: choice
//     label: {zh: 状态, en: State}
//     values:
//       missed: {zh: 未按期走访, en: Not visited in time}
//       not_yet: {zh: 本月尚未走访, en: Not yet visited this month}
//       unknown: {zh: 本月无走访台账, en: No visit ledger of this month}
//   missed: {type: int, label: {zh: 连续几期未走访, en: Periods missed running}}
//   last_visit: {type: date, label: {zh: 上次走访, en: Last visit}}
//   since: {type: date, label: {zh: 到任, en: In charge since}}
// about: {type: Officer, column: officer}
// hole: {state: missed}
// rules: [contact_visit_months, instructor_visit_months, assigned_officer]
// picture:
//   nodes: [officer, firm, branch]
//   edges: [CONTACTS, INSTRUCTS, COVERS]
//   ghosts:
//     - {from: null, missing: Visit, to: firm, edge: TO, rule: contact_visit_months, where: {state: missed, who: contact}}
//     - {from: null, missing: Visit, to: officer, edge: BY, rule: instructor_visit_months, where: {state: missed, who: instructor}}

WITH $at AS asked,
  CASE $who WHEN 'contact' THEN $rule_contact_visit_months ELSE $rule_instructor_visit_months END AS period
// include: visit_months
CALL (asked) {
  WITH asked WHERE $who = 'contact'
  // include: operating_firms
  // include: counted
  WITH firm, day WHERE formal + probationary = 0
  MATCH (firm)<-[charge:CONTACTS]-(officer:Officer) WHERE charge.since <= day < charge.until
  RETURN officer, firm, null AS branch, min(charge.since) AS since, [firm] AS visited
  UNION
  WITH asked WHERE $who = 'instructor'
  MATCH (officer:Officer)-[charge:INSTRUCTS]->(target:Enterprise|Branch)
  WHERE charge.since <= asked < charge.until
    AND (target.dissolved_on IS NULL OR asked < target.dissolved_on)
  WITH officer, target, min(charge.since) AS since, asked
  // an instructor of a branch has visited when one of its firms was
  CALL (target, asked) {
    OPTIONAL MATCH (target)-[covers:COVERS]->(covered:Enterprise) WHERE covers.since <= asked < covers.until
    WITH DISTINCT covered ORDER BY covered.key
    RETURN collect(covered) AS covered
  }
  RETURN officer,
    CASE WHEN target:Enterprise THEN target WHEN size(covered) = 1 THEN covered[0] END AS firm,
    CASE WHEN target:Branch THEN target END AS branch, since,
    CASE WHEN target:Enterprise THEN [target] ELSE covered END AS visited
}
CALL (officer, visited, asked) {
  OPTIONAL MATCH (officer)<-[:BY]-(visit:Visit)-[:TO]->(host:Enterprise)
  WHERE host IN visited AND visit.visited_on <= asked
  RETURN max(visit.visited_on) AS last_visit
}
// include: visits_missed
WITH * WHERE months >= period AND missed >= $missed
WITH *,
  CASE
    WHEN missed > 0 THEN 'missed'
    WHEN month_over AND NOT this_month IN known THEN 'unknown'
    ELSE 'not_yet'
  END AS state
CALL (officer, asked) {
  OPTIONAL MATCH (officer)-[serves_in:SERVES_IN]->(office:Department) WHERE serves_in.since <= asked < serves_in.until
  RETURN min(office.key) AS department
}
WITH * WHERE $department IN ['', department]
RETURN officer.key AS officer, officer.name AS officer_name, department, $who AS who, firm.key AS firm,
  firm.name AS firm_name, branch.key AS branch, branch.name AS branch_name, state, missed, last_visit, since
ORDER BY missed DESC, state, department, officer, firm, branch
