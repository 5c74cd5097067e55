// id: unpaid
// title: {zh: 补助未发与党费未返还, en: Subsidies and dues not paid}
// tells:
//   zh: 考核合格而补助没有发放（或没有填写是否发放）的人，以及这一年度没有党费返还记录的党组织。默认看上一年度：述职考核和党费返还都在年后办理。
//   en: People whose review passed and whose subsidy was not paid (or nobody said so), and branches without returned dues of the year. The year before is the default, since reviews and returns are settled after it.
// for: [staff]
// parameters:
//   list:
//     type: choice
//     default: all
//     label: {zh: 名单, en: List}
//     values: {all: {zh: 全部, en: All}, subsidy: {zh: 补助未发, en: Subsidy not paid}, dues: {zh: 党费未返还, en: Dues not returned}}
//   year: {type: int, default: 0, minimum: 0, maximum: 9999, label: {zh: 年度（0 为上一年度）, en: Year (0 for the year before)}}
// columns:
//   list:
//     type: choice
//     label: {zh: 名单, en: List}
//     values: {subsidy: {zh: 补助未发, en: Subsidy not paid}, dues: {zh: 党费未返还, en: Dues not returned}}
//   state:
//     type: choice
//     label: {zh: 状态, en: State}
//     values: {unpaid: {zh: 未发放, en: Not paid}, unsaid: {zh: 台账未填, en: Not said}, unreturned: {zh: 无返还记录, en: No return on record}}
//   year: {type: int, label: {zh: 年度, en: Year}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   branch_name: {type: text, label: {zh: 党组织名称, en: "Branch's name"}}
//   person_name: {type: text, private: name, label: {zh: 考核对象, en: Person reviewed}}
//   sort:
//     type: choice
//     label: {zh: 考核种类, en: Sort}
//     values: {secretary: {zh: 书记述职评议, en: Review of a secretary}, instructor: {zh: 指导员考核, en: Review of an instructor}}
//   result:
//     type: choice
//     label: {zh: 等次, en: Grade}
//     values:
//       excellent: {zh: 优秀, en: Excellent}
//       good: {zh: 好, en: Good}
//       fair: {zh: 较好, en: Fairly good}
//       passed: {zh: 合格, en: Passed}
//       average: {zh: 一般, en: Average}
//       barely: {zh: 基本合格, en: Barely passed}
//       poor: {zh: 差, en: Poor}
//       failed: {zh: 不合格, en: Failed}
//   subsidy: {type: float, unit: {zh: 元, en: yuan}, label: {zh: 补助金额, en: Subsidy}}
//   review: {type: key, node: Review, label: {zh: 考核, en: Review}}
//   officer: {type: key, node: Officer, label: {zh: 干部, en: Officer}}
//   member: {type: key, node: Member, label: {zh: 党员, en: Member}}
// about: {type: Branch, column: branch}
// rules: [subsidy_grades, dues_returned, review_rollup]
// picture:
//   nodes: [review, officer, member, branch]
//   edges: [OF]
//   ghosts: [{from: null, missing: Funding, to: branch, edge: OF, rule: dues_returned, where: {list: dues}}]

WITH $at AS day, CASE $year WHEN 0 THEN $at.year - 1 ELSE $year END AS asked_year
CALL (day, asked_year) {
  MATCH (review:Review {year: asked_year})
  WHERE review.result IN $rule_subsidy_grades
    AND coalesce(review.reviewed_on, day) <= day
    AND NOT coalesce(review.subsidy_paid, false)
  CALL (review) {
    OPTIONAL MATCH (review)-[:OF]->(branch:Branch)
    WITH branch ORDER BY branch.key
    RETURN head(collect(branch)) AS branch
  }
  CALL (review) {
    OPTIONAL MATCH (review)-[:OF]->(person:Officer|Member)
    WITH person ORDER BY person:Officer DESC, person.key
    RETURN head(collect(person)) AS person
  }
  RETURN 'subsidy' AS list, CASE WHEN review.subsidy_paid IS NULL THEN 'unsaid' ELSE 'unpaid' END AS state, branch, review,
    person
  UNION ALL
  MATCH (branch:Branch)
  WITH branch, day, asked_year
  WHERE coalesce(branch.founded_on.year, asked_year) <= asked_year
    AND
    // include: zone_branch
    AND NOT EXISTS {
      MATCH (branch)<-[:OF]-(returned:Funding {source: 'dues'})
      WHERE coalesce(returned.year, returned.paid_on.year) = asked_year AND coalesce(returned.paid_on, day) <= day
    }
  RETURN 'dues' AS list, 'unreturned' AS state, branch, null AS review, null AS person
}
WITH * WHERE $list IN ['all', list]
RETURN list, state, asked_year AS year, branch.key AS branch, branch.name AS branch_name, person.name AS person_name,
  review.sort AS sort, review.result AS result, review.subsidy AS subsidy, review.key AS review,
  CASE WHEN person:Officer THEN person.key END AS officer, CASE WHEN person:Member THEN person.key END AS member
ORDER BY list DESC, state, sort DESC, branch, review
