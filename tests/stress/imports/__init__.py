"""Promise 10: an import that is killed many times reports each row once and doubles nothing."""
