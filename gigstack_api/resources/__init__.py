"""What a person added to the generated resources."""
