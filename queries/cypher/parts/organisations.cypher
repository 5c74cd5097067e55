// Needs firm, day. Gives organisation (its branch, an own one before a joint one) and organisation_kind; null without one.
CALL (firm, day) {
  // include: organisation
  // include: branch_kind
  WITH branch, kind ORDER BY kind DESC, branch.key
  WITH collect(branch) AS branches, collect(kind) AS kinds
  RETURN head(branches) AS organisation, head(kinds) AS organisation_kind
}
