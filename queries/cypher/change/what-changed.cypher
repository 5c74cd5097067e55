// id: what-changed
// title: {zh: 变化清单, en: What changed}
// tells:
//   zh: 两个日期之间的变化，一行一件：企业纳入或失去组织覆盖、开始或不再经营，党组织成立或撤销，党员转入转出、入职离职，挂点和结对的增减，空白点的新增与销去。期间变了又变回来的不列。未摸底指有厂区而至今没有任何摸底内容的企业。
//   en: What is otherwise at the end than at the start, one row each - firms covered or no longer, operating or no longer, branches founded or dissolved, members come and gone, contacts and pairs begun and ended, holes opened and closed. What changed and changed back is left out. Never surveyed means a firm with a site of which no survey has told anything so far.
// for: [staff, report]
// parameters:
//   since: {type: date, months_before: 1, label: {zh: 自(不含当日), en: Since (that day left out)}}
//   what:
//     type: choice
//     default: all
//     label: {zh: 哪一类, en: Kind of change}
//     values:
//       all: {zh: 全部, en: All}
//       coverage: {zh: 组织覆盖, en: Coverage}
//       operation: {zh: 企业经营, en: Operation of firms}
//       branches: {zh: 党组织成立与撤销, en: Branches founded and dissolved}
//       members: {zh: 党员, en: Members}
//       contacts: {zh: 挂点联系, en: Contacts of officers}
//       pairs: {zh: 结对共建, en: Co-building pairs}
//       holes: {zh: 空白点与待调整, en: Holes and what to adjust}
// columns:
//   what:
//     type: choice
//     label: {zh: 变化, en: Change}
//     values:
//       firm_covered: {zh: 企业纳入组织覆盖, en: Firm newly covered}
//       firm_uncovered: {zh: 企业失去组织覆盖, en: Firm no longer covered}
//       firm_operating: {zh: 企业开始经营, en: Firm began to operate}
//       firm_stopped: {zh: 企业不再经营, en: Firm stopped operating}
//       branch_founded: {zh: 党组织成立, en: Branch founded}
//       branch_dissolved: {zh: 党组织撤销, en: Branch dissolved}
//       member_in: {zh: 党员组织关系转入, en: Membership moved in}
//       member_out: {zh: 党员组织关系转出, en: Membership moved out}
//       member_hired: {zh: 党员到企业工作, en: Member began to work at a firm}
//       member_left: {zh: 党员离开企业, en: Member left a firm}
//       contact_gained: {zh: 新增挂点联系, en: Contact begun}
//       contact_lost: {zh: 挂点联系终止, en: Contact ended}
//       pair_begun: {zh: 新结对, en: Pair begun}
//       pair_ended: {zh: 结对终止, en: Pair ended}
//       hole_opened: {zh: 新出现的空白点或待调整, en: Hole or fault opened}
//       hole_closed: {zh: 已销去的空白点或待调整, en: Hole or fault closed}
//   detail:
//     type: choice
//     label: {zh: 哪一种, en: Which}
//     values:
//       own: {zh: 单独党支部, en: Own branch}
//       joint: {zh: 联合党支部, en: Joint branch}
//       qualified_unbuilt: {zh: 应建未建, en: "Qualified, unbuilt"}
//       members_uncovered: {zh: 有党员未覆盖, en: "Members, uncovered"}
//       unreached: {zh: 无挂点干部, en: No assigned officer}
//       never_surveyed: {zh: 未摸底, en: Never surveyed}
//       cell_unassigned: {zh: 网格无联系部门, en: Cell without department}
//       joint_qualified: {zh: 联建待转单建, en: Qualified in a joint branch}
//       joint_overfull: {zh: 联合支部超限, en: Joint branch over limit}
//       below_three: {zh: 不足3名待调整, en: Below three}
//       stopped_with_branch: {zh: 停产企业仍有支部, en: Branch of a stopped firm}
//   day: {type: date, label: {zh: 日期, en: Day}}
//   name: {type: text, label: {zh: 企业、党组织或网格, en: "Firm, branch or cell"}}
//   person: {type: text, private: name, label: {zh: 党员或干部, en: Member or officer}}
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   organ: {type: key, node: Branch, label: {zh: 机关党组织代码, en: Organ branch}}
//   member: {type: key, node: Member, label: {zh: 党员编号, en: Member}}
//   officer: {type: key, node: Officer, label: {zh: 干部编号, en: Officer}}
//   pair: {type: key, node: CoBuildingPair, label: {zh: 结对编号, en: Pair}}
//   cell: {type: key, node: GridCell, label: {zh: 网格编码, en: Cell}}
// rules: [members_covered, own_members, counted_membership, branch_kind, assigned_officer, work_coverage, cell_department, surveyed, no_longer_qualified]
// picture:
//   nodes: [firm, branch, organ, member, officer, pair, cell]
//   edges: [COVERS, BELONGS_TO, WORKS_AT, CONTACTS, ORGAN_SIDE, ENTERPRISE_SIDE]
//   ghosts:
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: members_covered, where: {what: hole_opened, detail: members_uncovered}}
//     - {from: null, missing: Branch, to: firm, edge: COVERS, rule: own_members, where: {what: hole_opened, detail: joint_qualified}}
//     - {from: null, missing: Officer, to: firm, edge: CONTACTS, rule: assigned_officer, where: {what: hole_opened, detail: unreached}}
//     - {from: null, missing: Department, to: cell, edge: RESPONSIBLE_FOR, rule: cell_department, where: {what: hole_opened, detail: cell_unassigned}}

CALL () {
  // include: changed_firms
  UNION ALL
  // include: changed_branches
  UNION ALL
  // include: changed_links
}
WITH line WHERE $what = 'all' OR line.kind = $what
RETURN line.what AS what, line.detail AS detail, line.day AS day, line.name AS name, line.person AS person,
  line.firm AS firm, line.branch AS branch, line.organ AS organ, line.member AS member, line.officer AS officer,
  line.pair AS pair, line.cell AS cell
ORDER BY line.kind <> 'holes', line.kind, what, detail, day, name, firm, branch, cell, pair, member, officer
