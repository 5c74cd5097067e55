"""What every question should answer, in plain Python from the ledgers' rows: no Cypher, nothing of `queries`."""
