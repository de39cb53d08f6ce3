"""What all promises share: servers, faults, captured logs, results."""
