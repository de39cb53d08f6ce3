"""What an answer means: a value, drift, or the error it stands for. Pure."""
