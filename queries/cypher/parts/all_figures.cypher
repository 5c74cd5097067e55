// Needs asked (a date). Gives lines: every figure that is ever reported as the graph has it on that date, each
// {place, figure, value}.
// include: zone_branches
CALL (asked, zone_branches) {
  CALL (asked, zone_branches) {
    // include: branch_figures
    UNION ALL
    // include: uncovered_figures
    UNION ALL
    // include: service_figures
    UNION ALL
    // include: statistics_figures
  }
  RETURN collect(line) AS lines
}
