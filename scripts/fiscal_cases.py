"""Counts how the checks and the sandbox judge the cases of `tests/fiscal/sat_cases.yaml`.

Prints false errors, misses, findings that are only warnings, and what the sandbox stamps, with the
cases that stay and why; then how many files of the sandbox satcfdi reads and the SAT's schemas call
valid. Exit code 1 if a case is judged wrongly and the file does not say why, or a file is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import anyio
from attrs import frozen

from gigstack_api import APIError, Gigstack
from gigstack_api.fiscal import Finding, check_invoice
from gigstack_api.sandbox import Sandbox

from . import yaml_files
from .fiscal_files import File, Refused, count_files, report_files

DATA = Path(__file__).resolve().parent.parent / "tests" / "fiscal" / "sat_cases.yaml"
TODAY = date(2026, 11, 28)
NOW_S = 1_795_867_200.0
"""Noon of that day (UTC), for the sandbox."""
ISSUER = {"tax_id": "CPR180412QX1", "tax_system": "601", "zip": "03100"}
"""The issuer of the sandbox, for the checks."""
CLIENT_FIELDS = ("legal_name", "tax_id", "tax_system", "use")


@frozen(kw_only=True)
class Case:
    """An invoice or a credit note, and what a PAC does with it."""

    number: int
    source: str
    name: str
    expect: str
    """"stamped", or the code of the SAT that refuses it."""
    total: str | None
    stays: str | None
    """Why the document alone cannot tell; None if it can."""
    found: str | None
    """The rule that at least warns, of a case that stays."""
    sandbox: str | None
    """The refusal of the sandbox, where that is not `expect`."""
    invoice_type: str
    body: dict[str, Any]

    @property
    def is_good(self) -> bool:
        """Whether a PAC stamps it."""
        return self.expect == "stamped"


@frozen(kw_only=True)
class Verdict:
    """The findings of a case, and the answer of the sandbox to it."""

    case: Case
    findings: tuple[Finding, ...]
    refusal: str | None
    """The details of the sandbox's refusal; None if it stamped the invoice."""
    total: float | None

    @property
    def errors(self) -> list[Finding]:
        """The findings that are errors."""
        return [finding for finding in self.findings if finding.severity == "error"]

    @property
    def is_found(self) -> bool:
        """Whether an error has the code that the SAT refuses the case with."""
        return any(finding.sat == self.case.expect for finding in self.errors)

    @property
    def is_warned(self) -> bool:
        """Whether a warning has that code."""
        return any(finding.sat == self.case.expect for finding in self.findings)


def load(data: Path = DATA) -> list[Case]:
    """The cases of the file, with their bodies made of its defaults."""
    document = yaml_files.read(data)
    return [_case(row, document["defaults"], document["clients"]) for row in document["cases"]]


def _case(row: dict[str, Any], defaults: Mapping[str, Any], clients: Mapping[str, Any]) -> Case:
    own: Any = row.get("client") or {}
    client: dict[str, Any] = defaults["client"] | (clients[own] if isinstance(own, str) else own)
    client |= {name: row[name] for name in CLIENT_FIELDS if name in row}
    if "zip" in row:
        client |= {"address": {"zip": row["zip"]}}
    sent: list[dict[str, Any]] = row.get("items") or [row.get("item", {})] * row.get("lines", 1)
    body: dict[str, Any] = {
        **defaults["document"],
        **(row.get("document") or {}),
        "client": _without_nulls(client),
        "items": [_item(defaults["item"] | fields) for fields in sent],
    }
    return Case(
        number=row["n"],
        source=row["source"],
        name=row["case"],
        expect=row["expect"],
        total=row.get("total"),
        stays=row.get("stays"),
        found=row.get("found"),
        sandbox=row.get("sandbox"),
        invoice_type=row.get("type", "I"),
        body=body,
    )


def _item(fields: Mapping[str, Any]) -> dict[str, Any]:
    item = _without_nulls(fields)
    if "taxes" in item:
        item["taxes"] = [_tax(text) for text in item["taxes"]]
    return item


def _tax(text: str) -> dict[str, Any]:
    """The tax that a text like `IEPS Cuota 6.4555 included` names."""
    kind, *words = text.split()
    tax: dict[str, Any] = {"type": kind, "factor": "Tasa"}
    for word in words:
        if word in {"withheld", "included"}:
            tax["withholding" if word == "withheld" else "inclusive"] = True
        elif word in {"exempt", "Cuota"}:
            tax["factor"] = "Exento" if word == "exempt" else word
        else:
            tax["rate"] = float(word)
    return tax


