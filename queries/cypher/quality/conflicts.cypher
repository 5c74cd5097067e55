// id: conflicts
// title: {zh: 数据冲突, en: Conflicting data}
// tells: {zh: 两份台账对同一企业（或党组织、党员、干部）同一日期的同一项说法不同：两个值、出自哪两份台账、显示哪一个、为什么。, en: "Where two ledgers say otherwise of one thing at one date - both values, both files, which is shown, and why."}
// for: [staff]
// parameters:
//   list:
//     type: choice
//     default: all
//     label: {zh: 列出, en: List}
//     values: {all: {zh: 全部, en: All}, firms: {zh: 只列企业, en: Firms only}}
// columns:
//   day: {type: date, label: {zh: 说的是哪一天, en: Date spoken of}}
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   member: {type: key, node: Member, label: {zh: 党员编号, en: Member}}
//   officer: {type: key, node: Officer, label: {zh: 干部编号, en: Officer}}
//   name: {type: text, label: {zh: 名称, en: Name}}
//   person: {type: text, private: name, label: {zh: 党员或干部, en: Member or officer}}
//   what: {type: choice, values: slots, label: {zh: 哪一项, en: What}}
//   shown: {type: text, label: {zh: 显示, en: Shown}}
//   shown_file: {type: text, label: {zh: 显示值出自, en: Shown from}}
//   other: {type: text, label: {zh: 另一说法, en: Other value}}
//   other_file: {type: text, label: {zh: 另一说法出自, en: Other from}}
//   because:
//     type: choice
//     label: {zh: 为什么显示它, en: Why it is shown}
//     values:
//       field: {zh: 本区指定这一项以该台账为准, en: The zone set its ledger as the authority for this}
//       kind: {zh: 台账种类不同，按种类的可信次序（同级按批次编号）, en: "Kinds differ: the more trusted one (of equals, by the load's id)"}
//       load: {zh: 同一种台账，按批次编号, en: "One kind: by the load's id"}
// about: {type: Enterprise, column: firm}
// rules: [one_value]
// picture:
//   nodes: [firm, branch, member, officer]
//   edges: []

MATCH (conflict:Conflict)-[:CONCERNS]->(subject:Entity)
WHERE conflict.day <= $at AND ($list = 'all' OR subject:Enterprise)
MATCH (told:Load {key: conflict.shown_load})
MATCH (lost:Load {key: conflict.other_load})
WITH *, CASE
  WHEN EXISTS {
    MATCH (authority:Authority)
    WHERE told.kind IN authority.kinds
      AND authority.key IN [label IN labels(subject) | label + '.' + replace(conflict.what, '<', '')]
  } THEN 'field'
  WHEN told.kind <> lost.kind THEN 'kind'
  ELSE 'load'
END AS because
WITH *, subject:Member OR subject:Officer AS somebody
RETURN conflict.day AS day, CASE WHEN subject:Enterprise THEN subject.key END AS firm,
  CASE WHEN subject:Branch THEN subject.key END AS branch, CASE WHEN subject:Member THEN subject.key END AS member,
  CASE WHEN subject:Officer THEN subject.key END AS officer,
  CASE WHEN NOT somebody THEN coalesce(subject.name, subject.address, subject.key) END AS name,
  CASE WHEN somebody THEN subject.name END AS person, conflict.what AS what,
  conflict.shown AS shown, told.file AS shown_file, conflict.other AS other, lost.file AS other_file, because
ORDER BY day DESC, firm, branch, member, officer, name, what, conflict.key
