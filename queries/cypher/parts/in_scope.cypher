// Needs firm. A predicate: its ownership and code are in scope; whether it operates in the zone is not asked.
coalesce(firm.ownership, 'private') IN $rule_scope_ownerships
AND NOT left(coalesce(firm.uscc, ''), 2) IN $rule_outside_codes
