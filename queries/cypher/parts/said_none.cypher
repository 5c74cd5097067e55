// Needs told, slot. A predicate: what was last filled in for the slot was 无.
coalesce(head([text IN told WHERE text CONTAINS ('"slot":"' + slot + '"')]) CONTAINS ('"slot":"' + slot + '"}'), false)
