"""The sandbox over HTTP: a request becomes a call of a handler, its answer a response."""
