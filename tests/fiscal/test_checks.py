"""`Gigstack(checks=...)`: which calls are checked, and what happens with the findings."""

from __future__ import annotations

import pickle
import subprocess
import sys
import warnings
from collections.abc import Awaitable, Callable
from copy import deepcopy
from typing import Any

import httpx
import pytest
from attrs import define, field

from gigstack_api import (
    ConfigurationError,
    FiscalError,
    FiscalWarning,
    Gigstack,
    InvalidArgumentError,
    Match,
    RetryPolicy,
)
from gigstack_api.fiscal.checks import CHECKS
from gigstack_api.models import InlineClient, LineItemInput, Tax
from gigstack_api.operations.income_invoices import create_income_invoice

pytestmark = pytest.mark.anyio
RFC = "GODE561231GR8"
LINE: Any = {
    "description": "Consultoría",
    "unit_price": 100,
    "taxes": [{"type": "IVA", "rate": 0.16, "factor": "Tasa"}],
}
UUID = "12345678-1234-1234-1234-123456789012"


@define
class Api:
    """Answers every request, and records it."""

    requests: list[httpx.Request] = field(factory=list[httpx.Request])

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(200, json={"data": {"id": "some_1"}})

    def gig(self, **options: Any) -> Gigstack:
        return Gigstack(
            "key", http_client=httpx.AsyncClient(transport=httpx.MockTransport(self)), **options
        )


WRONG: dict[str, tuple[Callable[[Gigstack], Awaitable[object]], str]] = {
    "clients.create": (lambda gig: gig.clients.create(tax_id="not-an-rfc"), "tax_id"),
    "clients.update": (
        lambda gig: gig.clients.update("client_1", address={"zip": "1"}),
        "address.zip",
    ),
    "draft_invoices.create": (
        lambda gig: gig.draft_invoices.create(invoice_type="I", payment_form="07"),
        "payment_form",
    ),
    "draft_invoices.update": (
        lambda gig: gig.draft_invoices.update("draft_1", items=[{"quantity": 0}]),
        "items[0].quantity",
    ),
    "egress_invoices.create": (
        lambda gig: gig.egress_invoices.create(client={"id": "client_1"}, items=[]),
        "items",
    ),
    "income_invoices.create": (
        lambda gig: gig.income_invoices.create(client={"id": "client_1"}, items=[]),
        "items",
    ),
    "invoices.cancel": (lambda gig: gig.invoices.cancel(UUID, motive="01"), "substitution_uuid"),
    "payments.register": (
        lambda gig: gig.payments.register(items=[LINE], payment_form="07", client={}),
        "payment_form",
    ),
    "payments.request": (
        lambda gig: gig.payments.request(items=[LINE | {"unit_price": -1}], client={}),
        "items[0].unit_price",
    ),
    "payments.update": (
        lambda gig: gig.payments.update("payment_1", client={"tax_id": "not-an-rfc"}),
        "client.tax_id",
    ),
    "receipts.create": (
        lambda gig: gig.receipts.create(client={}, items=[LINE | {"discount": -1}]),
        "items[0].discount",
    ),
    "retentions.create": (
        lambda gig: gig.retentions.create(
            client={"tax_id": "not-an-rfc"},
            retention_key="14",
            period_start=1,
            period_end=1,
            period_year=2026,
            total_operation=1,
            taxes=[],
        ),
        "client.tax_id",
    ),
    "services.create": (
        lambda gig: gig.services.create(description="A", unit_price=-1),
        "unit_price",
    ),
    "services.update": (
        lambda gig: gig.services.update("service_1", product_key="1"),
        "product_key",
    ),
}


def test_every_checked_call_has_a_case() -> None:
    assert WRONG.keys() == CHECKS.keys()


@pytest.mark.parametrize("name", WRONG)
async def test_checks_error_refuses_a_call_with_an_error(name: str) -> None:
    api, (call, path) = Api(), WRONG[name]
    with pytest.raises(FiscalError, match=f"^{name}: ") as caught:
        await call(api.gig(checks="error"))
    assert api.requests == []
    assert isinstance(caught.value, InvalidArgumentError)
    assert caught.value.findings[0].path == path
    assert caught.value.findings[0].severity == "error"


@pytest.mark.parametrize("name", WRONG)
async def test_checks_warn_sends_the_call_with_one_warning(name: str) -> None:
    api, (call, path) = Api(), WRONG[name]
    with pytest.warns(FiscalWarning, match=f"^{name}: ") as caught:
        await call(api.gig(checks="warn"))
    (warning,) = caught
    assert isinstance(warning.message, FiscalWarning)
    assert warning.message.findings[0].path == path
    assert warning.filename == __file__
    assert len(api.requests) == 1


@pytest.mark.parametrize("name", WRONG)
async def test_without_checks_every_call_is_sent(name: str) -> None:
    api = Api()
    await WRONG[name][0](api.gig())
    assert len(api.requests) == 1


