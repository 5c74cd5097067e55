// Needs firm, day. A predicate: no officer contacts or instructs the firm that day and no mass organisation serves it.
NOT EXISTS {
  MATCH (firm)<-[reach:CONTACTS|INSTRUCTS]-(:Officer) WHERE reach.since <= day < reach.until
}
AND NOT EXISTS {
  MATCH (firm)<-[serves:SERVES]-(:MassOrganisation) WHERE serves.since <= day < serves.until
}
