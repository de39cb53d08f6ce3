"""CFDI invoices: stamped, drafted, cancelled, their files and what is owed on them."""
