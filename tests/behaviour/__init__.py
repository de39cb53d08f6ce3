"""What the client does on the whole, whichever module does it."""
