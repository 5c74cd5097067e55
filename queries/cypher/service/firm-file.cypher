// id: firm-file
// title: {zh: 一企一档, en: Firm file}
// tells:
//   zh: 走访一家企业前一页看全：基本情况、七个清、党员、党组织、联系的干部和上次走访、未销号的诉求、结对共建、现在有哪些问题。
//   en: One page on a firm before a visit - what it is, the seven clears, members, organisation, officers and their last visits, open requests, co-building, and what is wrong at present.
// for: [staff, report]
// parameters:
//   firm: {type: key, node: Enterprise, required: true, label: {zh: 企业, en: Firm}}
// columns:
//   section:
//     type: choice
//     label: {zh: 部分, en: Section}
//     values:
//       identity: {zh: 基本情况, en: Identity}
//       survey: {zh: 七个清, en: Seven clears}
//       members: {zh: 党员, en: Members}
//       organisation: {zh: 党组织, en: Organisation}
//       officers: {zh: 联系干部, en: Officers}
//       requests: {zh: 未销号诉求, en: Open requests}
//       co_building: {zh: 结对共建, en: Co-building}
//       verdicts: {zh: 现有问题, en: What is wrong}
//   item:
//     type: choice
//     label: {zh: 项目, en: Item}
//     values:
//       name: {zh: 企业名称, en: Name}
//       uscc: {zh: 统一社会信用代码, en: Credit code}
//       ownership: {zh: 企业类型, en: Ownership}
//       industry: {zh: 行业, en: Industry}
//       in_production: {zh: 投产, en: In production}
//       site: {zh: 厂区与网格, en: Site and cell}
//       surveyed: {zh: 摸底, en: Surveyed}
//       operation: {zh: 经营运行, en: Operation}
//       turnover: {zh: 年营业收入(万元), en: "Turnover (10,000 yuan)"}
//       above_scale: {zh: 规模以上, en: Above scale}
//       staff: {zh: 从业人员数, en: Staff}
//       investor: {zh: 出资人, en: Investor}
//       reported_members: {zh: 填报党员数, en: Members as reported}
//       applicants: {zh: 入党申请人数, en: Applicants}
//       reported_branch: {zh: 填报建立党组织, en: Organisation as reported}
//       unbuilt_reason: {zh: 未建原因, en: Why none}
//       needs: {zh: 发展需求, en: Needs}
//       formal: {zh: 在册正式党员, en: Counted formal members}
//       probationary: {zh: 在册预备党员, en: Counted probationary members}
//       elsewhere: {zh: 组织关系待转入, en: Membership elsewhere}
//       branch: {zh: 党组织, en: Branch}
//       secretary: {zh: 书记, en: Secretary}
//       contact: {zh: 挂点干部, en: Contact officer}
//       instructor: {zh: 指导员, en: Instructor}
//       last_visit: {zh: 上次走访, en: Last visit}
//       team: {zh: 安商服务小组, en: Service team}
//       request: {zh: 诉求(日期为期限), en: Request (date due)}
//       pair: {zh: 结对党组织, en: Paired branch}
//       activity: {zh: 最近共建活动, en: Last joint activity}
//       hole: {zh: 空白点, en: Hole}
//       to_adjust: {zh: 待调整, en: To adjust}
//       nothing: {zh: 空白点与待调整, en: Holes and adjustments}
//   value: {type: text, label: {zh: 内容, en: Value}}
//   word:
//     type: choice
//     label: {zh: 说明, en: State}
//     values:
//       private: {zh: 私营, en: Private}
//       hmt: {zh: 港澳台商投资, en: "Hong Kong, Macao or Taiwan investment"}
//       foreign: {zh: 外商投资, en: Foreign investment}
//       mixed: {zh: 混合所有制, en: Mixed ownership}
//       state: {zh: 国有及国有控股, en: State-controlled}
//       collective: {zh: 集体, en: Collective}
//       individual: {zh: 个体工商户, en: Individual business}
//       operating: {zh: 正常经营, en: Operating}
//       stopped: {zh: 停产, en: Stopped}
//       building: {zh: 在建, en: Under construction}
//       cancelled: {zh: 注销, en: Cancelled}
//       moved: {zh: 迁出, en: Moved away}
//       "yes": {zh: 是, en: "Yes"}
//       "no": {zh: 否, en: "No"}
//       member: {zh: 是党员, en: A member}
//       not_member: {zh: 不是党员, en: Not a member}
//       not_told: {zh: 未填, en: Not told}
//       none: {zh: 没有, en: None}
//       own: {zh: 单独党支部, en: Own branch}
//       joint: {zh: 联合党支部, en: Joint branch}
//       investor: {zh: 出资人, en: Investor}
//       manager: {zh: 中层, en: Manager}
//       assigned: {zh: 上级选派, en: Sent from above}
//       other: {zh: 其他, en: Other}
//       in_time: {zh: 期限内, en: In time}
//       overdue: {zh: 超期, en: Overdue}
//       qualified_unbuilt: {zh: 应建未建, en: "Qualified, unbuilt"}
//       members_uncovered: {zh: 有党员未覆盖, en: "Members, uncovered"}
//       unreached: {zh: 无挂点干部, en: No assigned officer}
//       never_surveyed: {zh: 未摸底, en: Never surveyed}
//       ungridded: {zh: 企业无网格, en: Firm without a cell}
//       joint_qualified: {zh: 联建待转单建, en: Qualified in a joint branch}
//       below_three: {zh: 不足3名待调整, en: Below three}
//       stopped_with_branch: {zh: 停产企业仍有支部, en: Branch of a stopped firm}
//   person: {type: text, private: name, label: {zh: 人员, en: Person}}
//   since: {type: date, label: {zh: 日期, en: Date}}
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   officer: {type: key, node: Officer, label: {zh: 干部编号, en: Officer}}
//   team: {type: key, node: ServiceTeam, label: {zh: 小组编号, en: Service team}}
//   request: {type: key, node: ServiceRequest, label: {zh: 诉求编号, en: Request}}
//   pair: {type: key, node: CoBuildingPair, label: {zh: 结对编号, en: Pair}}
// rules: [counted_membership, own_members, members_covered, assigned_officer, request_due, surveyed, gridded, no_longer_qualified, transfer_in, survey_ledgers]
// picture:
//   nodes: [firm, branch, officer, team, request, pair]
//   edges: [COVERS, CONTACTS, INSTRUCTS, SERVES, RAISED_BY, ENTERPRISE_SIDE, ORGAN_SIDE]
//   ghosts:
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: own_members, where: {word: qualified_unbuilt}}
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: members_covered, where: {word: members_uncovered}}
//     - {from: null, missing: Officer, to: firm, edge: CONTACTS, rule: assigned_officer, where: {word: unreached}}

