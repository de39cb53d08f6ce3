"""The handlers of retentions.

Chosen, where no source says: a cancellation needs no motive; a receiver with the RFC of foreigners
is a foreigner; retentions send no webhooks. `metadata` is null, as the documented body has none.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...call import Answer, Call, Handler
from ...errors import api_error, require
from ...resource import Resource
from ...spec import load
from ..customers.embedded import dry_run_client, resolve_client
from ..invoices.stamping import issuer, receiver_faults, stamping_error
from ..shared.lists import list_page
from .retention_faults import retention_faults
from .retention_stamping import MEDIA_TYPES, file_id, stamp
from .retention_totals import check_request, totals_of

HIDDEN = frozenset({"client_id", "platform_services"})
CANCELS_TO = {"valid": "canceled"}


def list_retentions(call: Call) -> Answer:
    asked = {
        name: call.query[name]
        for name in ("status", "retention_key", "client_id")
        if name in call.query
    }
    page = list_page(
        call,
        call.documents("retentions").values(),
        "Retentions retrieved successfully",
        wanted=lambda retention: all(retention[name] == value for name, value in asked.items()),
    )
    data = [
        {name: value for name, value in shown(retention).items() if name != "verification_url"}
        for retention in page["data"]
    ]
    return Answer(200, {**page, "data": data})


def get_retention(call: Call) -> Answer:
    return Answer.of("Retention retrieved successfully", shown(find(call)))


def create_retention(call: Call) -> Answer:
    check_request(call.body)
    totals = totals_of(call.body)
    client = dry_run_client(call, call.body["client"])
    faults = receiver_faults(call, client)
    if not call.state.lenient:
        faults = faults or list(retention_faults(call, client, issuer(call)))
    if faults:
        raise stamping_error(faults)
    retention = stamp(call, resolve_client(call, call.body["client"]), totals)
    call.documents("retentions")[retention["id"]] = retention
    return Answer.of("Retention created successfully", shown(retention), status=201)


def cancel_retention(call: Call) -> Answer:
    retention = find(call)
    motives: Mapping[str, str] = load()["components"]["schemas"]["CancellationMotiveCode"][
        "x-values"
    ]
    if call.body.get("motive", "02") not in motives:
        raise api_error(400, "invalid_field_value", f"motive: must be one of {', '.join(motives)}")
    if retention["status"] not in CANCELS_TO:
        raise api_error(
            400,
            "operation_not_allowed",
            f"The retention is {retention['status']}; only a valid one can be cancelled",
        )
    retention["status"] = CANCELS_TO[retention["status"]]
    return Answer.of("Retention canceled successfully", shown(retention))


def get_retention_files(call: Call) -> Answer:
    retention = find(call)
    kind = call.query.get("file_type")
    if kind is not None and kind not in MEDIA_TYPES:
        raise api_error(
            400, "invalid_field_value", "file_type: must be pdf or xml; leave it out for both"
        )
    addresses = {
        file_type: f"{call.base_url}/files/{file_id(retention, file_type)}"
        for file_type in MEDIA_TYPES
        if kind in (None, file_type)
    }
    return Answer.of("Retention files retrieved successfully", addresses)


def find(call: Call) -> Resource:
    """The retention in the path.

    Raises:
        Refusal: 404, this team and mode have no such retention.
    """
    return require(call.documents("retentions").get(call.path["id"]), "retention")


def shown(retention: Resource) -> Resource:
    """A retention as a single answer shows it; lists show less."""
    return {name: value for name, value in retention.items() if name not in HIDDEN}


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        list_retentions,
        get_retention,
        create_retention,
        cancel_retention,
        get_retention_files,
    )
}
