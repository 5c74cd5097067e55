// id: unbuilt-reasons
// title: {zh: 未建原因分布, en: Why there is no organisation}
// tells: {zh: 没有党组织的企业填报的未建原因各有几家、占多少；填“无”的与没有填的分开，各家可展开。, en: "The reasons that firms without an organisation gave, with how many firms and what share; those that wrote 'none' are told apart from those that left it blank."}
// for: [staff, report]
// parameters:
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   reason: {type: text, label: {zh: 未建原因, en: Reason}}
//   state:
//     type: choice
//     label: {zh: 填报情况, en: Stated}
//     values: {stated: {zh: 已填原因, en: A reason}, none: {zh: 填“无”, en: Said to be none}, unstated: {zh: 未填, en: Left blank}}
//   count: {type: int, label: {zh: 企业数, en: Firms}}
//   share: {type: float, unit: {zh: "%", en: "%"}, label: {zh: 占比, en: Share}}
//   with_members: {type: int, label: {zh: 其中有在册党员, en: With counted members}}
//   firms: {type: keys, node: Enterprise, label: {zh: 企业, en: Which firms}}
// rules: [members_covered, survey_ledgers]
// picture:
//   nodes: [firms]
//   edges: []

WITH $at AS asked
// include: uncovered_firms
// include: place
WITH * WHERE $area = '' OR $area IN areas
// include: survey_at
// include: told_none
// include: counted
WITH *, 'unbuilt_reason' AS slot
WITH firm, survey.unbuilt_reason AS reason, formal + probationary > 0 AS has_members,
  CASE
    WHEN survey.unbuilt_reason IS NOT NULL THEN 'stated'
    WHEN
      // include: said_none
    THEN 'none'
    ELSE 'unstated'
  END AS state
ORDER BY firm.key
WITH reason, state, collect(firm.key) AS firms, count(CASE WHEN has_members THEN 1 END) AS with_members
WITH collect({reason: reason, state: state, firms: firms, with_members: with_members}) AS lines,
  sum(size(firms)) AS total
UNWIND lines AS line
RETURN line.reason AS reason, line.state AS state, size(line.firms) AS count,
  round(toFloat(size(line.firms)) / total * 100, 1) AS share, line.with_members AS with_members, line.firms AS firms
ORDER BY count DESC, state, reason
