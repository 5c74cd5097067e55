// Needs told, slot. Whether what was last filled in for the slot was 无; null where nothing ever was.
head([text IN told WHERE text CONTAINS ('"slot":"' + slot + '"')]) CONTAINS ('"slot":"' + slot + '"}')
