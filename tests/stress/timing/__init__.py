"""Promise 4: no call outlives its deadline, and no answer holds the event loop up."""
