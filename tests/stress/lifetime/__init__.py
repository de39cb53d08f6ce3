"""Promise 5: calls may be cancelled anywhere; a client survives loops, forks and closing."""
