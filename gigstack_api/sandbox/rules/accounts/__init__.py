"""Sign-up, teams and their users, series, settings and certificates, and webhooks."""
