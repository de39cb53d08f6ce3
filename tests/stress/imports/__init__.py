"""Promise 10: an import that is killed again and again reports each row once and doubles nothing."""
