"""Who may do what: sign-up, teams, users, members, series, settings, certificates, webhooks."""
