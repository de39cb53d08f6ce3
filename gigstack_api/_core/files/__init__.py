"""Files: recognised by content, read for upload, verified and written to disk."""
