"""The balance of an invoice, by the documents that belong to it.

Chosen, where no source says: a credit note lowers the balance of the first PPD invoice that it
relates to; a cancelled document no longer counts, and nothing is owed on a cancelled invoice.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ...call import Call
from ...resource import Resource
from ..shared.money import ZERO, decimal, number

SUBSTITUTION = "04"
"""The relationship of a document that replaces another; it does not change the other's balance."""


def link_documents(call: Call, document: Resource) -> None:
    """Links a new document with the team's invoices it belongs to. Their balances are updated."""
    kept = call.documents("invoices")
    related = [] if document["invoice_type"] == "P" else _related(document)
    document["invoices"] += [uuid for uuid in dict.fromkeys(related) if uuid in kept]
    for uuid in document["invoices"]:
        kept[uuid]["invoices"].append(document["uuid"])
    update_balances(call, document)


def update_balances(call: Call, document: Resource) -> None:
    """Updates the balance of a document, and of those it belongs to."""
    kept = call.documents("invoices")
    for invoice in (document, *(kept[uuid] for uuid in document["invoices"] if uuid in kept)):
        complements = linked_documents(call, invoice, "P")
        credit_notes = linked_documents(call, invoice, "E")
        paid = _sum_totals(complements)
        credited = _sum_totals(
            note for note in credit_notes if note["invoices"][0] == invoice["uuid"]
        )
        owed = decimal(invoice["total"]) - paid - credited if _is_open(invoice) else ZERO
        invoice |= {"payment_complements": number(paid), "last_balance": number(max(owed, ZERO))}


def _sum_totals(documents: Iterable[Resource]) -> Decimal:
    return sum((decimal(document["total"]) for document in documents), ZERO)


def linked_documents(call: Call, invoice: Resource, invoice_type: str) -> list[Resource]:
    """The valid complements (P) or credit notes (E) that belong to an income invoice."""
    if invoice["invoice_type"] != "I":
        return []
    kept = call.documents("invoices")
    found = [kept[uuid] for uuid in invoice["invoices"] if uuid in kept]
    return [
        linked
        for linked in found
        if linked["invoice_type"] == invoice_type and linked["status"] == "valid"
    ]


def dependent_documents(call: Call, invoice: Resource) -> list[Resource]:
    """The valid documents that relate to an invoice, without one that replaces it.

    The SAT cancels no invoice before them.
    """
    kept = call.documents("invoices")
    linked = [kept[uuid] for uuid in invoice["invoices"] if uuid in kept]
    return [
        document
        for document in linked
        if document["status"] == "valid" and _relates_to(document, invoice)
    ]


def _relates_to(document: Resource, invoice: Resource) -> bool:
    if document["invoice_type"] == "P":
        return bool(invoice["invoice_type"] != "P")
    return invoice["uuid"] in _related(document)


def replaces(document: Resource, uuid: str) -> bool:
    """Whether a document says of itself that it replaces another."""
    return any(
        uuid in (other.lower() for other in relation.get("documents") or ())
        for relation in document.get("related_documents") or ()
        if relation and relation.get("relationship") == SUBSTITUTION
    )


def _is_open(invoice: Resource) -> bool:
    """Whether an invoice can have a balance."""
    return (invoice["invoice_type"], invoice.get("payment_method"), invoice["status"]) == (
        "I",
        "PPD",
        "valid",
    )


def _related(document: Resource) -> list[str]:
    """The UUIDs that a document relates to, without those it replaces."""
    return [
        uuid.lower()
        for relation in document.get("related_documents") or ()
        if relation and relation.get("relationship") != SUBSTITUTION
        for uuid in relation.get("documents") or ()
    ]
