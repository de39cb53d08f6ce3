"""What the clients of other authors send, replayed from tables against the spec and the sandbox."""
