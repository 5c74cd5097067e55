// id: several-posts
// title: {zh: 一人兼几个联合支部书记, en: Secretary of several joint branches}
// tells:
//   zh: 同一人担任几个联合党支部的书记，是哪几个；干部本人就是党员的算一人。没有统一上限，只如实列出。
//   en: People who are secretary of several joint branches, and of which; an officer who is a member is one person. There is no limit, so they are listed as they are.
// for: [staff, planner]
// parameters:
//   least: {type: int, default: 2, minimum: 1, maximum: 100, unit: {zh: 个, en: branches}, label: {zh: 至少兼任, en: At least}}
// columns:
//   officer: {type: key, node: Officer, label: {zh: 干部编号, en: Officer}}
//   member: {type: key, node: Member, label: {zh: 党员编号, en: Member}}
//   name: {type: text, private: name, label: {zh: 姓名, en: Name}}
//   department: {type: key, node: Department, label: {zh: 所在部门, en: Department}}
//   branches: {type: int, label: {zh: 兼任联合党支部数, en: Joint branches}}
//   firms: {type: int, label: {zh: 共覆盖企业数, en: Firms in them}}
//   joint_names: {type: text, label: {zh: 联合党支部, en: Names of the branches}}
//   joint: {type: keys, node: Branch, label: {zh: 联合党支部代码, en: Branches}}
// rules: [several_posts, branch_kind]
// picture:
//   nodes: [officer, member, department, joint]
//   edges: [SECRETARY_OF, SERVES_IN, IS]

WITH $at AS asked
// include: lasting_branches
// include: branch_kind
WITH * WHERE kind = 'joint'
MATCH (holder)-[leads:SECRETARY_OF]->(branch) WHERE leads.since <= day < leads.until
OPTIONAL MATCH (holder)-[same:IS]->(self:Member) WHERE same.since <= day < same.until
WITH coalesce(self, holder) AS person, branch, firms, day,
  min(CASE WHEN holder:Officer THEN holder.key END) AS officer_key
ORDER BY branch.key
WITH person, day, min(officer_key) AS officer_key, count(branch) AS branches, sum(firms) AS firms,
  collect(branch.key) AS joint, collect(branch.name) AS names
WHERE branches >= $least
OPTIONAL MATCH (:Officer {key: officer_key})-[serves:SERVES_IN]->(office:Department)
WHERE serves.since <= day < serves.until
WITH person, officer_key, branches, firms, joint, names, min(office.key) AS department
RETURN officer_key AS officer, CASE WHEN person:Member THEN person.key END AS member, person.name AS name, department,
  branches, firms, reduce(words = head(names), name IN tail(names) | words + '、' + name) AS joint_names, joint
ORDER BY branches DESC, firms DESC, officer, member
