// id: projects-by-giver-and-builder
// title: {zh: 联建项目的出资与联建方, en: Co-building projects by giver and builder}
// tells:
//   zh: 每个联建项目在哪个村、哪些企业出资多少、哪些支部联建、属于哪个结对、进展如何；缺联建支部、助力企业或结对的单独标出。
//   en: For each co-building project its village, which firms gave how much, which branches build along, its pair and how far it is; one that lacks a builder, a giver or a pair is marked.
// for: [staff, planner, report]
// parameters:
//   state:
//     type: choice
//     default: all
//     label: {zh: 进展, en: Progress}
//     values: {all: {zh: 全部, en: All}, building: {zh: 在建, en: Under way}, finished: {zh: 已完工, en: Finished}, unknown: {zh: 没有日期, en: No dates}}
// columns:
//   project: {type: key, node: CoBuildingProject, label: {zh: 项目编号, en: Project}}
//   name: {type: text, label: {zh: 项目名称, en: Name}}
//   village: {type: key, node: Village, label: {zh: 所在村, en: Village}}
//   village_name: {type: text, label: {zh: 村名, en: "Village's name"}}
//   given: {type: text, label: {zh: 助力企业与金额（元）, en: Who gave how much (yuan)}}
//   total: {type: float, unit: {zh: 元, en: yuan}, label: {zh: 助力金额合计, en: Given in all}}
//   built: {type: text, label: {zh: 联建支部, en: Who builds}}
//   pair: {type: key, node: CoBuildingPair, label: {zh: 所属结对, en: Pair}}
//   state:
//     type: choice
//     label: {zh: 进展, en: Progress}
//     values: {building: {zh: 在建, en: Under way}, finished: {zh: 已完工, en: Finished}, unknown: {zh: 没有日期, en: No dates}}
//   started_on: {type: date, label: {zh: 开工日期, en: Started on}}
//   finished_on: {type: date, label: {zh: 完工日期, en: Finished on}}
//   lacks:
//     type: choice
//     label: {zh: 缺什么, en: What is lacking}
//     values: {nothing: {zh: 无, en: Nothing}, builder: {zh: 联建支部, en: A builder}, giver: {zh: 助力企业, en: A giver}, pair: {zh: 结对, en: A pair}}
//   givers: {type: keys, node: Enterprise, label: {zh: 助力企业代码, en: Giving firms}}
//   builders: {type: keys, node: Branch, label: {zh: 联建支部代码, en: Building branches}}
// rules: [co_building]
// picture:
//   nodes: [project, givers, builders, village, pair]
//   edges: [GIVEN_BY, BUILT_BY, IN, PART_OF]
//   ghosts:
//     - {from: project, missing: Branch, to: null, edge: BUILT_BY, rule: co_building, where: {lacks: builder}}
//     - {from: project, missing: Enterprise, to: null, edge: GIVEN_BY, rule: co_building, where: {lacks: giver}}
//     - {from: project, missing: CoBuildingPair, to: null, edge: PART_OF, rule: co_building, where: {lacks: pair}}

MATCH (project:CoBuildingProject)
WITH project, $at AS day
WHERE project.started_on IS NULL OR project.started_on <= day
WITH *, CASE
  WHEN project.finished_on <= day THEN 'finished'
  WHEN project.started_on IS NULL THEN 'unknown'
  ELSE 'building'
END AS state
WHERE $state IN ['all', state]
CALL (project, day) {
  // A firm's gifts up to the day; one of which no sum is told gives an unknown sum.
  MATCH (project)-[gives:GIVEN_BY]->(giver:Enterprise) WHERE gives.since <= day < gives.until
  OPTIONAL MATCH (project)<-[gift_of:OF]-(gift:Funding)-[gift_by:GIVEN_BY]->(giver)
  WHERE gift_of.since <= day < gift_of.until
    AND gift_by.since <= day < gift_by.until
    AND coalesce(gift.paid_on <= day, true)
  WITH giver, collect(DISTINCT gift) AS gifts
  WITH giver, reduce(amount = null, g IN gifts | coalesce(amount + g.amount, g.amount, amount)) AS amount
  ORDER BY coalesce(amount, 0) DESC, giver.key
  WITH collect({key: giver.key, amount: amount, words: giver.name + coalesce(' ' + toString(toInteger(amount)), '')}) AS firms,
    sum(amount) AS summed, count(amount) AS told
  RETURN firms, CASE WHEN told > 0 THEN toFloat(summed) END AS total
}
CALL (project, day) {
  MATCH (project)-[builds:BUILT_BY]->(builder:Branch) WHERE builds.since <= day < builds.until
  WITH DISTINCT builder ORDER BY builder.key
  RETURN collect(builder) AS branches
}
CALL (project, day) {
  OPTIONAL MATCH (project)-[lies:IN]->(place:Village) WHERE lies.since <= day < lies.until
  WITH place ORDER BY place.key
  RETURN head(collect(place)) AS village
}
CALL (project, day) {
  OPTIONAL MATCH (project)-[part:PART_OF]->(partnership:CoBuildingPair) WHERE part.since <= day < part.until
  RETURN min(partnership.key) AS pair
}
RETURN project.key AS project, project.name AS name, village.key AS village, village.name AS village_name,
  reduce(words = head(firms).words, firm IN tail(firms) | words + '、' + firm.words) AS given, total,
  reduce(words = head(branches).name, branch IN tail(branches) | words + '、' + branch.name) AS built,
  pair, state, project.started_on AS started_on,
  CASE WHEN state = 'finished' THEN project.finished_on END AS finished_on,
  CASE
    WHEN size(branches) = 0 THEN 'builder'
    WHEN size(firms) = 0 THEN 'giver'
    WHEN pair IS NULL THEN 'pair'
    ELSE 'nothing'
  END AS lacks,
  [firm IN firms | firm.key] AS givers, [branch IN branches | branch.key] AS builders
ORDER BY state, started_on DESC, project
