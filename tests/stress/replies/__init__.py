"""Promise 2: no reply of the API makes the client crash."""
