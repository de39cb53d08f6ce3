"""The rules of each operation over the state, without HTTP: a handler has the operation's name.

Eight folders in import order (`tests/sandbox/test_layers.py` holds the table): `shared`,
`customers`, `invoices`, `receipts`, `payments`, `retentions`, `sat`, `accounts`. Each has a
`handlers.py` with the table `HANDLERS`, but for `shared`, which answers no operation itself.
"""
