"""What is owed on an invoice, by the documents that belong to it. Pure.

What no source says: a credit note lowers the balance of the first PPD invoice that it relates to; a
cancelled document counts no more, and nothing is owed on a cancelled invoice.
"""

from __future__ import annotations

from ...call import Call
from ...resource import Resource
from ..shared.money import ZERO, decimal, number

SUBSTITUTION = "04"
"""The relationship of a document that takes the place of another: it is no part of the other's
account.
"""


def link_documents(call: Call, document: Resource) -> None:
    """Ties a new document to the invoices of this team that it belongs to, and settles them."""
    kept = call.documents("invoices")
    related = [] if document["invoice_type"] == "P" else _related(document)
    document["invoices"] += [uuid for uuid in dict.fromkeys(related) if uuid in kept]
    for uuid in document["invoices"]:
        kept[uuid]["invoices"].append(document["uuid"])
    update_balances(call, document)


def update_balances(call: Call, document: Resource) -> None:
    """Writes down anew what is owed on a document, and on those it belongs to."""
    kept = call.documents("invoices")
    for each in (document, *(kept[uuid] for uuid in document["invoices"] if uuid in kept)):
        paid = sum((decimal(one["total"]) for one in linked_documents(call, each, "P")), ZERO)
        credited = sum(
            (
                decimal(one["total"])
                for one in linked_documents(call, each, "E")
                if one["invoices"][0] == each["uuid"]
            ),
            ZERO,
        )
        owed = decimal(each["total"]) - paid - credited if _is_open(each) else ZERO
        each |= {"payment_complements": number(paid), "last_balance": number(max(owed, ZERO))}


def linked_documents(call: Call, invoice: Resource, invoice_type: str) -> list[Resource]:
    """The valid complements (P) or credit notes (E) that belong to an income invoice."""
    if invoice["invoice_type"] != "I":
        return []
    kept = call.documents("invoices")
    found = [kept[uuid] for uuid in invoice["invoices"] if uuid in kept]
    return [
        each for each in found if each["invoice_type"] == invoice_type and each["status"] == "valid"
    ]


def _is_open(invoice: Resource) -> bool:
    """Whether an invoice is one that can be owed."""
    return (invoice["invoice_type"], invoice.get("payment_method"), invoice["status"]) == (
        "I",
        "PPD",
        "valid",
    )


def _related(document: Resource) -> list[str]:
    """The UUIDs that a document relates to, but those it takes the place of."""
    return [
        uuid.lower()
        for relation in document.get("related_documents") or ()
        if relation and relation.get("relationship") != SUBSTITUTION
        for uuid in relation.get("documents") or ()
    ]
