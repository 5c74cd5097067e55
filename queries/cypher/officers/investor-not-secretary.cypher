// id: investor-not-secretary
// title: {zh: 出资人未兼任书记, en: Investor not the secretary}
// tells:
//   zh: 出资人是党员而没有兼任书记的、已有党组织的企业：出资人的组织关系在不在该党组织，现任书记是谁、从哪里来。提倡兼任，不是硬性要求。
//   en: Firms with an organisation whose investor is a member but not the secretary - whether the investor belongs to that branch, who the secretary is and from where. It is encouraged, not required.
// for: [staff, planner]
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   firm_name: {type: text, label: {zh: 企业名称, en: Firm's name}}
//   investor: {type: key, node: Member, label: {zh: 党员编号, en: Member}}
//   investor_name: {type: text, private: name, label: {zh: 出资人, en: Investor}}
//   belongs: {type: bool, label: {zh: 组织关系在该党组织, en: Belongs to the branch}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   branch_name: {type: text, label: {zh: 党组织, en: Branch's name}}
//   kind:
//     type: choice
//     label: {zh: 组建形式, en: Formation}
//     values: {own: {zh: 单独党支部, en: Own branch}, joint: {zh: 联合党支部, en: Joint branch}}
//   secretary: {type: text, private: name, label: {zh: 现任书记, en: Secretary}}
//   source:
//     type: choice
//     label: {zh: 书记来源, en: Source of the secretary}
//     values: {investor: {zh: 出资人, en: Investor}, manager: {zh: 中层, en: Manager}, assigned: {zh: 上级选派, en: Sent from above}, other: {zh: 其他, en: Other}}
// about: {type: Enterprise, column: firm, alone: true}
// rules: [investor_secretary]
// picture:
//   nodes: [firm, investor, branch]
//   edges: [WORKS_AT, BELONGS_TO, COVERS]
//   ghosts: [{from: investor, missing: Member, to: branch, edge: SECRETARY_OF, rule: investor_secretary}]

WITH $at AS asked
// include: operating_firms
// include: survey_at
CALL (firm, day) {
  OPTIONAL CALL (firm, day) {
    MATCH (firm)<-[works:WORKS_AT {basis: 'investor'}]-(member:Member) WHERE works.since <= day < works.until
    // include: standing
    WITH member WHERE standing <> 'stopped'
    RETURN DISTINCT member
  }
  WITH member ORDER BY member.key
  RETURN collect(member) AS investors
}
WITH * WHERE size(investors) > 0 OR survey.investor_is_member
// include: organisation
// include: branch_kind
CALL (branch, day) {
  OPTIONAL MATCH (branch)<-[leads:SECRETARY_OF]-(person:Member|Officer) WHERE leads.since <= day < leads.until
  OPTIONAL MATCH (person)-[same:IS]->(self:Member) WHERE same.since <= day < same.until
  WITH person, self, leads ORDER BY person.key
  RETURN collect(coalesce(self, person)) AS secretaries, head(collect(person.name)) AS secretary,
    head(collect(leads.source)) AS source
}
// what the firm itself says of its secretary counts only where no ledger of branches names one
WITH * WHERE none(person IN secretaries WHERE person IN investors)
  AND coalesce(source, '') <> 'investor'
  AND NOT (size(secretaries) = 0 AND coalesce(survey.investor_is_secretary, false))
WITH *, head(investors) AS investor
RETURN firm.key AS firm, firm.name AS firm_name, investor.key AS investor,
  coalesce(investor.name, survey.investor_name) AS investor_name,
  EXISTS {
    MATCH (investor)-[belongs:BELONGS_TO]->(branch) WHERE belongs.since <= day < belongs.until
  } AS belongs,
  branch.key AS branch, branch.name AS branch_name, kind, secretary, source
ORDER BY kind DESC, firm, branch
