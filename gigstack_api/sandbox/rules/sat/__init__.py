"""The SAT: mass download, mirrored invoices, lists of taxpayers."""
