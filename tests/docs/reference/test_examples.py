"""The examples of operations work on a sandbox, and their curl commands send the same."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import anyio
import pytest

from gigstack_api import Gigstack
from gigstack_api.models import LineItemInput
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.seeds import seed_demo
from scripts.docs.reference.api import Operation, operations
from scripts.docs.reference.calling import samples
from scripts.docs.reference.capturing import captured, in_function
from scripts.docs.reference.examples import examples

DERIVED = [operation for operation in operations() if "example" not in operation.call.facts]
"""The reads. tests/docs runs the examples that openapi.yaml has for all others."""

DER = bytes([0x30, 0x82, 0x01, 0x00]) + bytes(256)
"""What begins like a file of the SAT."""


async def world(gig: Gigstack, sandbox: Sandbox) -> dict[str, str]:
    """Something of every kind on the sandbox: its id by the name of its kind."""
    client = (await gig.clients.list(metadata={"external_id": "EXT-1"})).data[0].id
    item = LineItemInput(description="Consultoría", quantity=1, unit_price=1000)
    invoice = await gig.income_invoices.create(client={"id": client}, items=[item])
    await gig.sat_download.activate()
    await gig.sat_download.upload_fiel(
        cert=DER,
        key=DER,
        password="secret",
        sync_start_date="2026-01-01",
        phone="+5215512345678",
    )
    today = datetime.now(UTC).date()
    asked = await gig.sat_download.create_request(
        start_date=str(today - timedelta(days=40)), end_date=str(today)
    )
    sandbox.clock.advance(60)
    finished = await gig.sat_download.get_request(asked.id)
    retention = await gig.retentions.create(
        retention_key="14",
        client={"id": client},
        period_start=1,
        period_end=1,
        period_year=2026,
        total_operation=10000,
        taxes=[{"tax": "ISR", "base": 10000, "amount": 1000}],
    )
    webhook = await gig.webhooks.create(url="http://127.0.0.1:9/", events=["payment.succeeded"])
    return {
        "Client": client,
        "Service": (await gig.services.list()).data[0].id,
        "Invoice": invoice.uuid,
        "DraftInvoice": (await gig.draft_invoices.create(invoice_type="I")).id,
        "Payment": (await gig.payments.list()).data[0].id,
        "Receipt": (await gig.receipts.list()).data[0].id,
        "Retention": retention.uuid,
        "Team": (await gig.teams.list()).data[0].id,
        "User": (await gig.users.list()).data[0].id,
        "Webhook": webhook.id,
        "SatInvoice": (await gig.sat_invoices.list()).data[0].uuid,
        "SatDownloadRequest": asked.id,
        "SatPackage": str((finished.packageIds or [""])[0]),
        "complement": (await gig.payment_complements.list()).data[0].uuid,
        "note": (
            await gig.egress_invoices.create(
                client={"id": client},
                items=[item],
                related_documents=[{"relationship": "01", "documents": [invoice.uuid]}],
            )
        ).uuid,
    }


def with_real_ids(code: str, real: Mapping[str, str], route: str) -> str:
    kinds = {"payment_complements": "complement", "egress_invoices": "note"}
    invoice = kinds.get(route.partition(".")[0], "Invoice")
    for kind, sample in samples()["ids"].items():
        name = invoice if kind == "Invoice" else kind
        if name in real:
            code = code.replace(f'"{sample}"', json.dumps(real[name]))
    return code


def print_nothing(*_: object) -> None: ...


async def run(code: str, gig: Gigstack) -> None:
    names: dict[str, Any] = {"print": print_nothing}
    exec(compile(in_function(code, "gig"), "example", "exec"), names)
    await names["example"](gig)


def test_the_examples_of_reads_work_on_a_sandbox() -> None:
    sandbox = Sandbox()
    seed_demo(sandbox.state, "http://127.0.0.1")

    async def all_of_them() -> list[str]:
        failed: list[str] = []
        async with sandbox.client() as gig:
            real = await world(gig, sandbox)
            for operation in DERIVED:
                route, code = operation.route, examples(operation)[0]
                try:
                    await run(with_real_ids(code, real, route), gig)
                except Exception as error:  # noqa: BLE001 - the test names all that fail
                    failed.append(f"{route}: {type(error).__name__}: {error}")
        return failed

    assert anyio.run(all_of_them) == []


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.route)
def test_an_example_is_python_and_makes_the_call(operation: Operation) -> None:
    code, command = examples(operation)
    in_function(code, "gig")
    assert f"gig.{operation.route}(" in code
    assert command.startswith("curl ")


def words_of(command: str) -> list[str]:
    return shlex.split(command.replace("\\\n", " "))


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.route)
def test_a_command_sends_what_the_example_sends(operation: Operation) -> None:
    code, command = examples(operation)
    words = words_of(command)
    call = operation.call
    method = words[words.index("-X") + 1] if "-X" in words else "GET"
    url = next(word for word in words if word.startswith("$GIGSTACK_API_BASE_URL"))
    path = re.sub(r"\{\w+\}", "[^/]+", call.path)
    assert method == call.method
    assert re.fullmatch(re.escape("$GIGSTACK_API_BASE_URL") + path + r"(\?.+)?", url)
    sent = captured(code, operation.route)
    if sent is not None and sent.body is not None and not call.is_form:
        body = words[words.index("-d") + 1]
        assert json.loads(body) == json.loads(json.dumps(sent.body, default=float))


def test_samples_are_all_used() -> None:
    derived = {operation.route for operation in DERIVED}
    assert set(samples()["calls"]) <= derived
    assert set(samples()["curl"]) <= {operation.route for operation in operations()}


def test_what_an_example_sends_is_kept_without_sending() -> None:
    code = 'client = await gig.clients.get("client_1")\nprint(client.name.upper())'
    sent = captured(code, "clients.get")
    assert sent is not None
    assert sent.path == "/clients/client_1"


def test_calls_before_the_wanted_one_get_a_value() -> None:
    code = (
        'client = await gig.clients.create(name="A")\n'
        "async for invoice in gig.income_invoices.list(client_id=client.id):\n"
        "    print(invoice.uuid)\n"
        "invoice = (await gig.invoices.search(q='x')).data\n"
        'print(f"{client.total:.2f}", client.address.zip())'
    )
    sent = captured(code, "income_invoices.list")
    assert sent is not None
    assert sent.query == (("client_id", "id_1234567890"),)


def test_an_example_that_makes_another_call_gives_nothing() -> None:
    assert captured('await gig.clients.delete("client_1")', "clients.get") is None


def test_a_variable_of_the_environment_is_one_of_the_shell() -> None:
    code = (
        "import os\n"
        'await gig.sat_download.upload_fiel(cert="a.cer", key="a.key", password=os.environ["FIEL"])'
    )
    sent = captured(code, "sat_download.upload_fiel")
    assert sent is not None
    assert sent.body == {"password": "$FIEL"}
