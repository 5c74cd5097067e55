// Needs firm, day. Gives elsewhere (keys of the members who work there and are not transferred in), elsewhere_formal
// (how many of them are formal), from_village and from_market (how many belong there as their record says).
CALL (firm, day) {
  MATCH (firm)<-[works:WORKS_AT]-(member:Member)
  WHERE works.since <= day < works.until
  WITH DISTINCT member, day
  WHERE NOT
    // include: counted_somewhere
  // include: standing
  WITH member, day, standing WHERE standing <> 'stopped'
  OPTIONAL MATCH (member)<-[noted:DESCRIBES]-(record:MemberRecord)
  WHERE noted.since <= day < noted.until
  WITH member, standing, collect(record.membership_at)[0] AS where_held
  ORDER BY member.key
  RETURN collect(member.key) AS elsewhere,
    count(CASE standing WHEN 'formal' THEN 1 END) AS elsewhere_formal,
    count(CASE where_held WHEN 'village' THEN 1 END) AS from_village,
    count(CASE where_held WHEN 'talent_market' THEN 1 END) AS from_market
}
