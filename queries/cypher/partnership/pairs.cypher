// id: pairs
// title: {zh: 结对共建情况, en: Co-building pairs}
// tells:
//   zh: 每个结对在所选日期的状况，由事实推出：正常、停滞、到期、缺一方或已终止；最近活动，本半年活动和本年联席会议与约定相比。台账自己写的状态并列，供核对。
//   en: Each co-building pair's state on the day, from facts - active, idle, expired, one-sided or ended; its last activity, and activities this half-year and joint meetings this year against those agreed. What the ledger calls it stands beside.
// for: [staff, planner, report]
// parameters:
//   list:
//     type: choice
//     default: all
//     label: {zh: 列出, en: List}
//     values:
//       all: {zh: 全部, en: All}
//       action: {zh: 需处理的, en: Those to act on}
//       active: {zh: 正常开展, en: Active}
//       idle: {zh: 停滞, en: Idle}
//       expired: {zh: 到期未续, en: Expired}
//       one_sided: {zh: 缺一方, en: One-sided}
//       ended: {zh: 已终止, en: Ended}
// columns:
//   pair: {type: key, node: CoBuildingPair, label: {zh: 协议编号, en: Agreement}}
//   organ: {type: key, node: Branch, label: {zh: 机关党组织代码, en: Organ branch}}
//   organ_name: {type: text, label: {zh: 机关党组织, en: Organ branch's name}}
//   enterprise: {type: key, node: Branch, label: {zh: 企业党组织代码, en: Enterprise branch}}
//   enterprise_name: {type: text, label: {zh: 企业党组织, en: Enterprise branch's name}}
//   state:
//     type: choice
//     label: {zh: 状况, en: State}
//     values:
//       active: {zh: 正常开展, en: Active}
//       idle: {zh: 停滞, en: Idle}
//       expired: {zh: 到期未续, en: Expired}
//       one_sided: {zh: 缺一方, en: One-sided}
//       ended: {zh: 已终止（含已另签）, en: Ended (or signed anew)}
//   needs_action:
//     type: choice
//     label: {zh: 是否需处理, en: To act on}
//     values: {act: {zh: 需处理, en: To act on}, fine: {zh: 否, en: Nothing to do}}
//   lacks:
//     type: choice
//     label: {zh: 缺哪一方, en: Side lacking}
//     values: {organ: {zh: 机关一方, en: Organ side}, enterprise: {zh: 企业一方, en: Enterprise side}, both: {zh: 双方, en: Both}}
//   why_lacking:
//     type: choice
//     label: {zh: 为何缺, en: Why lacking}
//     values: {missing: {zh: 台账没有写, en: Not in the ledgers}, dissolved: {zh: 该党组织已撤销, en: That branch is dissolved}, ended: {zh: 该方已退出, en: That side has left}}
//   last_activity: {type: date, label: {zh: 最近活动, en: Last activity}}
//   days_quiet: {type: int, unit: {zh: 天, en: days}, label: {zh: 距最近活动（没有活动的从签订起）, en: Since the last activity (or since signing)}}
//   activities: {type: int, label: {zh: 本半年活动, en: Activities this half-year}}
//   activities_agreed: {type: int, label: {zh: 约定每半年活动, en: Agreed per half-year}}
//   meetings: {type: int, label: {zh: 本年联席会议, en: Joint meetings this year}}
//   meetings_agreed: {type: int, label: {zh: 约定每年联席会议, en: Agreed per year}}
//   signed_on: {type: date, label: {zh: 签订日期, en: Signed on}}
//   runs_until: {type: date, label: {zh: 有效期至, en: Runs until}}
//   stated:
//     type: choice
//     label: {zh: 台账所写状态, en: State in the ledger}
//     values: {active: {zh: 正常开展, en: Active}, idle: {zh: 进展缓慢, en: Idle}, ended: {zh: 已终止, en: Ended}}
// about: {type: CoBuildingPair, column: pair}
// hole: {needs_action: act}
// rules: [co_building, pair_idle_months, joint_meeting_titles]
// picture:
//   nodes: [pair, organ, enterprise]
//   edges: [ORGAN_SIDE, ENTERPRISE_SIDE]
//   ghosts:
//     - {from: null, missing: Activity, to: pair, edge: OF, rule: pair_idle_months, where: {state: idle}}
//     - {from: pair, to: organ, edge: ORGAN_SIDE, rule: co_building, where: {state: expired}}
//     - {from: pair, to: enterprise, edge: ENTERPRISE_SIDE, rule: co_building, where: {state: expired}}
//     - {from: pair, missing: Branch, to: null, edge: ORGAN_SIDE, rule: co_building, where: {lacks: organ}}
//     - {from: pair, missing: Branch, to: null, edge: ENTERPRISE_SIDE, rule: co_building, where: {lacks: enterprise}}
//     - {from: pair, missing: Branch, to: null, edge: ORGAN_SIDE, rule: co_building, where: {lacks: both}}
//     - {from: pair, missing: Branch, to: null, edge: ENTERPRISE_SIDE, rule: co_building, where: {lacks: both}}

