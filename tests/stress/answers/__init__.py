"""Promise 9: no call ever gets the answer of another one."""
