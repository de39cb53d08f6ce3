"""The examples of docstrings run as they stand there."""

from __future__ import annotations

import textwrap
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from gigstack_api import Gigstack
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.seeds import seed_demo
from gigstack_api.sandbox.spec import operations
from scripts.docs.examples import GIVEN, Example, examples
from scripts.spec.model import SPEC, calls, load

from ..sandbox.pdf import FISICA
from ..sandbox.sat.scenario import CERTIFICATE, FIEL, REGISTRATION

pytestmark = pytest.mark.anyio

EXAMPLES = [*examples()]
FOUND: Any = {"search": {"on_key": "tax_id", "on_value": "PEGJ800101AB6"}}
LINE: Any = {"description": "Consultoría", "quantity": 1, "unit_price": 1000}
SALE: Any = {"client": FOUND, "items": [LINE]}
PDF = b"%PDF-1.7 a page\n%%EOF\n"
FILES = {
    **dict.fromkeys(("contrato.pdf", "acuse_de_entrega.pdf", "comprobante.pdf"), PDF),
    "constancia.pdf": FISICA,
    **dict.fromkeys(("csd.cer", "csd.key", "fiel.cer", "fiel.key"), CERTIFICATE),
}
"""The files that examples upload."""


@pytest.fixture
def anyio_backend() -> str:
    """One backend is enough: what is tested here is the examples."""
    return "asyncio"


@frozen
class Stage:
    """A client of a seeded sandbox, and what examples take as given there."""

    gig: Gigstack

    async def client(self) -> Any:
        return (await self.gig.clients.upsert(on="tax_id", value="PEGJ800101AB6")).client

    async def service(self) -> Any:
        return (await self.gig.services.list(limit=1)).data[0]

    async def invoice(self) -> Any:
        return await self.gig.income_invoices.create(**SALE, use="G03", payment_form="03")

    async def draft(self) -> Any:
        return await self.gig.draft_invoices.create(
            invoice_type="I", **SALE, use="G03", payment_form="03"
        )

    async def payment(self) -> Any:
        return await self.gig.payments.request(**SALE)

    async def paid(self) -> Any:
        return await self.gig.payments.register(**SALE, payment_form="03", automation_type="none")

    async def receipt(self) -> Any:
        return await self.gig.receipts.create(**SALE, payment_form="01")

    async def retention(self) -> Any:
        return await self.gig.retentions.create(
            retention_key="14",
            client=FOUND,
            period_start=1,
            period_end=1,
            period_year=2025,
            total_operation=1000,
            taxes=[{"tax": "ISR", "base": 1000, "amount": 100}],
        )

    async def team(self) -> Any:
        return await self.gig.teams.create(brand={"alias": "Sucursal Norte"})

    async def team_with_member(self) -> Any:
        team, user = await self.team(), await self.user()
        await self.gig.teams.add_member(team, id=user.id)
        return team

    async def team_with_series(self) -> Any:
        team = await self.team()
        await self.gig.teams.create_series(team, series="W", live=1)
        return team

    async def user(self) -> Any:
        return await self.gig.users.create(email="ana.ruiz@ejemplo.com", first_name="Ana")

    async def member(self) -> Any:
        return (await self.gig.users.list()).data[-1]

    async def webhook(self) -> Any:
        return await self.gig.webhooks.create(url="https://ejemplo.com/gigstack")

    async def sat_invoice(self) -> Any:
        await self.registered()
        found = self.gig.sat_invoices.list(direction="received")
        return next(one for one in await found.collect() if one.has_xml)

    async def unfinished(self) -> Any:
        await self.registered()
        found = self.gig.sat_invoices.list(direction="received")
        return next(one for one in await found.collect() if one.resource_status == "building")

    async def with_fiel(self) -> None:
        await self.gig.sat_download.activate()
        await self.gig.sat_download.upload_fiel(**FIEL)

    async def registered(self) -> None:
        await self.with_fiel()
        await self.gig.sat_download.register_business(**REGISTRATION)


OTHERS: dict[tuple[str, str], Callable[[Stage], Awaitable[Any]]] = {
    ("payments.refund", "payment"): Stage.paid,
    ("teams.remove_member", "team"): Stage.team_with_member,
    ("teams.remove_member", "user"): Stage.member,
    ("teams.update_series", "team"): Stage.team_with_series,
    ("sat_invoices.retry_xml", "sat_invoice"): Stage.unfinished,
}
"""What else is given to an example than what its name says."""

BEFORE: dict[str, Callable[[Stage], Awaitable[Any]]] = {
    "sat_download.create_request": Stage.registered,
    "sat_download.enable_sync": Stage.registered,
    "sat_download.register_business": Stage.with_fiel,
    "sat_download.save_schedule": Stage.registered,
    "users.reset_password_by_email": Stage.user,
}
"""What has to be done before an example."""


def test_every_given_name_can_be_prepared() -> None:
    assert {name for name in GIVEN if not hasattr(Stage, name)} == set()


def test_all_that_makes_or_changes_something_has_an_example() -> None:
    facts = {call.id: call.node["x-gigstack"] for call in calls(load(SPEC))}
    makes = {one.name for one in operations() if facts[one.id]["replay"] != "safe"}
    assert makes - {example.name for example in EXAMPLES} == set()


def test_the_calls_of_the_client_itself_have_examples() -> None:
    calls = {"download", "download_to", "for_team", "reconcile", "request", "with_options"}
    assert calls - {example.name for example in EXAMPLES} == set()


async def test_the_examples_of_downloads_have_a_file_to_fetch() -> None:
    async with Sandbox().client() as gig:
        invoice = await gig.income_invoices.create(
            client={"name": "Juan", "tax_id": "XAXX010101000"}, items=[LINE], payment_form="03"
        )
        files = await gig.invoices.get_files(invoice)
    assert files.pdf
    assert files.xml


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
async def test_an_example_runs(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CSD_PASSWORD", "12345678a")
    monkeypatch.setenv("FIEL_PASSWORD", "12345678a")
    sandbox = Sandbox(check_answers=True)
    seed_demo(sandbox.state, "http://127.0.0.1/v2")
    async with sandbox.client(strict=True, checks="error") as gig:
        stage = Stage(gig)
        if example.name in BEFORE:
            await BEFORE[example.name](stage)
        prepared: dict[str, Any] = {}
        for name in example.given:
            usual: Callable[[Stage], Awaitable[Any]] = getattr(Stage, name)
            prepared[name] = await OTHERS.get((example.name, name), usual)(stage)
        await run(example, gig, prepared)


async def run(example: Example, gig: Gigstack, given: dict[str, Any]) -> None:
    """Runs an example with the names that it takes as given."""
    names = ", ".join(["gig", *given])
    code = f"async def example({names}):\n{textwrap.indent(example.code, '    ')}\n"
    space: dict[str, Any] = {}
    exec(compile(code, example.name, "exec"), space)
    await space["example"](gig, **given)