MATCH (pair:CoBuildingPair)
WITH pair, $at AS day
WHERE pair.signed_on <= day OR (
  pair.signed_on IS NULL AND (
    NOT EXISTS { (pair)-[:ORGAN_SIDE|ENTERPRISE_SIDE]->() }
    OR EXISTS { MATCH (pair)-[begun:ORGAN_SIDE|ENTERPRISE_SIDE]->() WHERE begun.since <= day }
  )
)
// include: pair_sides
// include: pair_activity
// A pair is over when its agreement has run out or both sides have ended; it is expired, and to be signed anew, only while
// both branches are there, neither left early, and no other pair joins them.
WITH *, [organ.state, enterprise.state] AS states, coalesce(pair.runs_until <= day, false) AS run_out
WITH *,
  CASE
    WHEN run_out OR all(state IN states WHERE state = 'ended') THEN CASE
      WHEN run_out
        AND NOT 'dissolved' IN states
        AND coalesce(organ.until, pair.runs_until) >= pair.runs_until
        AND coalesce(enterprise.until, pair.runs_until) >= pair.runs_until
        AND NOT EXISTS {
          MATCH (:Branch {key: organ.key})<-[first:ORGAN_SIDE]-(again:CoBuildingPair)
            -[second:ENTERPRISE_SIDE]->(:Branch {key: enterprise.key})
          WHERE again <> pair AND first.since <= day < first.until AND second.since <= day < second.until
        }
      THEN 'expired'
      ELSE 'ended'
    END
    WHEN any(state IN states WHERE state <> 'stands') THEN 'one_sided'
    WHEN quiet_since + duration({months: $rule_pair_idle_months}) <= day THEN 'idle'
    ELSE 'active'
  END AS state
WITH *, CASE WHEN state IN ['active', 'ended'] THEN 'fine' ELSE 'act' END AS needs_action,
  CASE
    WHEN state <> 'one_sided' THEN null
    WHEN organ.state <> 'stands' AND enterprise.state <> 'stands' THEN 'both'
    WHEN organ.state <> 'stands' THEN 'organ'
    ELSE 'enterprise'
  END AS lacks
WHERE $list IN ['all', state] OR ($list = 'action' AND needs_action = 'act')
RETURN pair.key AS pair, organ.key AS organ, organ.name AS organ_name, enterprise.key AS enterprise,
  enterprise.name AS enterprise_name, state, needs_action, lacks,
  CASE lacks WHEN 'enterprise' THEN enterprise.state WHEN 'organ' THEN organ.state WHEN 'both' THEN organ.state END AS why_lacking,
  last_activity, duration.inDays(quiet_since, day).days AS days_quiet, activities,
  pair.activities_per_half_year AS activities_agreed, meetings, pair.joint_meetings_per_year AS meetings_agreed,
  pair.signed_on AS signed_on, pair.runs_until AS runs_until, pair.state AS stated
ORDER BY needs_action, state, days_quiet DESC, pair
