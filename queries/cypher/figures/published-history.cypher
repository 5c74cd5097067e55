// id: published-history
// title: {zh: 上报数历月, en: Published figures by month}
// tells:
//   zh: 历月上报的数字与图谱现在对那个月末的数字；不一致的，列出上报之后才导入、说的却是那时的台账（一份一行）。没有这样的台账，就是当时报错了。
//   en: The figures published month by month beside what the graph now says of that month's end. Where they differ, each ledger that was loaded after publication and speaks of that time, one a row; with none, the figure was wrong when it was reported.
// for: [staff, report]
// parameters:
//   list:
//     type: choice
//     default: all
//     label: {zh: 列出, en: List}
//     values: {all: {zh: 全部, en: All}, differs: {zh: 只列不一致的, en: Only those that differ}}
// columns:
//   day: {type: date, label: {zh: 数字所属日期, en: Date of the figure}}
//   figure: {type: choice, values: PublishedFigure.figure, label: {zh: 指标, en: Figure}}
//   published: {type: key, node: PublishedFigure, label: {zh: 上报数编号, en: Published figure}}
//   reported: {type: int, label: {zh: 上报, en: Reported}}
//   published_on: {type: date, label: {zh: 上报数导入日期, en: Published (loaded) on}}
//   counted: {type: int, label: {zh: 图谱现在, en: In the graph now}}
//   difference: {type: int, label: {zh: 相差(上报减图谱), en: Difference (reported less graph)}}
//   state:
//     type: choice
//     label: {zh: 核对, en: Result}
//     values:
//       agrees: {zh: 一致, en: Agrees}
//       changed: {zh: 上报后补录, en: Changed by later ledgers}
//       slip: {zh: 没有补录，报时即不符, en: "No later ledger: wrong when reported"}
//   file: {type: text, label: {zh: 补录的台账, en: Later ledger}}
//   kind: {type: text, label: {zh: 台账种类, en: Kind}}
//   as_of: {type: date, label: {zh: 台账截至, en: Its as-of date}}
//   loaded_on: {type: date, label: {zh: 补录日期, en: Loaded on}}
// rules: [published_kept, branch_kind, counted_membership, members_covered, work_coverage]
// picture:
//   nodes: [published]
//   edges: []

MATCH (published:PublishedFigure {source: 'account'})
WHERE published.value IS NOT NULL AND published.month <= $at
// a month stands for its last day
WITH published, CASE published.month_precision
  WHEN 'month' THEN published.month + duration({months: 1}) - duration({days: 1})
  ELSE published.month
END AS asked
WHERE asked <= $at
CALL (published) {
  OPTIONAL MATCH (published)<-[:STATES]-(:LedgerRow {state: 'accepted'})-[:IN_LOAD]->(load:Load)
  RETURN min(load.loaded_at) AS published_at
}
WITH asked, collect({node: published, loaded: published_at}) AS told
// include: all_figures
UNWIND told AS one
WITH asked, one.node AS published, one.loaded AS published_at,
  head([line IN lines WHERE line.figure = one.node.figure]) AS line
WITH *, published.value - line.value AS difference
WHERE $list = 'all' OR difference <> 0
WITH *, CASE
  WHEN published.figure IN ['service_teams'] THEN ['ServiceTeam']
  WHEN published.figure IN ['service_requests', 'requests_closed', 'requests_in_progress'] THEN ['ServiceRequest']
  WHEN published.figure = 'instructors_and_joint_secretaries' THEN ['Branch', 'Enterprise', 'Officer']
  WHEN published.figure IN ['own_branches', 'joint_branches', 'founded_this_year', 'dissolved_this_year']
    THEN ['Branch', 'Enterprise']
  ELSE ['Branch', 'Enterprise', 'Member', 'Officer']
END AS subjects
CALL (published, asked, published_at, difference, subjects) {
  MATCH (load:Load)
  WHERE difference <> 0 AND load.loaded_at > published_at AND load.as_of <= asked
    AND EXISTS {
      MATCH (row:LedgerRow {load: load.key})-[:STATES]->(subject)
      WHERE row.state = 'accepted' AND any(label IN labels(subject) WHERE label IN subjects)
    }
  RETURN collect(load) AS late
}
UNWIND CASE WHEN late = [] THEN [null] ELSE late END AS load
RETURN asked AS day, published.figure AS figure, published.key AS published, published.value AS reported,
  date(published_at) AS published_on, line.value AS counted, difference,
  CASE WHEN difference = 0 THEN 'agrees' WHEN load IS NULL THEN 'slip' ELSE 'changed' END AS state,
  load.file AS file, load.kind AS kind, load.as_of AS as_of, date(load.loaded_at) AS loaded_on
ORDER BY day DESC, line.place, figure, published, load.loaded_at, load.key
