"""Values as ledgers write them and as the graph keeps them: names, dates, codes, masks, coordinates."""
