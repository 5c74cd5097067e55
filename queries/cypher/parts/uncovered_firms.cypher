// Gives firm and day: every operating firm in scope without an organisation.
// include: operating_firms
WHERE NOT EXISTS {
  // include: organisation
}