@pytest.mark.parametrize("checks", ["warn", "error"])
async def test_a_call_without_findings_is_sent_silently(checks: str) -> None:
    api = Api()
    gig = api.gig(checks=checks)
    await gig.income_invoices.create(
        client={"id": "client_1"}, items=[LINE], use="G03", payment_form="03", payment_method="PUE"
    )
    await gig.income_invoices.create(
        client=InlineClient(id="client_1"),
        items=[
            LineItemInput(
                description="A", unit_price=1, taxes=[Tax(type="IVA", rate=0.16, factor="Tasa")]
            )
        ],
    )
    await gig.clients.get("client_1")
    await gig.clients.delete("client_1")
    await gig.invoices.cancel(UUID, motive="02")
    assert len(api.requests) == 5


async def test_checks_error_only_warns_of_a_warning() -> None:
    api = Api()
    with pytest.warns(FiscalWarning, match="rfc_check_digit"):
        await api.gig(checks="error").clients.create(tax_id="GODE561231GR9")
    assert len(api.requests) == 1


async def test_errors_come_before_warnings_and_the_text_is_short() -> None:
    client: Any = {"tax_id": "gode561231gr8", "legal_name": "ANA"}
    with pytest.raises(FiscalError, match=r"and 9 more$") as caught:
        await (
            Api()
            .gig(checks="error")
            .income_invoices.create(client=client, items=[LINE | {"quantity": 0}] * 9)
        )
    severities = [finding.severity for finding in caught.value.findings]
    assert severities == ["error"] * 9 + ["warning"] * 3


async def test_views_keep_the_checks() -> None:
    api = Api()
    gig = api.gig(checks="error")
    for view in (
        gig.for_team("team_1"),
        gig.with_options(timeout_s=5),
        gig.for_team("team_1").with_options(retries=RetryPolicy.none()),
    ):
        with pytest.raises(FiscalError):
            await view.clients.create(tax_id="not-an-rfc")
    assert api.requests == []


async def test_upserts_matches_and_requests_are_checked() -> None:
    api = Api()
    gig = api.gig(checks="error")
    with pytest.raises(FiscalError, match=r"tax_id: .* \(rfc_form\)"):
        await gig.clients.upsert(on="tax_id", tax_id="not-an-rfc")
    with pytest.raises(FiscalError, match=r"client.tax_id: "):
        await gig.income_invoices.create(client=Match("tax_id", "not-an-rfc"), items=[LINE])
    with pytest.raises(FiscalError, match="no_items"):
        await gig.request(create_income_invoice.build(client={"id": "client_1"}, items=[]))
    outcomes = [
        outcome
        async for outcome in gig.clients.upsert_many(
            [{"tax_id": "not-an-rfc"}, {"tax_id": RFC}], on="tax_id"
        )
    ]
    assert [
        isinstance(outcome.error, FiscalError)
        for outcome in sorted(outcomes, key=lambda outcome: outcome.index)
    ] == [True, False]
    assert len(api.requests) == 1


async def test_a_warning_points_to_the_calling_line() -> None:
    gig = Api().gig(checks="warn")
    operation = create_income_invoice.build(client={"id": "client_1"}, items=[])
    for call in (gig.request(operation), gig.clients.upsert(on="tax_id", tax_id="not-an-rfc")):
        with pytest.warns(FiscalWarning) as caught:
            await call
        assert [warning.filename for warning in caught] == [__file__]


async def test_no_text_quotes_what_was_sent() -> None:
    secret = "PEGJ800101ABC"
    with pytest.raises(FiscalError) as caught:
        await (
            Api()
            .gig(checks="error")
            .clients.create(
                tax_id=secret, legal_name="Juan", email="juan@ejemplo.com", tax_system=secret
            )
        )
    assert secret not in f"{caught.value}{caught.value!r}{caught.value.findings!r}"


@pytest.mark.parametrize("checks", ["warning", "", True, 1])
def test_an_unknown_value_of_checks_is_refused(checks: Any) -> None:
    with pytest.raises(ConfigurationError, match="'warn', 'error' or None"):
        Gigstack("key", checks=checks)


async def test_error_and_warning_can_be_pickled_and_copied() -> None:
    with pytest.raises(FiscalError) as caught:
        await Api().gig(checks="error").clients.create(tax_id="not-an-rfc")
    warning = FiscalWarning("clients.create", caught.value.findings)
    for first in (caught.value, warning):
        for again in (pickle.loads(pickle.dumps(first)), deepcopy(first)):
            assert (type(again), str(again), again.findings) == (
                type(first),
                str(first),
                first.findings,
            )


async def test_a_warning_turned_into_an_error_stops_the_call() -> None:
    api = Api()
    with warnings.catch_warnings():
        warnings.simplefilter("error", FiscalWarning)
        with pytest.raises(FiscalWarning):
            await api.gig(checks="warn").clients.create(tax_id="not-an-rfc")
    assert api.requests == []


@pytest.mark.parametrize(("checks", "loaded"), [("None", False), ("'warn'", True)])
def test_the_checks_are_loaded_only_if_asked_for(checks: str, loaded: bool) -> None:
    code = (
        "import sys, gigstack_api\n"
        f"gigstack_api.Gigstack('key', checks={checks})\n"
        "print('gigstack_api.fiscal' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(loaded)
