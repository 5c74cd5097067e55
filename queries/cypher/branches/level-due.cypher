// id: level-due
// title: {zh: 达到人数未升级别, en: Enough members for a higher level}
// tells:
//   zh: 党员人数已可设党总支或党委，级别仍低于此的党组织；级别没有填写的按党支部对待。
//   en: Branches with members enough for a general branch or a committee whose level is still below that; a level not stated is taken as a branch.
// for: [staff, planner]
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   level:
//     type: choice
//     label: {zh: 现级别, en: Level now}
//     values: {branch: {zh: 党支部, en: Branch}, general_branch: {zh: 党总支, en: General branch}}
//   due:
//     type: choice
//     label: {zh: 可设, en: May have}
//     values: {general_branch: {zh: 党总支, en: General branch}, committee: {zh: 党委, en: Committee}}
//   members: {type: int, label: {zh: 计入人数, en: Members counted for it}}
//   formal: {type: int, label: {zh: 在册正式党员, en: Counted formal members}}
//   probationary: {type: int, label: {zh: 在册预备党员, en: Counted probationary members}}
//   firms: {type: int, label: {zh: 覆盖企业数, en: Firms covered}}
// about: {type: Branch, column: branch, alone: true}
// rules: [general_branch_members, committee_members, level_counts, counted_membership]
// picture:
//   nodes: [branch]
//   edges: []

WITH $at AS asked
// include: lasting_branches
// include: record
WITH * WHERE level <> 'committee'
// include: counted_in_branch
WITH *,
  CASE WHEN 'formal' IN $rule_level_counts THEN formal ELSE 0 END
  + CASE WHEN 'probationary' IN $rule_level_counts THEN probationary ELSE 0 END AS members
WITH *, CASE
  WHEN members >= $rule_committee_members THEN 'committee'
  WHEN members >= $rule_general_branch_members AND level = 'branch' THEN 'general_branch'
END AS due
WHERE due IS NOT NULL
// include: branch_kind
RETURN branch.key AS branch, branch.name AS name, level, due, members, formal, probationary, firms
ORDER BY members DESC, branch
