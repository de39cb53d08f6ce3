"""What an update may correct in a payment: texts of items, the client, an automation not yet
chosen. Pure.

Where the sources are silent: an entry changes every line of its id, and one that fits no line is
refused with 400; fields of the client that an update does not know are ignored, but for another id.
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
        for place, each in enumerate(entries)
        for name in each.keys() - ITEM_FIELDS
    ]
    wrong += [
        f"items.{place}.id: no item of the payment has it"
        for place, each in enumerate(entries)
        if each["id"] not in ids
    ]
    if wrong:
        raise api_error(
            400,
            "validation_failed",
            "Only the description of items of the payment can be changed",
            sorted(wrong),
        )
    texts = {each["id"]: each["description"] for each in entries}
    return [
        {**item, "description": texts[item["id"]]} if item.get("id") in texts else item
        for item in items
    ]


def client_patch(payment: Resource, sent: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the client to change.

    Raises:
        Refusal: 400, the RFC is malformed, or it is another client.
    """
    if sent.get("id", payment["client"]["id"]) != payment["client"]["id"]:
        raise api_error(
            400,
            "operation_not_allowed",
            "The client of a payment cannot be replaced: leave its id out",
        )
    patch = {name: value for name, value in sent.items() if name in CLIENT_FIELDS}
    check_rfc(patch.get("tax_id"))
    return patch


def check_automation(call: Call, payment: Resource, name: str | None) -> str:
    """The automation of the payment: the one sent, or the one it has.

    Raises:
        Refusal: 400, it has one already, or there is none of that name.
    """
    if name is None:
        return str(payment["automation_type"])
    if automations.is_automated(call, payment):
        raise api_error(
            400,
            "operation_not_allowed",
            "The payment has an automation already: it cannot be changed",
        )
    automations.check_request(call, {**payment, "automation_type": name})
    return name
