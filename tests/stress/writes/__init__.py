"""Promise 1: under any mix of faults, a write takes effect once or ends in a clear error."""
