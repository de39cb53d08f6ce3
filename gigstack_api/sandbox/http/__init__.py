"""The sandbox over HTTP: from a request to a call of the rules, and from their answer to a response."""
