"""What the project shows to others passes its own checks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gigstack_api.fiscal import check_client, check_invoice, check_rfc
from gigstack_api.fiscal.items import check_item
from gigstack_api.sandbox import State
from gigstack_api.sandbox.seeds import CLIENTS, SERVICES, seed_demo

ROOT = Path(__file__).parents[2]
SHOWN = [
    *(ROOT / "docs").rglob("*.md"),
    *(ROOT / "examples").rglob("*.py"),
    ROOT / "README.md",
    ROOT / "gigstack_api" / "sandbox" / "README.md",
    ROOT / "gigstack_api" / "upsert.py",
]
RFC = re.compile(r"\b[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{3}\b")


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_rfc_that_is_shown_has_the_form_of_one(path: Path) -> None:
    for rfc in RFC.findall(path.read_text(encoding="utf-8")):
        found = check_rfc(rfc, digit=False)
        assert [finding.code for finding in found] == [], rfc


def test_the_demo_has_no_errors() -> None:
    state = State()
    seed_demo(state, "http://127.0.0.1")
    findings = [
        *(finding for fields in CLIENTS for finding in check_client(fields)),
        *(finding for fields in SERVICES for finding in check_item(fields, service=True)),
        *(
            finding
            for invoice in state.collection("team_sandbox", "invoices, test").values()
            if invoice["invoice_type"] == "I"
            for finding in check_invoice(invoice)
        ),
    ]
    assert [finding for finding in findings if finding.severity == "error"] == []
    assert state.collection("team_sandbox", "invoices, test")
