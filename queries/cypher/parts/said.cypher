// Needs told, slot. A predicate: what was last filled in for the slot was something, not 无.
NOT coalesce(head([text IN told WHERE text CONTAINS ('"slot":"' + slot + '"')]) CONTAINS ('"slot":"' + slot + '"}'), true)
