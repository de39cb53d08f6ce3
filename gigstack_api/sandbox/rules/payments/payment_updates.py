"""The updates of a payment: item descriptions, the client, an automation not yet chosen.

Chosen, where no source says: an entry changes every line with its id, and one that matches no line
is refused with 400; unknown fields of the client are ignored, but another id is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...call import Call
from ...errors import api_error
from ...resource import Resource
from ..shared.rfc import check_rfc
from . import automations

CLIENT_FIELDS = (
    "name",
    "company",
    "phone",
    "email",
    "bcc",
    "metadata",
    "legal_name",
    "tax_id",
    "use",
    "tax_system",
    "address",
)
ITEM_FIELDS = {"id", "description"}


def with_descriptions(
    items: Sequence[Resource], entries: Sequence[Mapping[str, Any]]
) -> list[Resource]:
    """The items with their new descriptions.

    Raises:
        Refusal: 400, an entry has other fields, or no item has its id.
    """
    ids = {item.get("id") for item in items}
    wrong = [
        f"items.{place}.{name}: cannot be changed"
        for place, entry in enumerate(entries)
        for name in entry.keys() - ITEM_FIELDS
    ]
    wrong += [
        f"items.{place}.id: no item of the payment has it"
        for place, entry in enumerate(entries)
        if entry["id"] not in ids
    ]
    if wrong:
        raise api_error(
            400,
            "validation_failed",
            "Only the description of items of the payment can be changed",
            sorted(wrong),
        )

    texts = {entry["id"]: entry["description"] for entry in entries}
    return [
        {**item, "description": texts[item["id"]]} if item.get("id") in texts else item
        for item in items
    ]


def client_patch(payment: Resource, sent: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the client to change.

    Raises:
        Refusal: 400, the RFC is malformed, or the client is another one.
    """
    if sent.get("id", payment["client"]["id"]) != payment["client"]["id"]:
        raise api_error(
            400,
            "operation_not_allowed",
            "The client of a payment cannot be replaced; leave its id out",
        )
    patch = {name: value for name, value in sent.items() if name in CLIENT_FIELDS}
    check_rfc(patch.get("tax_id"))
    return patch


def check_automation(call: Call, payment: Resource, name: str | None) -> str:
    """The automation of a payment: the requested one, else its own.

    Raises:
        Refusal: 400, the payment has one already, or there is no automation of that name.
    """
    if name is None:
        return str(payment["automation_type"])
    if automations.is_automated(call, payment):
        raise api_error(
            400,
            "operation_not_allowed",
            "The payment already has an automation, which cannot be changed",
        )
    automations.check_request(call, {**payment, "automation_type": name})
    return name
