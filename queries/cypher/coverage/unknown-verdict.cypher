// id: unknown-verdict
// title: {zh: 未能判定, en: Verdict not known}
// tells:
//   zh: 因缺一项事实而不能判定的企业，一行一项：缺什么，补上后能判定什么，涉及哪几名党员。没有摸底的企业另列。
//   en: Firms on which a verdict cannot be given because a fact is missing, one row a fact - what is missing, which verdict it would give, which members it is about. Firms without a survey are listed apart.
// for: [staff]
// parameters:
//   fact:
//     type: choice
//     default: all
//     label: {zh: 缺哪一项, en: Which fact}
//     values:
//       all: {zh: 全部, en: All}
//       operating: {zh: 经营状态, en: Operating state}
//       ownership: {zh: 企业类型, en: Ownership}
//       standing: {zh: 党员类别, en: Standing of members}
//       membership: {zh: 组织关系所在, en: Where membership is}
//       size: {zh: 从业人员数, en: Staff}
//   area: {type: key, node: Area, default: "", label: {zh: 片区, en: Area}}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   fact:
//     type: choice
//     label: {zh: 缺少的事实, en: What is missing}
//     values:
//       operating: {zh: 经营状态, en: Operating state}
//       ownership: {zh: 企业类型, en: Ownership}
//       standing: {zh: 党员类别（正式还是预备）, en: Standing of members (formal or probationary)}
//       membership: {zh: 党员的组织关系所在, en: Where the membership is}
//       size: {zh: 从业人员数, en: Staff}
//   verdict:
//     type: choice
//     label: {zh: 补上后能判定, en: What it would tell}
//     values:
//       base: {zh: 是否计入基数, en: Whether it is in the base}
//       qualified: {zh: 是否应单独建支部, en: Whether it has enough for its own branch}
//       members: {zh: 是否有党员未覆盖, en: Whether it has members uncovered}
//       large: {zh: 是否规模企业未建, en: Whether it is a large firm unbuilt}
//   members: {type: keys, node: Member, label: {zh: 涉及党员, en: Members concerned}}
//   formal: {type: int, label: {zh: 已知在册正式党员, en: Formal members known}}
//   last_surveyed: {type: date, label: {zh: 最近摸底, en: Last surveyed}}
//   area: {type: text, label: {zh: 片区, en: Area}}
//   cell: {type: text, label: {zh: 网格, en: Grid cell}}
// about: {type: Enterprise, column: firm, alone: true}
// rules: [own_members, members_covered, large_staff, counted_membership, formal_members, survey_ledgers]
// picture:
//   nodes: [firm, members]
//   edges: [WORKS_AT]

WITH $at AS asked
MATCH (record:SurveyRecord)-[surveyed:DESCRIBES]->(firm:Enterprise)
WHERE surveyed.since <= asked < surveyed.until
  AND coalesce(record.operating_state, head($rule_operating_states)) IN $rule_operating_states
  AND coalesce(firm.ownership, 'other') IN $rule_scope_ownerships + ['other']
  AND NOT left(coalesce(firm.uscc, ''), 2) IN $rule_outside_codes
WITH DISTINCT firm, asked AS day
// include: survey_at
// include: organisations
// include: counted
CALL (firm, day) {
  MATCH (firm)<-[works:WORKS_AT]-(member:Member)
  WHERE works.since <= day < works.until
    AND NOT EXISTS {
      MATCH (member)-[belongs:BELONGS_TO]->(:Branch) WHERE belongs.since <= day < belongs.until
    }
    AND NOT EXISTS {
      MATCH (member)<-[told:DESCRIBES]-(said:MemberRecord)
      WHERE told.since <= day < told.until
        AND (said.membership_at IN ['village', 'talent_market', 'other'] OR said.membership_in_firm = false)
    }
  WITH DISTINCT member, day
  // include: standing
  WITH member, standing WHERE standing <> 'stopped'
  ORDER BY member.key
  RETURN collect(member.key) AS placeless, count(CASE WHEN standing <> 'probationary' THEN 1 END) AS may_be_formal
}
WITH *, CASE
  WHEN organisation_kind = 'own' THEN null
  WHEN formal < $rule_own_members <= formal + unclear THEN 'qualified'
  WHEN organisation IS NULL AND formal + probationary = 0 AND unclear > 0 THEN 'members'
END AS by_standing, CASE
  WHEN organisation_kind = 'own' THEN null
  WHEN formal < $rule_own_members <= formal + may_be_formal THEN 'qualified'
  WHEN organisation IS NULL AND formal + probationary = 0 AND size(placeless) > 0 THEN 'members'
END AS by_membership
UNWIND [
  {fact: 'operating', verdict: CASE WHEN survey.operating_state IS NULL THEN 'base' END, members: []},
  {fact: 'ownership', verdict: CASE WHEN coalesce(firm.ownership, 'other') = 'other' THEN 'base' END, members: []},
  {fact: 'standing', verdict: by_standing, members: unclear_members},
  {fact: 'membership', verdict: by_membership, members: placeless},
  {
    fact: 'size',
    verdict: CASE
      WHEN organisation IS NULL AND survey.staff IS NULL AND NOT coalesce(survey.above_scale, false) THEN 'large'
    END,
    members: []
  }
] AS open
WITH * WHERE open.verdict IS NOT NULL AND $fact IN ['all', open.fact]
// include: place
WITH * WHERE $area = '' OR $area IN areas
// include: last_surveyed
RETURN firm.key AS firm, firm.name AS name, open.fact AS fact, open.verdict AS verdict, open.members AS members,
  formal, last_surveyed, area, cell
ORDER BY verdict DESC, fact, firm
