// id: duplicate-members
// title: {zh: 疑似重复党员, en: Members who may be double}
// tells:
//   zh: 同一名党员同时在两个党组织；或两条党员记录很可能是同一个人，并写明相同在哪里。只列出来核对，从不自动合并。
//   en: One member in two branches at a time, or two members who are likely one person, with what they share. They are listed to be checked and never merged.
// for: [staff]
// columns:
//   member: {type: key, node: Member, label: {zh: 党员编号, en: Member}}
//   name: {type: text, private: name, label: {zh: 党员, en: Member's name}}
//   why:
//     type: choice
//     label: {zh: 依据, en: Why}
//     values:
//       two_branches: {zh: 同时在两个党组织, en: In two branches at a time}
//       name_mask: {zh: 姓名与身份证号（脱敏）相同, en: Same name and masked ID number}
//       name_born: {zh: 姓名与出生日期相同, en: Same name and birth date}
//       mask_born: {zh: 身份证号（脱敏）与出生日期相同, en: Same masked ID number and birth date}
//       name_joined: {zh: 姓名与入党日期相同, en: Same name and joining date}
//       mask_joined: {zh: 身份证号（脱敏）与入党日期相同, en: Same masked ID number and joining date}
//   other: {type: key, node: Member, label: {zh: 另一党员编号, en: Other member}}
//   other_name: {type: text, private: name, label: {zh: 另一党员, en: Other member's name}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   branch_name: {type: text, label: {zh: 所在党组织, en: Branch's name}}
//   other_branch: {type: key, node: Branch, label: {zh: 另一党组织代码, en: Other branch}}
//   other_branch_name: {type: text, label: {zh: 另一党组织, en: Other branch's name}}
// about: {type: Member, column: member}
// rules: [one_branch]
// picture:
//   nodes: [member, other, branch, other_branch]
//   edges: [BELONGS_TO]

CALL () {
  MATCH (branch:Branch)<-[belongs:BELONGS_TO]-(one:Member)-[also:BELONGS_TO]->(second:Branch)
  WHERE belongs.since <= $at < belongs.until AND also.since <= $at < also.until AND branch.key < second.key
  WITH one, branch, second, $at AS day
  WHERE
    // include: living
  WITH one, branch AS home, second AS branch, day
  WHERE
    // include: living
  RETURN DISTINCT one, null AS two, 0 AS rank, 'two_branches' AS why, home, branch AS other_home
  UNION
  CALL () {
    MATCH (m:Member) WHERE m.name IS NOT NULL AND m.id_mask IS NOT NULL
    WITH m.name AS a, m.id_mask AS b, collect(m) AS alike WHERE size(alike) > 1
    RETURN alike, 1 AS rank, 'name_mask' AS why
    UNION ALL
    MATCH (m:Member) WHERE m.name IS NOT NULL AND m.born_on IS NOT NULL
    WITH m.name AS a, m.born_on AS b, collect(m) AS alike WHERE size(alike) > 1
    RETURN alike, 2 AS rank, 'name_born' AS why
    UNION ALL
    MATCH (m:Member) WHERE m.id_mask IS NOT NULL AND m.born_on IS NOT NULL
    WITH m.id_mask AS a, m.born_on AS b, collect(m) AS alike WHERE size(alike) > 1
    RETURN alike, 3 AS rank, 'mask_born' AS why
    UNION ALL
    MATCH (m:Member) WHERE m.name IS NOT NULL AND m.joined_on IS NOT NULL
    WITH m.name AS a, m.joined_on AS b, collect(m) AS alike WHERE size(alike) > 1
    RETURN alike, 4 AS rank, 'name_joined' AS why
    UNION ALL
    MATCH (m:Member) WHERE m.id_mask IS NOT NULL AND m.joined_on IS NOT NULL
    WITH m.id_mask AS a, m.joined_on AS b, collect(m) AS alike WHERE size(alike) > 1
    RETURN alike, 5 AS rank, 'mask_joined' AS why
  }
  UNWIND alike AS one
  UNWIND alike AS two
  WITH one, two, rank, why
  WHERE one.key < two.key
    AND all(person IN [one, two] WHERE EXISTS {
      MATCH (person)-[there:WORKS_AT|BELONGS_TO]->() WHERE there.since <= $at < there.until
    })
  WITH one, two, rank, why ORDER BY rank
  WITH one, two, min(rank) AS rank, head(collect(why)) AS why
  CALL (one) {
    OPTIONAL MATCH (one)-[held:BELONGS_TO]->(home:Branch) WHERE held.since <= $at < held.until
    WITH home ORDER BY home.key
    RETURN head(collect(home)) AS home
  }
  CALL (two) {
    OPTIONAL MATCH (two)-[held:BELONGS_TO]->(home:Branch) WHERE held.since <= $at < held.until
    WITH home ORDER BY home.key
    RETURN head(collect(home)) AS other_home
  }
  RETURN one, two, rank, why, home, other_home
}
RETURN one.key AS member, one.name AS name, why, two.key AS other, two.name AS other_name, home.key AS branch,
  home.name AS branch_name, other_home.key AS other_branch, other_home.name AS other_branch_name
ORDER BY rank, member, other, branch, other_branch
