// id: officer-load
// title: {zh: 干部联系企业数, en: Firms per officer}
// tells:
//   zh: 每名干部挂点几家、指导几家（指导党组织的，按它覆盖的企业计），合计几家；没有全国统一上限，本区设了上限才判定是否超过。
//   en: How many firms each officer contacts and how many the officer instructs (who instructs a branch, the firms it covers), and in all. There is no national limit; only a limit the zone has set gives a verdict.
// for: [staff, planner]
// parameters:
//   department: {type: key, node: Department, default: "", label: {zh: 部门, en: Department}}
//   least: {type: int, default: 1, minimum: 0, maximum: 10000, unit: {zh: 家, en: firms}, label: {zh: 至少联系, en: Firms at least}}
// columns:
//   officer: {type: key, node: Officer, label: {zh: 干部编号, en: Officer}}
//   officer_name: {type: text, private: name, label: {zh: 干部, en: Officer's name}}
//   post: {type: text, label: {zh: 职务, en: Post}}
//   department: {type: key, node: Department, label: {zh: 部门, en: Department}}
//   contacts: {type: int, label: {zh: 挂点企业, en: Firms contacted}}
//   instructs: {type: int, label: {zh: 指导企业, en: Firms instructed}}
//   total: {type: int, label: {zh: 合计企业, en: Firms in all}}
//   limit_firms: {type: int, label: {zh: 本区上限(0为不判定), en: "Limit of the zone (0: none)"}}
//   state:
//     type: choice
//     label: {zh: 判定, en: Verdict}
//     values: {none: {zh: 不判定, en: No verdict}, within: {zh: 未超过, en: Within}, over: {zh: 超过上限, en: Over the limit}}
//   firms: {type: keys, node: Enterprise, label: {zh: 联系企业, en: Firms}}
// about: {type: Officer, column: officer}
// hole: {state: over}
// rules: [officer_firms]
// picture:
//   nodes: [officer, department, firms]
//   edges: [CONTACTS, INSTRUCTS, SERVES_IN]

MATCH (officer:Officer)
WITH officer, $at AS day
// include: charges
CALL (officer, day) {
  OPTIONAL MATCH (officer)-[serves_in:SERVES_IN]->(office:Department) WHERE serves_in.since <= day < serves_in.until
  RETURN min(office.key) AS department
}
WITH * WHERE size(firms) >= $least AND $department IN ['', department]
RETURN officer.key AS officer, officer.name AS officer_name, officer.post AS post, department,
  size(contacts) AS contacts, size(instructs) AS instructs, size(firms) AS total, $rule_officer_firms AS limit_firms,
  CASE
    WHEN $rule_officer_firms = 0 THEN 'none'
    WHEN size(firms) > $rule_officer_firms THEN 'over'
    ELSE 'within'
  END AS state,
  [held IN firms | held.key] AS firms
ORDER BY total DESC, officer
