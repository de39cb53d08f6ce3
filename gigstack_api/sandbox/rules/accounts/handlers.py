"""The handlers of sign-up, teams, users and webhooks."""

from __future__ import annotations

from ...call import Handler
from . import auth, certificates, members, series, settings, teams, users, webhooks

HANDLERS: dict[str, Handler] = {
    **auth.HANDLERS,
    **teams.HANDLERS,
    **certificates.HANDLERS,
    **members.HANDLERS,
    **series.HANDLERS,
    **settings.HANDLERS,
    **users.HANDLERS,
    **webhooks.HANDLERS,
}