MATCH (firm:Enterprise {key: $firm})
WITH firm, $at AS day
// include: firm_holes
CALL (firm, day) {
  OPTIONAL CALL (firm, day) {
    // include: organisation
    // include: branch_kind
    RETURN branch, kind, firms
  }
  WITH branch, kind, firms ORDER BY branch.key
  RETURN collect(CASE WHEN branch IS NOT NULL THEN {branch: branch, kind: kind, firms: firms} END) AS organisations
}
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[noted:DESCRIBES]-(record:SurveyRecord) WHERE noted.since <= day < noted.until
  WITH record ORDER BY record.key
  RETURN head(collect(record)) AS survey
}
// include: told_none
WITH firm, day, survey, told AS survey_told, formal, probationary, operates, holes, organisations
CALL (firm, day, survey, survey_told, formal, probationary, operates, holes, organisations) {
  // include: file_identity
  UNION ALL
  // include: file_survey
  UNION ALL
  // include: file_members
  UNION ALL
  // include: file_organisation
  UNION ALL
  // include: file_officers
  UNION ALL
  // include: file_requests
  UNION ALL
  // include: file_co_building
  UNION ALL
  // include: file_verdicts
}
RETURN line.section AS section, line.item AS item, line.value AS value, line.word AS word, line.person AS person,
  line.since AS since, firm.key AS firm, line.branch AS branch, line.officer AS officer, line.team AS team,
  line.request AS request, line.pair AS pair
ORDER BY line.place, line.rank, branch, officer, team, line.tie, request, pair, value, word
