"""Strategies for writes to clients, services, teams, users, webhooks and the mass download."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any

from ..._core.schema.types import is_mapping
from ..._core.sending.unknown_outcome import Sent
from ..._generated.api import Resources
from .. import matching, state_checks
from ..strategies import (
    PER_PAGE,
    ListLookup,
    ResourceLookup,
    Strategy,
    Window,
    list_created_in_window,
    read_by_id,
    support_document_upload,
)

TEAM = frozenset({"brand", "address", "tax_id", "tax_system", "support_email", "support_phone"})
USER = frozenset({"email", "first_name", "last_name", "phone", "company_role", "address"})
WEBHOOK = frozenset({"url", "events", "description", "status", "version", "type"})
"""The headers are left out, since they are secret."""

SAT_REQUEST = {"start_date": "startDate", "end_date": "endDate", "rfc_type": "rfcType"}
SAT_REQUESTS_SHOWN = 20


async def list_clients(gig: Resources, sent: Sent, window: Window) -> AsyncGenerator[Any, None]:
    """The clients that the `search` of a creation finds, then those created in the window."""
    search = sent.body.get("search")
    if is_mapping(search):
        on, value = str(search.get("on_key")), str(search.get("on_value"))
        if on.startswith("metadata."):
            page = await gig.clients.list(
                limit=PER_PAGE, metadata={on.removeprefix("metadata."): value}
            )
        else:
            page = await gig.clients.search(limit=PER_PAGE, q=value)
        for client in page:
            yield client
    async for client in gig.clients.list(
        limit=PER_PAGE, created_gte=window.since, created_lte=window.until
    ):
        yield client


async def read_series(gig: Resources, sent: Sent) -> Any:
    """The series that the path names; None if the team does not have it."""
    return next(
        (
            row
            for row in await gig.teams.list_series(sent.ids["id"])
            if row.series == sent.ids["series_id"]
        ),
        None,
    )


async def _read_schedule(gig: Resources, _: Sent) -> Any:
    return await gig.sat_download.get_schedule()


async def _read_activation(gig: Resources, _: Sent) -> Any:
    return await gig.sat_download.get_activation()


_read_client = read_by_id(lambda gig: gig.clients.get)
_read_service = read_by_id(lambda gig: gig.services.get)
_read_team = read_by_id(lambda gig: gig.teams.get)
_read_webhook = read_by_id(lambda gig: gig.webhooks.get)

RECORDS: dict[str, Strategy] = {
    "clients.create": ListLookup(
        list_documents=list_clients, match=matching.by_search, fields=None
    ),
    "clients.update": ResourceLookup(read=_read_client, check=state_checks.updated(), fields=None),
    "clients.delete": ResourceLookup(read=_read_client, check=state_checks.deleted),
    "clients.upload_support_document": support_document_upload(
        lambda gig: gig.clients.list_support_documents
    ),
    "services.create": ListLookup(
        list_documents=list_created_in_window(lambda gig: gig.services),
        match=matching.by_identity("sku", "description"),
        fields=None,
    ),
    "services.update": ResourceLookup(
        read=_read_service, check=state_checks.updated(), fields=None
    ),
    "services.delete": ResourceLookup(read=_read_service, check=state_checks.deleted),
    "teams.create": ListLookup(
        list_documents=lambda gig, _, __: gig.teams.list(limit=PER_PAGE),
        match=matching.by_identity("tax_id", "brand"),
        fields=TEAM,
    ),
    "teams.update": ResourceLookup(read=_read_team, check=state_checks.updated(), fields=TEAM),
    "teams.delete": ResourceLookup(
        read=_read_team, check=state_checks.deleted_or_has("pending_deletion")
    ),
    "teams.update_settings": ResourceLookup(
        read=_read_team, check=state_checks.updated(part="settings"), fields=None
    ),
    "teams.add_member": ResourceLookup(
        read=_read_team, check=state_checks.membership(joins=True), fields=frozenset({"id", "role"})
    ),
    "teams.remove_member": ResourceLookup(
        read=_read_team, check=state_checks.membership(joins=False), fields=frozenset({"id"})
    ),
    "teams.create_series": ListLookup(
        list_documents=lambda gig, sent, _: gig.teams.list_series(sent.ids["id"]),
        match=matching.by_series_name,
        fields=None,
    ),
    "teams.update_series": ResourceLookup(
        read=read_series, check=state_checks.updated(growing=("live", "test")), fields=None
    ),
    "teams.upload_csd": ResourceLookup(read=_read_team, check=state_checks.sat_connected),
    "users.create": ListLookup(
        list_documents=lambda gig, _, __: gig.users.list(limit=PER_PAGE),
        match=matching.by_identity("email"),
        fields=USER,
        read_full=lambda gig, user_id: gig.users.get(user_id),
    ),
    "users.update": ResourceLookup(
        read=read_by_id(lambda gig: gig.users.get), check=state_checks.updated(), fields=None
    ),
    "webhooks.create": ListLookup(
        list_documents=lambda gig, _, __: gig.webhooks.list(limit=PER_PAGE),
        match=matching.by_identity("url"),
        fields=WEBHOOK,
    ),
    "webhooks.update": ResourceLookup(
        read=_read_webhook, check=state_checks.updated(), fields=WEBHOOK
    ),
    "webhooks.delete": ResourceLookup(read=_read_webhook, check=state_checks.deleted),
    "sat_download.activate": ResourceLookup(
        read=_read_activation, check=state_checks.has_value(True, place="isActivated")
    ),
    "sat_download.deactivate": ResourceLookup(
        read=_read_activation, check=state_checks.has_value(False, place="isActivated")
    ),
    "sat_download.upload_fiel": ResourceLookup(
        read=_read_schedule, check=state_checks.setup_step("fiel_uploaded", "a FIEL")
    ),
    "sat_download.register_business": ResourceLookup(
        read=_read_schedule, check=state_checks.setup_step("registered", "a registration")
    ),
    "sat_download.save_schedule": ResourceLookup(
        read=_read_schedule,
        check=state_checks.updated(
            part="schedule", renamed={"download_types": "downloadTypes", "days_back": "daysBack"}
        ),
        fields=None,
    ),
    "sat_download.create_request": ListLookup(
        list_documents=lambda gig, _, __: gig.sat_download.list_history(),
        match=matching.by_fields(SAT_REQUEST),
        fields=frozenset(SAT_REQUEST),
        max_rows=SAT_REQUESTS_SHOWN,
    ),
    "sat_download.enable_sync": ResourceLookup(
        read=_read_schedule, check=state_checks.has_value(True, place="prodigia.synced")
    ),
}
