// id: free-organ-branches
// title: {zh: 可结对的机关党组织, en: Organ branches free to pair}
// tells:
//   zh: 还没有结对的机关党组织，以及最需要、离得最近的企业党组织：需要看是否未结对、单独支部是否不足人数、本半年有没有活动、党员是否少；得分是各项之和。机关党组织没有坐标的，看企业是否在其部门联系的网格、片区或所属乡办。
//   en: Organ branches without a pair, each with the enterprise branches most in need and nearest - unpaired, an own branch below the number, no activity this half-year, few members; the score is the sum of the parts. Where an organ branch has no coordinates, its department's cells, areas or township decide.
// for: [staff, planner]
// parameters:
//   among: {type: choice, default: unpaired, label: {zh: 企业党组织范围, en: Among}, values: {unpaired: {zh: 未结对的, en: Those without a pair}, all: {zh: 全部, en: All}}}
//   per_branch: {type: int, default: 3, minimum: 1, maximum: 100, label: {zh: 每个机关党组织最多列几个, en: Enterprise branches for each}}
// columns:
//   organ: {type: key, node: Branch, label: {zh: 机关党组织代码, en: Organ branch}}
//   organ_name: {type: text, label: {zh: 机关党组织, en: Organ branch's name}}
//   branch: {type: key, node: Branch, label: {zh: 企业党组织代码, en: Enterprise branch}}
//   branch_name: {type: text, label: {zh: 企业党组织, en: Enterprise branch's name}}
//   score: {type: int, label: {zh: 得分, en: Score}}
//   near: {type: bool, label: {zh: 就近, en: Near}}
//   unpaired: {type: bool, label: {zh: 未结对, en: Unpaired}}
//   below_three: {type: bool, label: {zh: 单独支部正式党员不足, en: Own branch below the number}}
//   inactive: {type: bool, label: {zh: 本半年无活动, en: No activity this half-year}}
//   few_members: {type: bool, label: {zh: 党员少, en: Few members}}
//   members: {type: int, label: {zh: 党员数（正式和预备）, en: "Members, formal and probationary"}}
//   matched:
//     type: choice
//     label: {zh: 远近凭什么, en: Nearness by}
//     values: {distance: {zh: 直线距离, en: Straight line}, cell: {zh: 在其部门联系的网格, en: "A cell of its department"}, area: {zh: 同片区, en: Same area}, township: {zh: 同乡办, en: Same township}, none: {zh: 不知道, en: Not known}}
//   metres: {type: float, unit: {zh: 米, en: m}, label: {zh: 直线距离, en: Distance}}
//   place_name: {type: text, label: {zh: 量到何处, en: Measured to}}
//   approximate: {type: bool, label: {zh: 距离为约数（取网格中心）, en: Approximate (cell centre)}}
//   department: {type: key, node: Department, label: {zh: 设在部门, en: Set in}}
// rules: [co_building, near_radius, own_members, branch_kind, counted_membership]
// picture:
//   nodes: [organ, branch, department]
//   edges: [SET_IN]
//   ghosts:
//     - {from: null, missing: CoBuildingPair, to: organ, between: [organ, branch], edge: ORGAN_SIDE, rule: co_building}
//     - {from: null, missing: CoBuildingPair, to: branch, between: [organ, branch], edge: ENTERPRISE_SIDE, metres: metres, rule: co_building}

