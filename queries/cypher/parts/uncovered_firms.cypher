// Needs asked (a date). Gives firm and day (that date): every operating firm in scope without an organisation.
// include: operating_firms
WHERE NOT EXISTS {
  // include: organisation
}
