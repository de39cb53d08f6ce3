"""How writes to clients, services, teams, users, webhooks and the mass download are looked up."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any

from ..._core.shapes import is_mapping
from ..._generated.api import Resources
from ...errors import Sent
from .. import matching as like
from .. import state_checks as judge
from ..strategies import PER_PAGE, Listing, Reading, Way, Window, attached, by_id, made_in_window

TEAM = frozenset({"brand", "address", "tax_id", "tax_system", "support_email", "support_phone"})
USER = frozenset({"email", "first_name", "last_name", "phone", "company_role", "address"})
WEBHOOK = frozenset({"url", "events", "description", "status", "version", "type"})
"""Without its headers, which are secret."""

SAT_REQUEST = {"start_date": "startDate", "end_date": "endDate", "rfc_type": "rfcType"}
SAT_REQUESTS_SHOWN = 20


async def clients(gig: Resources, sent: Sent, window: Window) -> AsyncGenerator[Any, None]:
    """Clients made in the window; and first, for a creation with `search`, those that it finds."""
    search = sent.body.get("search")
    if is_mapping(search):
        on, value = str(search.get("on_key")), str(search.get("on_value"))
        if on.startswith("metadata."):
            page = await gig.clients.list(
                limit=PER_PAGE, metadata={on.removeprefix("metadata."): value}
            )
        else:
            page = await gig.clients.search(limit=PER_PAGE, q=value)
        for each in page:
            yield each
    async for each in gig.clients.list(
        limit=PER_PAGE, created_gte=window.since, created_lte=window.until
    ):
        yield each


async def series(gig: Resources, sent: Sent) -> Any:
    """The series of the path; None if the team has none of that name."""
    return next(
        (
            each
            for each in await gig.teams.list_series(sent.ids["id"])
            if each.series == sent.ids["series_id"]
        ),
        None,
    )


async def _schedule(gig: Resources, _: Sent) -> Any:
    return await gig.sat_download.get_schedule()


async def _activation(gig: Resources, _: Sent) -> Any:
    return await gig.sat_download.get_activation()


_client = by_id(lambda gig: gig.clients.get)
_service = by_id(lambda gig: gig.services.get)
_team = by_id(lambda gig: gig.teams.get)
_webhook = by_id(lambda gig: gig.webhooks.get)

RECORDS: dict[str, Way] = {
    "clients.create": Listing(every=clients, likeness=like.client, fields=None),
    "clients.update": Reading(read=_client, judge=judge.changed(), fields=None),
    "clients.delete": Reading(read=_client, judge=judge.gone),
    "clients.upload_support_document": attached(lambda gig: gig.clients.list_support_documents),
    "services.create": Listing(
        every=made_in_window(lambda gig: gig.services),
        likeness=like.catalogued("sku", "description"),
        fields=None,
    ),
    "services.update": Reading(read=_service, judge=judge.changed(), fields=None),
    "services.delete": Reading(read=_service, judge=judge.gone),
    "teams.create": Listing(
        every=lambda gig, _, __: gig.teams.list(limit=PER_PAGE),
        likeness=like.catalogued("tax_id", "brand"),
        fields=TEAM,
    ),
    "teams.update": Reading(read=_team, judge=judge.changed(), fields=TEAM),
    "teams.delete": Reading(read=_team, judge=judge.gone_or("pending_deletion")),
    "teams.update_settings": Reading(read=_team, judge=judge.changed(part="settings"), fields=None),
    "teams.add_member": Reading(
        read=_team, judge=judge.member(joins=True), fields=frozenset({"id", "role"})
    ),
    "teams.remove_member": Reading(
        read=_team, judge=judge.member(joins=False), fields=frozenset({"id"})
    ),
    "teams.create_series": Listing(
        every=lambda gig, sent, _: gig.teams.list_series(sent.ids["id"]),
        likeness=like.series,
        fields=None,
    ),
    "teams.update_series": Reading(
        read=series, judge=judge.changed(growing=("live", "test")), fields=None
    ),
    "teams.upload_csd": Reading(read=_team, judge=judge.connected),
    "users.create": Listing(
        every=lambda gig, _, __: gig.users.list(limit=PER_PAGE),
        likeness=like.catalogued("email"),
        fields=USER,
        whole=lambda gig, user_id: gig.users.get(user_id),
    ),
    "users.update": Reading(
        read=by_id(lambda gig: gig.users.get), judge=judge.changed(), fields=None
    ),
    "webhooks.create": Listing(
        every=lambda gig, _, __: gig.webhooks.list(limit=PER_PAGE),
        likeness=like.catalogued("url"),
        fields=WEBHOOK,
    ),
    "webhooks.update": Reading(read=_webhook, judge=judge.changed(), fields=WEBHOOK),
    "webhooks.delete": Reading(read=_webhook, judge=judge.gone),
    "sat_download.activate": Reading(
        read=_activation, judge=judge.becomes(True, place="isActivated")
    ),
    "sat_download.deactivate": Reading(
        read=_activation, judge=judge.becomes(False, place="isActivated")
    ),
    "sat_download.upload_fiel": Reading(
        read=_schedule, judge=judge.there_already("fiel_uploaded", "a FIEL")
    ),
    "sat_download.register_business": Reading(
        read=_schedule, judge=judge.there_already("registered", "a registration")
    ),
    "sat_download.save_schedule": Reading(
        read=_schedule,
        judge=judge.changed(
            part="schedule", renamed={"download_types": "downloadTypes", "days_back": "daysBack"}
        ),
        fields=None,
    ),
    "sat_download.create_request": Listing(
        every=lambda gig, _, __: gig.sat_download.list_history(),
        likeness=like.alike(SAT_REQUEST),
        fields=frozenset(SAT_REQUEST),
        most=SAT_REQUESTS_SHOWN,
    ),
    "sat_download.enable_sync": Reading(
        read=_schedule, judge=judge.becomes(True, place="prodigia.synced")
    ),
}
