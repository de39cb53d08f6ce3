"""The rules of each operation: functions of a call and the state, without HTTP or other I/O.

A handler is named like its operation. Each folder collects its handlers in `handlers.py`; `shared`
has none. A folder imports only folders before it in this list, as the table in
`tests/sandbox/test_layers.py` allows: `shared`, `customers`, `invoices`, `receipts`, `payments`,
`retentions`, `sat`, `accounts`.
"""
