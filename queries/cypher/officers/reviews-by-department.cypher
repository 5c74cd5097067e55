// id: reviews-by-department
// title: {zh: 考核计入部门, en: Reviews by department}
// tells:
//   zh: 书记述职评议和指导员考核，按年度汇总到干部考核当日所在的部门：各等次几人、平均得分。企业自己的书记不属任何部门，合为一行。
//   en: Reviews of secretaries and instructors by year, rolled up to the department the officer served in on the day of the review - how many of each grade, and the average score. Secretaries from the firms themselves belong to no department and share a row.
// for: [staff, report]
// parameters:
//   year: {type: int, default: 0, minimum: 0, maximum: 9999, label: {zh: 年度(0为全部), en: "Year (0: all)"}}
//   sort:
//     type: choice
//     default: all
//     label: {zh: 考核种类, en: Sort}
//     values: {all: {zh: 全部, en: All}, secretary: {zh: 书记述职评议, en: Secretaries}, instructor: {zh: 指导员考核, en: Instructors}}
// columns:
//   year: {type: int, label: {zh: 年度, en: Year}}
//   sort:
//     type: choice
//     label: {zh: 考核种类, en: Sort}
//     values: {secretary: {zh: 书记述职评议, en: Secretaries}, instructor: {zh: 指导员考核, en: Instructors}}
//   department: {type: key, node: Department, label: {zh: 部门, en: Department}}
//   reviewed: {type: int, label: {zh: 考核人数, en: Reviewed}}
//   average: {type: float, label: {zh: 平均得分, en: Average score}}
//   excellent: {type: int, label: {zh: 优秀, en: Excellent}}
//   good: {type: int, label: {zh: 好, en: Good}}
//   fair: {type: int, label: {zh: 较好, en: Fairly good}}
//   passed: {type: int, label: {zh: 合格, en: Passed}}
//   average_grade: {type: int, label: {zh: 一般, en: Average grade}}
//   barely: {type: int, label: {zh: 基本合格, en: Barely passed}}
//   poor: {type: int, label: {zh: 差, en: Poor}}
//   failed: {type: int, label: {zh: 不合格, en: Failed}}
//   ungraded: {type: int, label: {zh: 未定等次, en: Without a grade}}
// rules: [review_rollup]
// picture:
//   nodes: [department]
//   edges: []

MATCH (review:Review)
WHERE coalesce(review.reviewed_on <= $at, review.year <= date($at).year)
  AND $year IN [0, review.year]
  AND $sort IN ['all', review.sort]
// a review names the person, and often the branch too: the person's department counts
CALL (review) {
  MATCH (review)-[:OF]->(person:Officer)
  RETURN person
  UNION
  MATCH (review)-[:OF]->(:Member)<-[same:IS]-(person:Officer) WHERE same.since <= $at < same.until
  RETURN person
  UNION
  RETURN null AS person
}
CALL (review, person) {
  OPTIONAL MATCH (person)-[serves_in:SERVES_IN]->(office:Department)
  WITH office, serves_in, coalesce(review.reviewed_on, $at) AS day
  // a review from before the first ledger of officers counts for the department it names
  ORDER BY serves_in.since <= day < serves_in.until DESC, serves_in.since, office.key
  RETURN head(collect(office.key)) AS office
}
WITH review, min(office) AS department
RETURN review.year AS year, review.sort AS sort, department, count(review) AS reviewed, avg(review.score) AS average,
  count(CASE review.result WHEN 'excellent' THEN 1 END) AS excellent,
  count(CASE review.result WHEN 'good' THEN 1 END) AS good,
  count(CASE review.result WHEN 'fair' THEN 1 END) AS fair,
  count(CASE review.result WHEN 'passed' THEN 1 END) AS passed,
  count(CASE review.result WHEN 'average' THEN 1 END) AS average_grade,
  count(CASE review.result WHEN 'barely' THEN 1 END) AS barely,
  count(CASE review.result WHEN 'poor' THEN 1 END) AS poor,
  count(CASE review.result WHEN 'failed' THEN 1 END) AS failed,
  count(CASE WHEN review.result IS NULL THEN 1 END) AS ungraded
ORDER BY year DESC, sort, average DESC, department
