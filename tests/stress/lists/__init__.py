"""Promise 3: no item of a list is lost or given twice, and no list goes on for ever."""
