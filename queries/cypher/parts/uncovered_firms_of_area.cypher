// Needs asked (a date). Gives firm and day (that date) as uncovered_firms does, of the area $area alone if it names one.
// include: operating_firms_of_area
WHERE NOT EXISTS {
  // include: organisation
}
