// id: members-elsewhere
// title: {zh: 组织关系待转入, en: Membership elsewhere}
// tells:
//   zh: 在企业工作而组织关系在别处（未转入）的党员：在村、人才市场、其他党组织还是不明，从何时起，转接办到哪一步。不计入在册党员。
//   en: Members who work at a firm though their membership is elsewhere - in a village, at the talent market, in another branch or not known - since when, and how far a transfer has come. They are never counted.
// for: [staff, planner]
// parameters:
//   where:
//     type: choice
//     default: all
//     label: {zh: 组织关系所在, en: Where the membership is}
//     values:
//       all: {zh: 全部, en: All}
//       village: {zh: 村（社区）, en: Village or community}
//       talent_market: {zh: 人才市场, en: Talent market}
//       branch: {zh: 其他党组织, en: Another branch}
//       unknown: {zh: 不明, en: Not known}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   firm_name: {type: text, label: {zh: 企业名称, en: Firm's name}}
//   member: {type: key, node: Member, label: {zh: 党员编号, en: Member}}
//   name: {type: text, private: name, label: {zh: 党员, en: Member's name}}
//   standing:
//     type: choice
//     label: {zh: 党员类别, en: Standing}
//     values: {formal: {zh: 正式, en: Formal}, probationary: {zh: 预备, en: Probationary}, unknown: {zh: 不明, en: Unknown}}
//   works_since: {type: date, label: {zh: 到企业工作, en: Works there since}}
//   where:
//     type: choice
//     label: {zh: 组织关系所在, en: Where the membership is}
//     values:
//       village: {zh: 村（社区）, en: Village or community}
//       talent_market: {zh: 人才市场, en: Talent market}
//       branch: {zh: 其他党组织, en: Another branch}
//       unknown: {zh: 不明, en: Not known}
//   branch: {type: key, node: Branch, label: {zh: 所在党组织代码, en: Branch of the membership}}
//   branch_name: {type: text, label: {zh: 所在党组织, en: Name of that branch}}
//   since: {type: date, label: {zh: 在那里自, en: There since}}
//   target: {type: key, node: Branch, label: {zh: 应转入党组织, en: Branch to move to}}
//   target_name: {type: text, label: {zh: 应转入党组织名称, en: Name of the branch to move to}}
//   transfer:
//     type: choice
//     label: {zh: 转接进度, en: Transfer}
//     values:
//       asked: {zh: 已申请, en: Asked for}
//       under_way: {zh: 办理中, en: Under way}
//       moved: {zh: 已转入, en: Moved}
//       returned: {zh: 已退回, en: Sent back}
// about: {type: Member, column: member}
// rules: [transfer_in, counted_membership]
// picture:
//   nodes: [firm, member, branch, target]
//   edges: [WORKS_AT, BELONGS_TO, COVERS]
//   ghosts: [{from: member, to: target, missing: Branch, edge: BELONGS_TO, rule: transfer_in}]

WITH $at AS asked
// include: operating_firms_of_area
MATCH (firm)<-[works:WORKS_AT]-(member:Member) WHERE works.since <= day < works.until
WITH firm, day, member, min(works.since) AS works_since
WHERE NOT
  // include: counted_somewhere
// include: standing
WITH * WHERE standing <> 'stopped'
CALL (member, day) {
  OPTIONAL MATCH (member)-[belongs:BELONGS_TO]->(elsewhere:Branch) WHERE belongs.since <= day < belongs.until
  WITH elsewhere, belongs ORDER BY belongs.since DESC, elsewhere.key
  RETURN head(collect({branch: elsewhere, since: belongs.since})) AS held
}
CALL (member, day) {
  OPTIONAL MATCH (member)<-[noted:DESCRIBES]-(record:MemberRecord) WHERE noted.since <= day < noted.until
  RETURN head(collect(record.membership_at)) AS told
}
WITH *, held.branch AS elsewhere,
  CASE
    WHEN told IN ['village', 'talent_market'] THEN told
    WHEN held.branch IS NOT NULL THEN 'branch'
    ELSE 'unknown'
  END AS where
WHERE $where IN ['all', where]
CALL (firm, day) {
  OPTIONAL CALL (firm, day) {
    // include: organisation
    RETURN branch
  }
  WITH branch ORDER BY branch.key
  RETURN head(collect(branch)) AS organisation
}
CALL (member, day) {
  OPTIONAL MATCH (member)<-[:OF]-(transfer:Transfer) WHERE transfer.asked_on <= day
  WITH transfer ORDER BY transfer.asked_on DESC, transfer.key DESC
  WITH head(collect(transfer)) AS latest
  RETURN CASE WHEN latest.moved_on > day THEN 'under_way' ELSE latest.state END AS transfer
}
// include: place
WITH * WHERE $area = '' OR $area IN areas
RETURN firm.key AS firm, firm.name AS firm_name, member.key AS member, member.name AS name, standing, works_since,
  where, elsewhere.key AS branch, elsewhere.name AS branch_name, held.since AS since,
  organisation.key AS target, organisation.name AS target_name, transfer
ORDER BY firm, works_since, member
