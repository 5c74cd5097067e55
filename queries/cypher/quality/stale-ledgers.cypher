// id: stale-ledgers
// title: {zh: 台账新旧, en: How fresh the ledgers are}
// tells: {zh: 每个范围每种台账最近一次的截至日、距今多少天、采用退回待核对各多少行；超过摸底有效期的为过期。, en: "For each scope and kind of ledger its latest as-of date, how many days ago that was, and its rows accepted, rejected and waiting; out of date once a survey would be."}
// for: [staff]
// parameters:
//   older: {type: int, default: 0, minimum: 0, maximum: 36500, unit: {zh: 天, en: days}, label: {zh: 只列距今至少, en: At least so old}}
// columns:
//   scope: {type: text, label: {zh: 范围, en: Scope}}
//   kind:
//     type: choice
//     label: {zh: 台账种类, en: Kind of ledger}
//     values:
//       activities: {zh: 活动台账, en: Activity ledger}
//       applicants: {zh: 入党申请人台账, en: Applicant ledger}
//       approvals: {zh: 党组织成立撤销审批台账, en: Ledger of founding and dissolving approvals}
//       areas: {zh: 片区台账, en: Area ledger}
//       branches: {zh: 党组织台账, en: Branch ledger}
//       brands: {zh: 党建品牌台账, en: Brand ledger}
//       by_hand: {zh: 手工录入, en: Stated by hand}
//       changes: {zh: 变动台账, en: Change ledger}
//       co_building_projects: {zh: 联建项目台账, en: Co-building project ledger}
//       committees: {zh: 支委与书记台账, en: Secretary and committee ledger}
//       coordinates: {zh: 坐标台账, en: Coordinate ledger}
//       decisions: {zh: 核对决定, en: Review decisions}
//       departments: {zh: 部门台账, en: Department ledger}
//       enterprises: {zh: 非公企业工作台账, en: Enterprise ledger}
//       funding: {zh: 经费台账, en: Funding ledger}
//       grid_cells: {zh: 网格台账, en: Grid ledger}
//       instructors: {zh: 指导员台账, en: Instructor ledger}
//       mass_organisations: {zh: 群团台账, en: Mass organisation ledger}
//       members: {zh: 党员名册, en: Member ledger}
//       names: {zh: 简称与曾用名台账, en: Ledger of short and former names}
//       officers: {zh: 干部联系台账, en: Officer ledger}
//       pairs: {zh: 结对共建台账, en: Co-building ledger}
//       policies: {zh: 文件台账, en: Policy ledger}
//       posts: {zh: 先锋岗示范岗台账, en: Vanguard post ledger}
//       projects: {zh: 招商项目台账, en: Investment project ledger}
//       published_figures: {zh: 上报数台账, en: Published figure ledger}
//       registry: {zh: 工商登记名录, en: Firm registry}
//       reviews: {zh: 述职考核台账, en: Review ledger}
//       service_requests: {zh: 诉求台账, en: Service request ledger}
//       service_teams: {zh: 安商服务小组台账, en: Service team ledger}
//       statistics: {zh: 党内统计, en: Party statistics}
//       supply: {zh: 产业链台账, en: Supply chain ledger}
//       transfers: {zh: 组织关系转接台账, en: Membership transfer ledger}
//       venues: {zh: 阵地台账, en: Venue ledger}
//       visits: {zh: 走访台账, en: Visit ledger}
//   as_of: {type: date, label: {zh: 数据截至, en: As of}}
//   days: {type: int, unit: {zh: 天, en: days}, label: {zh: 距今, en: Age}}
//   state:
//     type: choice
//     label: {zh: 新旧, en: State}
//     values: {fresh: {zh: 有效, en: In date}, stale: {zh: 过期, en: Out of date}}
//   accepted: {type: int, label: {zh: 采用, en: Accepted}}
//   rejected: {type: int, label: {zh: 退回, en: Rejected}}
//   waiting: {type: int, label: {zh: 待核对, en: Waiting}}
//   files: {type: text, label: {zh: 台账文件, en: Ledgers}}
// hole: {state: stale}
// rules: [survey_valid_months]

MATCH (load:Load)
WHERE load.as_of <= $at
WITH load.scope AS scope, load.kind AS kind, max(load.as_of) AS as_of, collect(load) AS loads
WITH *, duration.inDays(as_of, $at).days AS days
WHERE days >= $older
CALL (loads, as_of) {
  UNWIND loads AS load
  WITH load, as_of WHERE load.as_of = as_of
  WITH load ORDER BY load.loaded_at, load.key
  WITH collect(load.key) AS keys, collect(load.file) AS names
  CALL (keys) {
    UNWIND keys AS key
    MATCH (row:LedgerRow {load: key})
    RETURN count(CASE row.state WHEN 'accepted' THEN 1 END) AS accepted,
      count(CASE row.state WHEN 'rejected' THEN 1 END) AS rejected,
      count(CASE row.state WHEN 'waiting' THEN 1 END) AS waiting
  }
  RETURN accepted, rejected, waiting, reduce(words = head(names), name IN tail(names) | words + '、' + name) AS files
}
RETURN scope, kind, as_of, days,
  CASE WHEN as_of + duration({months: $rule_survey_valid_months}) <= $at THEN 'stale' ELSE 'fresh' END AS state,
  accepted, rejected, waiting, files
ORDER BY days DESC, scope, kind
