// Needs firm, day. A predicate: the hole never_surveyed. The firm has a site that day, and up to then no survey has told
// anything of it. The question never-surveyed also lists firms without a site that ledgers name, and those of which a
// survey told once and no longer does.
EXISTS { MATCH (firm)<-[located:OF]-(:Site) WHERE located.since <= day < located.until }
AND NOT EXISTS { MATCH (firm)<-[told:DESCRIBES]-(:SurveyRecord) WHERE told.since <= day }
