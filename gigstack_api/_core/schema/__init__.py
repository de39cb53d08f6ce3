"""JSON values and models: field types, encoding, redaction."""
