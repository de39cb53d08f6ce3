"""Counts the files of the sandbox that satcfdi reads and that the SAT's schemas call valid.

Every good case of `tests/fiscal/sat_cases.yaml` is stamped as it is and, if that is a good document
too, once more to be paid later, with a payment complement. `PAID` holds invoices that complements
are hard for, paid in instalments. The API has no payment of several invoices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from attrs import frozen

from gigstack_api import APIError, Gigstack
from gigstack_api.models import Invoice

from .sat_reader import read, schema_faults

Line = dict[str, Any]


@frozen(kw_only=True)
class File:
    """A file that the sandbox wrote, its document, and its faults."""

    kind: str
    name: str
    is_read: bool
    faults: tuple[str, ...]


@frozen(kw_only=True)
class Refused:
    """A document that the sandbox did not stamp."""

    kind: str
    name: str
    why: str


def tax(kind: str, rate: float, **more: Any) -> dict[str, Any]:
    """A tax of a line."""
    return {"type": kind, "rate": rate, "factor": "Tasa", **more}


IVA = tax("IVA", 0.16)
EXEMPT = {"type": "IVA", "factor": "Exento"}
ISR_KEPT = tax("ISR", 0.1, withholding=True)
IVA_KEPT = tax("IVA", 0.106667, withholding=True)


def line(price: float, *taxes: dict[str, Any], **more: Any) -> Line:
    """A line of an invoice."""
    product = {"product_key": "81112100", "unit_key": "E48", "unit_name": "Unidad de servicio"}
    return {"description": "Diseño", "unit_price": price, "taxes": [*taxes], **product, **more}


USD = {"currency": "USD", "exchange_rate": 18.5}
PAID: dict[str, tuple[Sequence[Line], dict[str, Any], Sequence[int]]] = {
    "IVA, paid at once": ([line(1000, IVA)], {}, (100,)),
    "IVA, in two instalments": ([line(1000, IVA)], {}, (50, 50)),
    "IVA, in three uneven instalments": ([line(333.33, IVA)], {}, (33, 33, 34)),
    "IEPS and IVA": ([line(500, tax("IEPS", 0.08), IVA)], {}, (40, 60)),
    "a quota of IEPS": ([line(20, tax("IEPS", 6.4555, factor="Cuota"), IVA)], {}, (100,)),
    "withheld ISR and IVA": ([line(10_000, IVA, ISR_KEPT, IVA_KEPT)], {}, (30, 70)),
    "exempt": ([line(750, EXEMPT)], {}, (100,)),
    "exempt and taxed lines": ([line(750, EXEMPT), line(99.99, IVA)], {}, (25, 75)),
    "three rates of IVA": (
        [line(100, IVA), line(200, tax("IVA", 0.08)), line(300, tax("IVA", 0))],
        {},
        (60, 40),
    ),
    "dollars": ([line(1000, IVA)], USD, (100,)),
    "dollars, in instalments": ([line(123.45, IVA, ISR_KEPT)], USD, (45, 55)),
    "with a discount": ([line(1000, IVA, discount=100)], {}, (50, 50)),
    "price with taxes": ([line(116, tax("IVA", 0.16, inclusive=True))], {}, (50, 50)),
    "many lines": ([line(0.99 * number, IVA) for number in range(1, 30)], {}, (10, 90)),
}
"""Invoices by name: their lines, fields, and the percents that each instalment pays."""


async def count_files(
    gig: Gigstack,
    cases: Sequence[tuple[str, str, Line]],
    later: Sequence[tuple[str, Line]],
    client: Line,
) -> tuple[list[File], list[Refused]]:
    """The files of good documents, and those that were not stamped.

    Args:
        gig: A client of the sandbox.
        cases: Documents by type and name.
        later: Invoices by name that are paid later.
        client: The client of the documents in `PAID`.
    """
    files: list[File] = []
    refused: list[Refused] = []

    async def add(kind: str, name: str, make: Callable[[], Any]) -> Invoice | None:
        try:
            invoice: Invoice = await make()
        except APIError as error:
            refused.append(Refused(kind=kind, name=name, why=f"{error.message} {error.details}"))
            return None
        xml = (await gig.invoices.bundle(invoice)).xml.content
        files.append(_judged(kind, name, xml))
        return invoice

    for kind, name, body in cases:
        invoices = gig.egress_invoices if kind == "E" else gig.income_invoices
        await add(kind, name, partial(invoices.create, **body))
    paid: list[tuple[str, Line, Sequence[int]]] = [
        (name, {"client": client, "items": lines, "payment_method": "PPD", **fields}, percents)
        for name, (lines, fields, percents) in PAID.items()
    ]
    paid += [(f"{name}, paid later", body, (100,)) for name, body in later]
    for name, body, percents in paid:
        owed = await add("I", name, partial(gig.income_invoices.create, **body))
        for number, amount in enumerate(_amounts(owed, percents), start=1):
            await _pay(gig, owed, amount, body)
            (complement, *_) = (await gig.payment_complements.list(limit=1)).data
            xml = (await gig.invoices.bundle(complement)).xml.content
            files.append(_judged("P", f"{name}, {number}", xml))
    return files, refused


async def _pay(gig: Gigstack, owed: Invoice | None, amount: Decimal, body: Line) -> None:
    if owed is not None:
        fields: Line = {name: body[name] for name in USD if name in body}
        await gig.payments.register(
            client=body["client"],
            items=[{"description": "Pago", "unit_price": amount, "quantity": 1}],
            payment_form="03",
            automation_type="none",
            ppd_invoice_id=owed.uuid,
            **fields,
        )


def _amounts(owed: Invoice | None, percents: Sequence[int]) -> Iterator[Decimal]:
    """The amount of each instalment; the last one pays the rest."""
    if owed is None:
        return
    left = total = Decimal(str(owed.total))
    for number, percent in enumerate(percents, start=1):
        part = (total * percent / 100).quantize(Decimal("0.01"))
        amount = left if number == len(percents) else part
        left -= amount
        yield amount


def _judged(kind: str, name: str, xml: bytes) -> File:
    try:
        read(xml)
    except Exception:  # noqa: BLE001 - satcfdi raises anything
        return File(kind=kind, name=name, is_read=False, faults=tuple(schema_faults(xml)))
    return File(kind=kind, name=name, is_read=True, faults=tuple(schema_faults(xml)))


def report_files(files: Sequence[File], refused: Sequence[Refused]) -> tuple[list[str], bool]:
    """The lines of the table, and whether all files are read and valid, and none is missing."""
    kinds = {"I": "invoices", "E": "credit notes", "P": "payment complements"}
    counts = Counter(file.kind for file in files)
    lines = ["", "Files of the sandbox:"]
    for kind, title in kinds.items():
        own = [file for file in files if file.kind == kind]
        is_read = sum(file.is_read for file in own)
        is_valid = sum(not file.faults for file in own)
        lines.append(
            f"    {title:22} {counts[kind]:3}   read by satcfdi: {is_read:3}"
            f"   valid to the SAT's schemas: {is_valid:3}"
        )
    wrong = [file for file in files if file.faults or not file.is_read]
    lines.append(f"    in all {len(files)}, wrong: {len(wrong)}, not stamped: {len(refused)}")
    lines += [f"    {file.kind} {file.name}: {'; '.join(file.faults)[:200]}" for file in wrong]
    lines += [f"    {one.kind} {one.name} was not stamped: {one.why[:200]}" for one in refused]
    return lines, not wrong and not refused
