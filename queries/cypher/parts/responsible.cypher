// Needs firm, day. Gives department: the key of the department that answers for the firm's grid cell, or null.
CALL (firm, day) {
  OPTIONAL MATCH (firm)<-[located:OF]-(:Site)-[gridded:IN_GRID]->(:GridCell)<-[answers:RESPONSIBLE_FOR]-(office:Department)
  WHERE located.since <= day < located.until
    AND gridded.since <= day < gridded.until
    AND answers.since <= day < answers.until
  WITH office ORDER BY office.key
  RETURN head(collect(office.key)) AS department
}