def _without_nulls(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def check(case: Case) -> tuple[Finding, ...]:
    """The findings of a case, with the issuer of the sandbox."""
    return check_invoice(
        case.body | {"issuer_info": ISSUER},
        invoice_type="E" if case.invoice_type == "E" else "I",
        today=TODAY,
    )


async def judge(gig: Gigstack, case: Case) -> Verdict:
    """The verdict on a case by the checks, and by the sandbox of that client."""
    refusal, total = None, None
    invoices = gig.egress_invoices if case.invoice_type == "E" else gig.income_invoices
    try:
        total = (await invoices.create(**case.body)).total
    except APIError as error:
        refusal = f"{error.code} {error.message} {error.details}"
    return Verdict(case=case, findings=check(case), refusal=refusal, total=total)


async def judge_all(cases: list[Case]) -> list[Verdict]:
    """The verdicts on all cases, on a new sandbox."""
    sandbox = Sandbox()
    sandbox.state.now = lambda: NOW_S
    async with sandbox.client() as gig:
        return [await judge(gig, case) for case in cases]


def report(verdicts: list[Verdict]) -> tuple[list[str], bool]:
    """The lines of the table, and whether all that is wrong is explained by the cases."""
    good = [verdict for verdict in verdicts if verdict.case.is_good]
    bad = [verdict for verdict in verdicts if not verdict.case.is_good]
    rows = {
        f"good invoices that the checks call an error (of {len(good)})": [
            verdict for verdict in good if verdict.errors
        ],
        f"good invoices that the sandbox refuses (of {len(good)})": [
            verdict for verdict in good if verdict.refusal and not verdict.case.sandbox
        ],
        f"bad ones of which the checks say nothing (of {len(bad)})": [
            verdict for verdict in bad if not verdict.is_warned
        ],
        f"bad ones of which they say too little (of {len(bad)})": [
            verdict for verdict in bad if verdict.is_warned and not verdict.is_found
        ],
        f"bad ones that the sandbox stamps (of {len(bad)})": [
            verdict for verdict in bad if verdict.refusal is None
        ],
    }
    lines: list[str] = []
    for title, found in rows.items():
        open_cases = [verdict.case for verdict in found if verdict.case.stays is None]
        lines.append(f"{title:62} {len(found):3}   unexplained: {len(open_cases)}")
        lines += [f"    {case.number} {case.name} ({case.expect})" for case in open_cases]
    lines += ["", "What stays, and why the document alone cannot tell:"]
    lines += [
        f"    {verdict.case.number} {verdict.case.name} ({verdict.case.expect}): "
        f"{verdict.case.stays}; found: {verdict.case.found or 'nothing'}"
        for verdict in bad
        if verdict.case.stays is not None
    ]
    explained = all(verdict.case.stays for found in rows.values() for verdict in found)
    return lines, explained


async def files_of(cases: Sequence[Case]) -> tuple[list[File], list[Refused]]:
    """The files that a new sandbox writes for the good cases, as they are and paid later."""
    sandbox = Sandbox()
    sandbox.state.now = lambda: NOW_S
    good = [case for case in cases if case.is_good and not case.sandbox]
    invoices = [case for case in good if case.invoice_type == "I"]
    later = [(case.name, body) for case in invoices if (body := _paid_later(case)) is not None]
    async with sandbox.client() as gig:
        return await count_files(
            gig,
            [(case.invoice_type, case.name, case.body) for case in good],
            later,
            invoices[0].body["client"],
        )


def _paid_later(case: Case) -> dict[str, Any] | None:
    """The body of an invoice that is paid later; None if it is so already, or cannot be."""
    body = {name: value for name, value in case.body.items() if name != "payment_form"}
    if body.get("payment_method") == "PPD" or case.total == "0.00":
        return None
    body["payment_method"] = "PPD"
    found = check_invoice(body | {"issuer_info": ISSUER}, invoice_type="I", today=TODAY)
    return None if any(finding.severity == "error" for finding in found) else body


def main() -> None:
    """Prints the tables.

    Raises:
        SystemExit: 1, a case is judged wrongly and the file does not say why, or a file of the
            sandbox is not a CFDI to others.
    """
    cases = load()
    lines, explained = report(anyio.run(judge_all, cases))
    more, valid = report_files(*anyio.run(files_of, cases))
    print(*lines, *more, sep="\n")
    sys.exit(0 if explained and valid else 1)


if __name__ == "__main__":
    main()
