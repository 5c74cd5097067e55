// id: duplicate-firms
// title: {zh: 疑似重复企业, en: Firms that may be one}
// tells: {zh: 名称只差全半角、括号、空格、大小写而代码不同的企业，以及未通过校验的代码与别家只差一个字符或两个字符颠倒的企业。只是候选，由人核对后合并。, en: "Firms with one name but for width, brackets, spaces and case, and a code that fails its check beside one that differs by a character or by two swapped. Candidates only, for a person to check and merge."}
// for: [staff]
// columns:
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   name: {type: text, label: {zh: 企业名称, en: Name}}
//   uscc: {type: text, label: {zh: 统一社会信用代码, en: Credit code}}
//   other: {type: key, node: Enterprise, label: {zh: 另一企业代码, en: Other firm}}
//   other_name: {type: text, label: {zh: 另一企业, en: Other firm's name}}
//   other_uscc: {type: text, label: {zh: 另一信用代码, en: Other credit code}}
//   alike:
//     type: choice
//     label: {zh: 哪里相近, en: What is alike}
//     values: {name: {zh: 名称相同, en: The name}, code: {zh: 代码只差一处, en: The code but for one place}}
// about: {type: Enterprise, column: firm}
// rules: [code_check, one_value]
// picture:
//   nodes: [firm, other]
//   edges: []

CALL () {
  MATCH (firm:Enterprise:Entity)
  WITH firm, toUpper(replace(replace(replace(replace(replace(
    normalize(firm.name, NFKC), ' ', ''), '【', '('), '】', ')'), '〔', '('), '〕', ')')) AS called
  WITH called, firm ORDER BY firm.key
  WITH called, collect(firm) AS alike
  WHERE called <> '' AND size(alike) > 1
  UNWIND alike AS one
  UNWIND alike AS two
  WITH one, two WHERE one.key < two.key
  RETURN one, two, 'name' AS what
  UNION
  MATCH (one:Enterprise:Entity) WHERE one.uscc_state = 'failed' AND one.uscc IS NOT NULL
  // two codes apart in one place are alike without it; one reading of all codes, however many are wrong
  UNWIND range(0, size(one.uscc) - 1) AS place
  WITH collect(left(one.uscc, place) + ' ' + substring(one.uscc, place + 1)) AS wanted
  MATCH (firm:Enterprise) WHERE firm.uscc IS NOT NULL
  UNWIND range(0, size(firm.uscc) - 1) AS place
  WITH firm, wanted, left(firm.uscc, place) + ' ' + substring(firm.uscc, place + 1) AS without
  WHERE without IN wanted
  WITH without, collect(firm) AS alike
  UNWIND alike AS one
  UNWIND alike AS two
  WITH one, two WHERE two <> one AND one:Entity AND one.uscc_state = 'failed'
  RETURN one, two, 'code' AS what
  UNION
  MATCH (one:Enterprise:Entity) WHERE one.uscc_state = 'failed' AND one.uscc IS NOT NULL
  UNWIND range(0, size(one.uscc) - 2) AS place
  WITH one, left(one.uscc, place) + substring(one.uscc, place + 1, 1) + substring(one.uscc, place, 1)
    + substring(one.uscc, place + 2) AS swapped
  MATCH (two:Enterprise {uscc: swapped}) WHERE two <> one
  RETURN one, two, 'code' AS what
}
// two codes that both fail are one pair
WITH * WHERE (what = 'name' OR coalesce(two.uscc_state, '') <> 'failed' OR one.key < two.key)
  AND all(firm IN [one, two] WHERE EXISTS {
  MATCH (firm)<-[:STATES|NAMES]-(row:LedgerRow) WHERE row.as_of <= $at
})
RETURN one.key AS firm, one.name AS name, one.uscc AS uscc, two.key AS other, two.name AS other_name,
  two.uscc AS other_uscc, what AS alike
ORDER BY alike, name, firm, other
