// Needs row, day. Gives later: each load in full of the row's kind, after it and up to that day, that covers its scope.
MATCH (later:Load {full: true, kind: row.kind})
WHERE row.as_of < later.as_of <= day AND (row.scope = later.scope OR row.scope STARTS WITH later.scope + '/')
