// id: figures-reconciled
// title: {zh: 上报数核对, en: Figures reconciled}
// tells:
//   zh: 截至所选日期上报过的每个数字，与图谱在那个数字所属日期的数字对照：一致、相差多少、由谁上报。党内统计按各填报单位之和。
//   en: Each figure reported up to the date, beside what the graph says at that figure's own date - whether they agree, by how much they differ, who reported it. Party statistics are summed over their offices.
// for: [staff, report]
// parameters:
//   list:
//     type: choice
//     default: all
//     label: {zh: 列出, en: List}
//     values: {all: {zh: 全部, en: All}, differs: {zh: 只列不一致的, en: Only those that differ}}
// columns:
//   day: {type: date, label: {zh: 数字所属日期, en: Date of the figure}}
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
//       service_teams: {zh: 安商服务小组, en: Service teams}
//       service_requests: {zh: 收集诉求, en: Service requests}
//       requests_closed: {zh: 已销号诉求, en: Requests closed}
//       requests_in_progress: {zh: 正常推进诉求, en: Requests in progress}
//       operating_firms: {zh: 单位总数, en: Operating firms in scope}
//       own_committees: {zh: 单独建党委, en: Own committees}
//       own_general_branches: {zh: 单独建党总支, en: Own general branches}
//       own_party_branches: {zh: 单独建党支部, en: Own plain branches}
//       joint_firms: {zh: 联合建单位, en: Firms in joint branches}
//       joint_firms_of_three: {zh: 联合建单位中有3名以上党员的, en: Firms with three members or more in joint branches}
//       qualified_unbuilt: {zh: 应建未建, en: "Qualified, unbuilt"}
//       few_members_unbuilt: {zh: 仅有个别党员未建, en: "A few members only, unbuilt"}
//       memberless_unbuilt: {zh: 没有党员未建, en: "No members, unbuilt"}
//       instructed_unbuilt: {zh: 未建但已派指导员, en: "Unbuilt, with an instructor"}
//       members_elsewhere: {zh: 未转入组织关系的党员, en: Members whose membership is elsewhere}
//   source:
//     type: choice
//     label: {zh: 来源, en: Source}
//     values: {account: {zh: 上报数, en: Published account}, statistics: {zh: 党内统计, en: Party statistics}}
//   reported_by: {type: text, label: {zh: 填报单位, en: Reported by}}
//   reported: {type: int, label: {zh: 上报, en: Reported}}
//   counted: {type: int, label: {zh: 图谱, en: In the graph}}
//   difference: {type: int, label: {zh: 相差(上报减图谱), en: Difference (reported less graph)}}
//   state:
//     type: choice
//     label: {zh: 核对, en: Result}
//     values: {agrees: {zh: 一致, en: Agrees}, differs: {zh: 不一致, en: Differs}}
//   published: {type: keys, node: PublishedFigure, label: {zh: 上报数编号, en: Published figures}}
// rules: [branch_kind, counted_membership, members_covered, work_coverage]
// picture:
//   nodes: [published]
//   edges: []

MATCH (published:PublishedFigure)
WHERE published.value IS NOT NULL AND published.month <= $at
// a month stands for its last day
WITH published, CASE published.month_precision
  WHEN 'month' THEN published.month + duration({months: 1}) - duration({days: 1})
  ELSE published.month
END AS asked
WHERE asked <= $at
WITH published, asked ORDER BY published.reported_by, published.key
WITH asked, published.figure AS figure, published.source AS source, sum(published.value) AS reported,
  collect(DISTINCT published.reported_by) AS offices, collect(published.key) AS keys
WITH asked, collect({figure: figure, source: source, reported: reported, offices: offices, keys: keys}) AS told
// include: all_figures
UNWIND told AS one
WITH asked, one, head([line IN lines WHERE line.figure = one.figure]) AS line
WITH asked, one, line, one.reported - line.value AS difference
WHERE $list = 'all' OR difference <> 0
RETURN asked AS day, one.figure AS figure, one.source AS source,
  reduce(words = head(one.offices), office IN tail(one.offices) | words + '、' + office) AS reported_by,
  one.reported AS reported, line.value AS counted, difference,
  CASE difference WHEN 0 THEN 'agrees' ELSE 'differs' END AS state, one.keys AS published
ORDER BY day DESC, source, line.place, figure
