"""HTTP: one exchange with a host. No other room knows an HTTP library."""
