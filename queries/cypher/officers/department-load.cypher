// id: department-load
// title: {zh: 部门负荷, en: Load of departments}
// tells:
//   zh: 各部门联系企业的干部有几名、人均几家、最多与最少相差几家；最不均的排在最前。没有联系企业的干部另计人数，不影响均衡。
//   en: How many officers of each department look after firms, firms per officer, and how far the most and the least are apart, the most uneven first. Officers without a firm are counted apart.
// for: [staff, planner]
// columns:
//   department: {type: key, node: Department, label: {zh: 部门, en: Department}}
//   officers: {type: int, label: {zh: 联系企业的干部, en: Officers with firms}}
//   idle: {type: int, label: {zh: 没有联系企业的干部, en: Officers without}}
//   firms: {type: int, label: {zh: 联系企业, en: Firms}}
//   average: {type: float, label: {zh: 人均家数, en: Firms per officer}}
//   most: {type: int, label: {zh: 最多, en: Most}}
//   least: {type: int, label: {zh: 最少, en: Least}}
//   spread: {type: int, label: {zh: 相差, en: Apart}}
//   deviation: {type: float, label: {zh: 标准差, en: Standard deviation}}
//   busiest: {type: keys, node: Officer, label: {zh: 最多的干部, en: Officers with most}}
// rules: [officer_firms]
// picture:
//   nodes: [department, busiest]
//   edges: [SERVES_IN]

MATCH (office:Department)<-[serves_in:SERVES_IN]-(officer:Officer)
WHERE serves_in.since <= $at < serves_in.until
WITH DISTINCT office, officer, $at AS day
// include: charges
WITH office, officer, firms ORDER BY officer.key
WITH office, collect({officer: officer.key, firms: firms}) AS all_of_them
WITH office, all_of_them, [one IN all_of_them WHERE size(one.firms) > 0] AS busy
CALL (busy) {
  UNWIND busy AS one
  RETURN avg(size(one.firms)) AS average, max(size(one.firms)) AS most, min(size(one.firms)) AS least,
    stDevP(size(one.firms)) AS deviation
}
CALL (busy) {
  UNWIND busy AS one
  UNWIND one.firms AS firm
  RETURN count(DISTINCT firm) AS firms
}
RETURN office.key AS department, size(busy) AS officers, size(all_of_them) - size(busy) AS idle, firms,
  average, most, least, most - least AS spread, deviation,
  [one IN busy WHERE size(one.firms) = most | one.officer] AS busiest
ORDER BY coalesce(most - least, 0) DESC, coalesce(deviation, 0) DESC, department
