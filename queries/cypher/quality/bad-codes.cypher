// id: bad-codes
// title: {zh: 信用代码问题, en: Faulty credit codes}
// tells: {zh: 统一社会信用代码未通过校验、被表格软件损坏或没有填写的企业，及最近写到它的台账行。早期代码未通过校验的可能合法，只作提示。, en: "Firms whose credit code fails its check, was damaged by a spreadsheet or is missing, with the latest ledger row about each. Some early codes fail lawfully: it is a hint."}
// for: [staff]
// parameters:
//   list:
//     type: choice
//     default: all
//     label: {zh: 列出, en: List}
//     values:
//       all: {zh: 全部, en: All}
//       failed: {zh: 未通过校验, en: Fails its check}
//       damaged: {zh: 被表格软件损坏, en: Damaged by a spreadsheet}
//       missing: {zh: 没有代码, en: No code}
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   uscc: {type: text, label: {zh: 统一社会信用代码, en: Credit code}}
//   fault:
//     type: choice
//     label: {zh: 问题, en: Fault}
//     values:
//       failed: {zh: 未通过校验, en: Fails its check}
//       damaged: {zh: 被表格软件损坏, en: Damaged by a spreadsheet}
//       missing: {zh: 没有代码, en: No code}
//   file: {type: text, label: {zh: 台账文件, en: Ledger}}
//   sheet: {type: text, label: {zh: 工作表, en: Sheet}}
//   row: {type: int, label: {zh: 行号, en: Row}}
//   as_of: {type: date, label: {zh: 数据截至, en: As of}}
// about: {type: Enterprise, column: firm}
// rules: [code_check]
// picture:
//   nodes: [firm]
//   edges: []

MATCH (firm:Enterprise:Entity)
WITH firm, CASE
  WHEN firm.uscc_state IN ['failed', 'damaged'] THEN firm.uscc_state
  WHEN firm.uscc IS NULL THEN 'missing'
END AS fault
WHERE fault IS NOT NULL AND $list IN ['all', fault]
CALL (firm) {
  MATCH (firm)<-[said:STATES|NAMES]-(row:LedgerRow) WHERE row.as_of <= $at
  // a row about the firm itself before one that only names it
  WITH row, type(said) = 'STATES' AS own ORDER BY own DESC, row.as_of DESC, row.file, row.sheet, row.row
  RETURN collect(row)[0] AS row
}
WITH firm, fault, row WHERE row IS NOT NULL
RETURN firm.key AS firm, firm.name AS name, firm.uscc AS uscc, fault,
  row.file AS file, row.sheet AS sheet, row.row AS row, row.as_of AS as_of
ORDER BY fault, name, firm
