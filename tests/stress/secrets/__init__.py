"""Promise 7: secrets are in no text, personal data in no log, the key goes nowhere else."""
