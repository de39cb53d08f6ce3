"""Promise 6: a bulk upsert accounts for every row, in flat memory and in order."""
