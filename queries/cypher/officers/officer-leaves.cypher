// id: officer-leaves
// title: {zh: 干部调离的影响, en: What an officer leaves behind}
// tells:
//   zh: 这名干部若调离，受影响的企业、党组织、安商服务小组，和所在部门只有其一人时的网格；每项还有谁在。
//   en: The firms, branches and service teams affected if this officer goes, and the cells of the department where nobody else serves in it; with who remains for each.
// for: [staff, planner]
// parameters:
//   officer: {type: key, node: Officer, required: true, label: {zh: 干部, en: Officer}}
// columns:
//   role:
//     type: choice
//     label: {zh: 承担, en: Role}
//     values:
//       contact: {zh: 挂点干部, en: Contact officer}
//       instructor: {zh: 指导员, en: Instructor}
//       secretary: {zh: 书记, en: Secretary}
//       committee: {zh: 支委, en: Committee member}
//       team: {zh: 服务小组成员, en: Member of the service team}
//       team_lead: {zh: 服务小组组长, en: Lead of the service team}
//       cell: {zh: 所在部门联系的网格, en: Cell of the department}
//   state:
//     type: choice
//     label: {zh: 调离后, en: Afterwards}
//     values: {nobody: {zh: 无人承担, en: Nobody left}, shared: {zh: 还有他人, en: Others remain}}
//   name: {type: text, label: {zh: 名称, en: Name}}
//   since: {type: date, label: {zh: 自, en: Since}}
//   others: {type: int, label: {zh: 还有几人, en: Others}}
//   remaining: {type: keys, node: Officer, label: {zh: 其他干部, en: Other officers}}
//   firm: {type: key, node: Enterprise, label: {zh: 企业代码, en: Firm}}
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   team: {type: key, node: ServiceTeam, label: {zh: 安商服务小组, en: Service team}}
//   cell: {type: key, node: GridCell, label: {zh: 网格, en: Grid cell}}
//   officer: {type: key, node: Officer, label: {zh: 干部编号, en: Officer}}
// hole: {state: nobody}
// rules: [assigned_officer, secretary_filled, cell_department]
// picture:
//   nodes: [officer, firm, branch, team, cell, remaining]
//   edges: [CONTACTS, INSTRUCTS, SECRETARY_OF, COMMITTEE_MEMBER_OF, MEMBER_OF, LEADS]
//   ghosts:
//     - {from: null, missing: Officer, to: firm, edge: CONTACTS, rule: assigned_officer, where: {role: contact, state: nobody}}
//     - {from: null, missing: Officer, to: branch, edge: SECRETARY_OF, rule: secretary_filled, where: {role: secretary, state: nobody}}
//     - {from: null, missing: Department, to: cell, edge: RESPONSIBLE_FOR, rule: cell_department, where: {role: cell, state: nobody}}

MATCH (leaver:Officer {key: $officer})
CALL (leaver) {
  MATCH (leaver)-[charge:CONTACTS|INSTRUCTS|SECRETARY_OF|COMMITTEE_MEMBER_OF|MEMBER_OF|LEADS]->(charged)
  WHERE charge.since <= $at < charge.until AND (charged.dissolved_on IS NULL OR $at < charged.dissolved_on)
  WITH leaver, charge, charged, charged AS branch, $at AS day
  WHERE NOT charged:Branch OR
    // include: living
  WITH leaver, charged, type(charge) AS held, min(charge.since) AS since
  // a contact officer's firm is also reached by its instructors, and a committee stays without one member or its secretary
  CALL (leaver, charged, held) {
    OPTIONAL MATCH (charged)<-[also:CONTACTS|INSTRUCTS|SECRETARY_OF|COMMITTEE_MEMBER_OF|MEMBER_OF|LEADS]-(person)
    WHERE also.since <= $at < also.until
      AND person <> leaver
      AND type(also) IN CASE held
        WHEN 'CONTACTS' THEN ['CONTACTS', 'INSTRUCTS']
        WHEN 'COMMITTEE_MEMBER_OF' THEN ['COMMITTEE_MEMBER_OF', 'SECRETARY_OF']
        ELSE [held]
      END
    WITH DISTINCT person ORDER BY person.key
    RETURN collect(person) AS left
  }
  RETURN held, charged, since, left
  UNION
  MATCH (leaver)-[serves_in:SERVES_IN]->(office:Department)-[answers:RESPONSIBLE_FOR]->(charged:GridCell)
  WHERE serves_in.since <= $at < serves_in.until AND answers.since <= $at < answers.until
    AND NOT EXISTS {
      MATCH (office)<-[also:SERVES_IN]-(person:Officer) WHERE also.since <= $at < also.until AND person <> leaver
    }
  RETURN 'RESPONSIBLE_FOR' AS held, charged, min(answers.since) AS since, [] AS left
}
WITH leaver, held, charged, since, left,
  CASE held
    WHEN 'CONTACTS' THEN {rank: 1, role: 'contact'}
    WHEN 'INSTRUCTS' THEN {rank: 2, role: 'instructor'}
    WHEN 'SECRETARY_OF' THEN {rank: 0, role: 'secretary'}
    WHEN 'COMMITTEE_MEMBER_OF' THEN {rank: 2 + 1, role: 'committee'}
    WHEN 'LEADS' THEN {rank: 2 + 2, role: 'team_lead'}
    WHEN 'MEMBER_OF' THEN {rank: 2 + 2 + 1, role: 'team'}
    ELSE {rank: 2 + 2 + 2, role: 'cell'}
  END AS kind
RETURN kind.role AS role, CASE WHEN left = [] THEN 'nobody' ELSE 'shared' END AS state,
  coalesce(charged.name, charged.key) AS name, since, size(left) AS others,
  [person IN left WHERE person:Officer | person.key] AS remaining,
  CASE WHEN charged:Enterprise THEN charged.key END AS firm, CASE WHEN charged:Branch THEN charged.key END AS branch,
  CASE WHEN charged:ServiceTeam THEN charged.key END AS team, CASE WHEN charged:GridCell THEN charged.key END AS cell,
  leaver.key AS officer
ORDER BY state, kind.rank, charged.key
