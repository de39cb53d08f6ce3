"""What every other group of rules uses: money, lists, idempotency keys, merging, support documents, RFCs."""
