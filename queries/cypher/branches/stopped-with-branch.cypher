// id: stopped-with-branch
// title: {zh: 停产企业仍有支部, en: Branch of a stopped firm}
// tells:
//   zh: 仍覆盖停产或注销企业的党组织，是哪些企业、最早从哪天停的：所覆盖企业全部停了的，宜撤销或并入其他党组织；停了一部分的，宜调整覆盖范围。
//   en: Branches that still cover firms which are stopped or cancelled, which firms and since when. Where all its firms have stopped, the branch is to be dissolved or merged; where some have, its firms are to be adjusted.
// for: [staff, planner]
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   kind:
//     type: choice
//     label: {zh: 组建形式, en: Formation}
//     values: {own: {zh: 单独党支部, en: Own branch}, joint: {zh: 联合党支部, en: Joint branch}}
//   state:
//     type: choice
//     label: {zh: 状态, en: State}
//     values: {all: {zh: 所覆盖企业全部停了, en: All its firms}, some: {zh: 停了一部分, en: Some of its firms}}
//   firms: {type: int, label: {zh: 覆盖企业数, en: Firms covered}}
//   stopped_firms: {type: int, label: {zh: 其中停产, en: Of these stopped}}
//   cancelled_firms: {type: int, label: {zh: 其中注销, en: Of these cancelled}}
//   stopped_names: {type: text, label: {zh: 停产、注销企业, en: Stopped or cancelled firms}}
//   since: {type: date, label: {zh: 最早停产、注销日期, en: Earliest since}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   stopped: {type: keys, node: Enterprise, label: {zh: 停产、注销企业代码, en: Their codes}}
// about: {type: Branch, column: branch, alone: true, first: true}
// rules: [no_longer_qualified, branch_kind, counted_membership]
// picture:
//   nodes: [branch, stopped]
//   edges: [COVERS]

WITH $at AS asked
// include: lasting_branches
MATCH (survey:SurveyRecord)-[surveyed:DESCRIBES]->(firm:Enterprise)<-[covers:COVERS]-(branch)
WHERE surveyed.since <= day < surveyed.until
  AND survey.operating_state IN ['stopped', 'cancelled']
  AND covers.since <= day < covers.until
WITH DISTINCT branch, firm, survey.operating_state AS operating_state, day
// since when it has been so without a break: no record of it goes before
CALL (firm, day) {
  MATCH (firm)<-[noted:DESCRIBES]-(record:SurveyRecord)
  WHERE noted.since <= day
    AND record.operating_state IN ['stopped', 'cancelled']
    AND NOT EXISTS {
      MATCH (firm)<-[earlier:DESCRIBES]-(prior:SurveyRecord)
      WHERE earlier.until = noted.since AND prior.operating_state IN ['stopped', 'cancelled']
    }
  RETURN max(noted.since) AS stopped_on
}
WITH branch, day, firm, operating_state, stopped_on ORDER BY stopped_on, firm.key
WITH branch, day, min(stopped_on) AS since, collect(firm.key) AS stopped, collect(firm.name) AS names,
  count(CASE operating_state WHEN 'stopped' THEN 1 END) AS stopped_firms,
  count(CASE operating_state WHEN 'cancelled' THEN 1 END) AS cancelled_firms
// include: branch_kind
// include: counted_in_branch
RETURN branch.key AS branch, branch.name AS name, kind,
  CASE WHEN size(stopped) = firms THEN 'all' ELSE 'some' END AS state, firms, stopped_firms, cancelled_firms,
  reduce(words = head(names), name IN tail(names) | words + '、' + name) AS stopped_names,
  since, formal, probationary, stopped
ORDER BY state, kind DESC, since, branch