// The enterprise branches and their needs are worked out once, for all organ branches together.
CALL () {
  MATCH (branch:Branch {side: 'enterprise'})
  WITH branch, $at AS day
  WHERE
    // include: pairable
  WITH branch, day, NOT EXISTS {
    // include: partners
  } AS unpaired
  WHERE unpaired OR $among = 'all'
  // include: branch_kind
  // include: branch_members
  // include: counted_in_branch
  // include: branch_places
  // include: half_year
  WITH *, NOT EXISTS {
    MATCH (branch)<-[:OF]-(activity:Activity) WHERE half_start <= activity.held_on <= day
  } AND NOT EXISTS {
    // include: partners
    MATCH (pair)<-[:OF]-(shared:Activity) WHERE half_start <= shared.held_on <= day
  } AS inactive
  CALL (branch, day) {
    OPTIONAL MATCH (branch)-[covers:COVERS]->(:Enterprise)<-[located:OF]-(:Site)-[gridded:IN_GRID]->(grid:GridCell)
    WHERE covers.since <= day < covers.until
      AND located.since <= day < located.until
      AND gridded.since <= day < gridded.until
    OPTIONAL MATCH (grid)-[inside:PART_OF]->(zone_area:Area) WHERE inside.since <= day < inside.until
    OPTIONAL MATCH (grid)-[within:IN]->(office:Township) WHERE within.since <= day < within.until
    RETURN collect(DISTINCT grid) AS cells, collect(DISTINCT zone_area) AS areas, collect(DISTINCT office.name) AS townships
  }
  RETURN collect({
    branch: branch, places: places, cells: cells, areas: areas, townships: townships, unpaired: unpaired, inactive: inactive,
    below_three: kind = 'own' AND formal < $rule_own_members,
    few_members: formal_members + probationary_members < $rule_own_members,
    members: formal_members + probationary_members
  }) AS candidates
}
MATCH (branch:Branch {side: 'organ'})
WITH branch, candidates, $at AS day
WHERE
  // include: pairable
  AND NOT EXISTS {
    // include: partners
  }
// include: branch_places
CALL (branch, day) {
  OPTIONAL MATCH (branch)-[set_in:SET_IN]->(office:Department) WHERE set_in.since <= day < set_in.until
  WITH office ORDER BY office.key
  RETURN head(collect(office)) AS office
}
CALL (office, day) {
  OPTIONAL MATCH (office)-[answers:RESPONSIBLE_FOR]->(grid:GridCell) WHERE answers.since <= day < answers.until
  OPTIONAL MATCH (grid)-[inside:PART_OF]->(zone_area:Area) WHERE inside.since <= day < inside.until
  OPTIONAL MATCH (office)<-[led:LED_BY]-(led_area:Area) WHERE led.since <= day < led.until
  RETURN collect(DISTINCT grid) AS own_cells, collect(DISTINCT zone_area) + collect(DISTINCT led_area) AS own_areas
}
WITH branch AS organ, day, candidates, places AS own_places, office, own_cells, own_areas
OPTIONAL CALL (organ, candidates, own_places, office, own_cells, own_areas) {
  UNWIND candidates AS candidate
  CALL (candidate, own_places) {
    UNWIND own_places AS own_place
    UNWIND candidate.places AS spot
    WITH own_place, spot, point.distance(own_place.here, spot.here) AS metres
    ORDER BY metres, spot.place DESC, spot.name
    RETURN collect({metres: metres, name: spot.name, rough: own_place.rough OR spot.rough})[0] AS nearest
  }
  WITH candidate, nearest, CASE
    WHEN nearest IS NOT NULL THEN 'distance'
    WHEN any(grid IN candidate.cells WHERE grid IN own_cells) THEN 'cell'
    WHEN any(zone_area IN candidate.areas WHERE zone_area IN own_areas) THEN 'area'
    WHEN any(name IN candidate.townships WHERE office.name STARTS WITH name) THEN 'township'
    ELSE 'none'
  END AS matched
  WITH *, CASE matched
    WHEN 'distance' THEN nearest.metres <= $rule_near_radius
    WHEN 'none' THEN false
    ELSE true
  END AS near
  WITH *, size([part IN [near, candidate.unpaired, candidate.below_three, candidate.inactive, candidate.few_members]
    WHERE part]) AS score
  RETURN candidate, nearest, matched, near, score
  ORDER BY score DESC, nearest.metres, near DESC, candidate.members, candidate.branch.key
  LIMIT $per_branch
}
RETURN organ.key AS organ, organ.name AS organ_name, candidate.branch.key AS branch, candidate.branch.name AS branch_name,
  score, near, candidate.unpaired AS unpaired, candidate.below_three AS below_three, candidate.inactive AS inactive,
  candidate.few_members AS few_members, candidate.members AS members, matched, nearest.metres AS metres,
  nearest.name AS place_name, nearest.rough AS approximate, office.key AS department
ORDER BY organ, score DESC, metres, near DESC, members, branch
