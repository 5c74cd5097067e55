// Needs firm. A predicate: the firm is of a sort that is in the zone's scope, by its ownership and its code.
coalesce(firm.ownership, 'private') IN $rule_scope_ownerships
AND NOT left(coalesce(firm.uscc, ''), 2) IN $rule_outside_codes
