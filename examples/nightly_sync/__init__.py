"""A nightly import of clients, with a journal and a report by mail."""
