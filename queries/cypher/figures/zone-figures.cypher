// id: zone-figures
// title: {zh: 全区数字, en: Figures of the zone}
// tells: {zh: 上报口径的六个数字。, en: The six figures of the published account.}
// for: [staff, report]
// columns:
//   figure:
//     type: choice
//     label: {zh: 指标, en: Figure}
//     values:
//       own_branches: {zh: 单独党支部, en: Own branches}
//       joint_branches: {zh: 联合党支部, en: Joint branches}
//       instructors_and_joint_secretaries: {zh: 指导员和联合支部书记, en: Instructors and joint secretaries}
//       founded_this_year: {zh: 今年新建单独党支部, en: Own branches founded this year}
//       dissolved_this_year: {zh: 今年撤销单独党支部, en: Own branches dissolved this year}
//       firms_with_members_uncovered: {zh: 有党员未覆盖企业, en: "Firms with members, uncovered"}
//   value: {type: int, label: {zh: 数值, en: Value}}
// rules: [branch_kind, counted_membership, members_covered]

CALL () {
  MATCH (branch:Branch)
  WITH branch, $at AS day
  WHERE
    // include: zone_branch
  // include: branch_kind
  WITH count(CASE kind WHEN 'own' THEN 1 END) AS own, count(CASE kind WHEN 'joint' THEN 1 END) AS joint
  UNWIND [
    {place: 1, figure: 'own_branches', value: own},
    {place: 2, figure: 'joint_branches', value: joint}
  ] AS line
  RETURN line
  UNION ALL
  CALL () {
    MATCH (officer:Officer)-[instructs:INSTRUCTS]->() WHERE instructs.since <= $at < instructs.until
    RETURN officer
    UNION
    MATCH (officer:Officer)-[leads:SECRETARY_OF]->(branch:Branch)
    WHERE leads.since <= $at < leads.until
    WITH officer, branch, $at AS day
    WHERE
      // include: zone_branch
    // include: branch_kind
    WITH officer WHERE kind = 'joint'
    RETURN officer
  }
  RETURN {place: 3, figure: 'instructors_and_joint_secretaries', value: count(officer)} AS line
  UNION ALL
  // A branch dissolved by $at is judged on its last day: after it, it covers nothing.
  MATCH (branch:Branch)
  WHERE branch.founded_on.year = $at.year OR branch.dissolved_on.year = $at.year
  WITH branch, CASE WHEN branch.dissolved_on <= $at THEN branch.dissolved_on - duration({days: 1}) ELSE $at END AS day
  WHERE
    // include: zone_branch
  // include: branch_kind
  WITH branch WHERE kind = 'own'
  WITH count(CASE WHEN branch.founded_on.year = $at.year THEN 1 END) AS founded,
    count(CASE WHEN branch.dissolved_on.year = $at.year AND branch.dissolved_on <= $at THEN 1 END) AS dissolved
  UNWIND [
    {place: 4, figure: 'founded_this_year', value: founded},
    {place: 5, figure: 'dissolved_this_year', value: dissolved}
  ] AS line
  RETURN line
  UNION ALL
  // include: uncovered_firms
  // include: counted
  WITH firm WHERE formal + probationary > 0
  RETURN {place: 6, figure: 'firms_with_members_uncovered', value: count(firm)} AS line
}
RETURN line.figure AS figure, line.value AS value
ORDER BY line.place
