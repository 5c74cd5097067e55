// id: committee-size
// title: {zh: 支部委员会人数, en: Size of branch committees}
// tells:
//   zh: 正式党员已达设支委会的人数而没有支委会的党支部，以及支委会人数过少或过多的党支部。人数含书记；只有书记、副书记的不算支委会。
//   en: Branches with enough formal members for a committee and none, and committees that are too small or too large. The secretary is counted; a secretary with a deputy is no committee.
// for: [staff]
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   state:
//     type: choice
//     label: {zh: 状态, en: State}
//     values: {none: {zh: 应设未设, en: Due and none}, small: {zh: 人数过少, en: Too small}, large: {zh: 人数过多, en: Too large}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   committee: {type: int, label: {zh: 支委会人数, en: People on the committee}}
//   firms: {type: int, label: {zh: 覆盖企业数, en: Firms covered}}
// about: {type: Branch, column: branch, alone: true}
// rules: [committee_from_members, committee_least, committee_most, counted_membership]
// picture:
//   nodes: [branch]
//   edges: []
//   ghosts:
//     - {from: null, missing: Member, to: branch, edge: COMMITTEE_MEMBER_OF, rule: committee_from_members, where: {state: none}}
//     - {from: null, missing: Member, to: branch, edge: COMMITTEE_MEMBER_OF, rule: committee_least, where: {state: small}}

WITH $at AS asked
// include: lasting_branches
// include: record
WITH * WHERE level = 'branch'
// include: committee
// include: counted_in_branch
WITH *, CASE
  WHEN committee = 0 AND formal >= $rule_committee_from_members THEN 'none'
  WHEN 0 < committee < $rule_committee_least THEN 'small'
  WHEN committee > $rule_committee_most THEN 'large'
END AS state
WHERE state IS NOT NULL
// include: branch_kind
RETURN branch.key AS branch, branch.name AS name, state, formal, committee, firms
ORDER BY state DESC, formal DESC, branch
