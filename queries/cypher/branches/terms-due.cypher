// id: terms-due
// title: {zh: 换届提醒与超期, en: Terms ending or overdue}
// tells:
//   zh: 任期将满的、已超期未换届的、延期过长的党组织，还剩几天；另列任期年限不合规定的，以及台账没有填写任期的。批准延期的按延期后的日期算。
//   en: Branches whose term is about to end, is overdue, or was extended too long, with the days left; also those with a term of another length than the rule's, and those whose term no ledger states. An extension counts from its own date.
// for: [staff]
// parameters:
//   list:
//     type: choice
//     default: all
//     label: {zh: 名单, en: List}
//     values:
//       all: {zh: 全部, en: All}
//       ending: {zh: 将届满, en: Ending}
//       overdue: {zh: 已超期, en: Overdue}
//       extended_too_long: {zh: 延期过长, en: Extended too long}
//       unknown: {zh: 任期不明, en: Term not stated}
//       running: {zh: 任期内（仅年限不合）, en: Running (length differs only)}
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织名称, en: Name}}
//   level:
//     type: choice
//     label: {zh: 级别, en: Level}
//     values: {branch: {zh: 党支部, en: Branch}, general_branch: {zh: 党总支, en: General branch}, committee: {zh: 党委, en: Committee}}
//   state:
//     type: choice
//     label: {zh: 任期状态, en: State of the term}
//     values:
//       ending: {zh: 将届满, en: Ending}
//       overdue: {zh: 已超期, en: Overdue}
//       extended_too_long: {zh: 延期过长, en: Extended too long}
//       unknown: {zh: 任期不明, en: Term not stated}
//       running: {zh: 任期内, en: Running}
//   verdict:
//     type: choice
//     label: {zh: 判定, en: Verdict}
//     values: {breach: {zh: 未按期换届, en: Breach}, reminder: {zh: 提醒, en: Reminder}, check: {zh: 待核实, en: To check}}
//   days_left: {type: int, unit: {zh: 天, en: days}, label: {zh: 剩余天数（负数为超期）, en: Days left (negative when overdue)}}
//   term: {type: text, label: {zh: 届次, en: Term}}
//   term_since: {type: date, label: {zh: 本届起始日期, en: Term since}}
//   term_until: {type: date, label: {zh: 本届届满日期, en: Term ends on}}
//   extended_to: {type: date, label: {zh: 延期至, en: Extended to}}
//   years: {type: int, unit: {zh: 年, en: years}, label: {zh: 任期年限, en: Years of the term}}
//   rule_years: {type: int, unit: {zh: 年, en: years}, label: {zh: 规定年限, en: Years by the rule}}
//   length_differs: {type: bool, label: {zh: 年限不合规定, en: Length differs from the rule}}
// about: {type: Branch, column: branch, alone: true}
// hole: {verdict: breach}
// rules: [term_reminder_months, term_extension_years, term_years_branch, term_years_committee]
// picture:
//   nodes: [branch]
//   edges: []

WITH $at AS asked
// include: lasting_branches
// include: record
CALL (branch, record) {
  OPTIONAL MATCH (branch)<-[noted:DESCRIBES]-(earlier:BranchRecord) WHERE earlier.term_since < record.term_since
  WITH earlier ORDER BY noted.since DESC
  RETURN head(collect(earlier)) AS before
}
WITH branch, day, record, level,
  CASE level WHEN 'committee' THEN $rule_term_years_committee ELSE $rule_term_years_branch END AS rule_years,
  // an end or an extension that the term before had already is that term's: nobody stated one of the new term
  CASE WHEN before.term_extended_to = record.term_extended_to THEN null ELSE record.term_extended_to END AS extended_to,
  // a month stands for its last day, a year for its last
  CASE
    WHEN before.term_until = record.term_until THEN null
    WHEN record.term_until_precision = 'month' THEN record.term_until + duration({months: 1}) - duration({days: 1})
    WHEN record.term_until_precision = 'year' THEN record.term_until + duration({years: 1}) - duration({days: 1})
    ELSE record.term_until
  END AS stated_end
WITH *,
  coalesce(
    stated_end, record.term_since + duration({years: coalesce(record.term_years, rule_years)}) - duration({days: 1})
  ) AS ends_on,
  coalesce(duration.inMonths(record.term_since, stated_end + duration({months: 1})).years, record.term_years) AS years,
  record.term_since + duration({years: rule_years}) AS rule_end
WITH *,
  CASE WHEN extended_to > ends_on THEN extended_to ELSE ends_on END AS runs_to,
  // ledgers round: a term that ends within a month of the rule's is of the rule's length
  coalesce(
    stated_end < rule_end - duration({months: 1}) OR stated_end > rule_end + duration({months: 1}),
    years <> rule_years,
    false
  ) AS length_differs
WITH *, CASE
  WHEN ends_on IS NULL THEN 'unknown'
  WHEN runs_to > ends_on + duration({years: $rule_term_extension_years}) THEN 'extended_too_long'
  WHEN runs_to < day THEN 'overdue'
  WHEN runs_to <= day + duration({months: $rule_term_reminder_months}) THEN 'ending'
  ELSE 'running'
END AS state
WHERE (state <> 'running' OR length_differs) AND $list IN ['all', state]
RETURN branch.key AS branch, branch.name AS name, level, state,
  CASE
    WHEN state IN ['overdue', 'extended_too_long'] THEN 'breach'
    WHEN state = 'ending' THEN 'reminder'
    ELSE 'check'
  END AS verdict,
  duration.inDays(day, runs_to).days AS days_left, record.term AS term, record.term_since AS term_since,
  ends_on AS term_until, extended_to, years, rule_years, length_differs
ORDER BY verdict = 'check', verdict, days_left, branch
