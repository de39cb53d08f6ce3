"""What the SAT holds of a team: mass download, mirrored invoices, lists of taxpayers."""
