"""A small web shop: order, payment request, webhook, invoice.

`python -m examples.fastapi_shop` runs it on a sandbox.
"""
