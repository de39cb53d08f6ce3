"""Everything that knows HTTP and knows no endpoint."""
