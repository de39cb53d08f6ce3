"""`import_invoices`: each document is stamped once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import pytest

from gigstack_api import AuthenticationError, Gigstack, InvalidArgumentError
from gigstack_api.bulk import BadFileError, RowResult, open_rows, recognise
from gigstack_api.bulk.imports import import_invoices
from gigstack_api.bulk.journal import Journal
from gigstack_api.sandbox import Fault, Sandbox
from tests.bulk.imports.test_clients import outcomes, read
from tests.support.scripted_api import Api, answer, client, refusal

pytestmark = pytest.mark.anyio

JUAN = {"tax_id": "PEGJ800101AB6", "name": "Juan Pérez García"}


def line(document: object, price: float = 100, **fields: Any) -> dict[str, Any]:
    item = {"description": "Consultoría", "quantity": 1, "unit_price": price}
    return {
        "folio": document,
        "client": JUAN,
        "payment_form": "03",
        "items": [item],
        **fields,
    }


async def imported(gig: Gigstack, rows: list[dict[str, Any]], **options: Any) -> list[RowResult]:
    given: dict[str, Any] = {"document": "folio", "settle_s": 0, **options}
    return await read(import_invoices(gig, rows, **given))


async def totals(gig: Gigstack) -> dict[object, float | None]:
    invoices = await gig.income_invoices.list().collect()
    keys = [(one.metadata or {}).get("document") for one in invoices]
    assert len(set(keys)) == len(keys)
    return dict(zip(keys, [one.subtotal for one in invoices], strict=True))


async def test_lines_become_documents_that_are_stamped_once(gigstack: Gigstack) -> None:
    rows = [line("F-1", 100), line("F-1", 50), line("F-2", 10), line(3.0, 1)]
    first = await imported(gigstack, rows)
    assert [(one.row, one.key, one.outcome) for one in first] == [
        (1, "F-1", "created"),
        (3, "F-2", "created"),
        (4, "3", "created"),
    ]
    again = await imported(gigstack, rows)
    assert outcomes(again) == ["found"] * 3
    assert [one.id for one in again] == [one.id for one in first]
    assert await totals(gigstack) == {"F-1": 150, "F-2": 10, "3": 1}


@pytest.mark.parametrize("key", ["2.02605E+10", 10.0**16])
async def test_keys_that_a_spreadsheet_has_shortened_are_refused(
    gigstack: Gigstack, key: object
) -> None:
    rows = [line(key, 100), line(key, 50)]
    with pytest.raises(BadFileError, match=r"line 1, column 'folio': .* format the column as text"):
        await imported(gigstack, rows)
    assert await totals(gigstack) == {}


async def test_a_key_is_the_same_from_all_formats(gigstack: Gigstack) -> None:
    await imported(gigstack, [line("12")])
    for same in (12, 12.0, Decimal("12.0"), " 12 ", '="12"'):
        assert outcomes(await imported(gigstack, [line(same)])) == ["found"]


async def test_the_column_of_the_key_must_exist(gigstack: Gigstack, tmp_path: Path) -> None:
    file = tmp_path / "facturas.csv"
    file.write_text("Folio,RFC,Concepto,Precio\nF-1,PEGJ800101AB6,Horas,1\n", "utf-8")
    rows = open_rows(file)
    columns = recognise(rows.columns, "invoices")
    with pytest.raises(InvalidArgumentError, match="no column 'Foli'; did you mean 'Folio'"):
        import_invoices(gigstack, rows, columns=columns, document="Foli")
    run = import_invoices(gigstack, rows, columns=columns, document="FOLIO", dry_run=True)
    assert [one.key for one in await read(run)] == ["F-1"]


async def test_the_client_of_all_documents_is_one(gigstack: Gigstack) -> None:
    await imported(gigstack, [line("F-1"), line("F-2")])
    assert len(await gigstack.clients.list().collect()) == 1
    await imported(gigstack, [line("F-3")], client_on=None)
    assert len(await gigstack.clients.list().collect()) == 2
    existing = (await gigstack.clients.list().collect())[0]
    await imported(gigstack, [line("F-4", client={"id": existing.id})])
    assert len(await gigstack.clients.list().collect()) == 2


async def test_columns_of_a_file_are_lines(gigstack: Gigstack, tmp_path: Path) -> None:
    file = tmp_path / "facturas.csv"
    file.write_text(
        "Pedido,RFC,Nombre,Concepto,Cantidad,Precio,Forma de pago\n"
        "P-1,PEGJ800101AB6,Juan,Horas,2,100,03\n"
        "P-1,PEGJ800101AB6,Juan,Viaje,1,50,03\n"
        "P-2,PEGJ800101AB6,Juan,Horas,1,nada,03\n",
        "utf-8",
    )
    rows = open_rows(file)
    columns = recognise(rows.columns, "invoices", {"Pedido": "metadata.document"})
    run = import_invoices(gigstack, rows, columns=columns, checks="warn", settle_s=0)
    results = await read(run)
    assert outcomes(results) == ["created", "failed"]
    assert (results[1].row, results[1].key, results[1].code) == (3, "P-2", "bad_row")
    assert await totals(gigstack) == {"P-1": 250}


async def test_lines_that_differ_in_a_field_of_the_document_fail_it(gigstack: Gigstack) -> None:
    rows = [line("F-1"), line("F-1", client={**JUAN, "name": "Otro"}), line("F-2")]
    results = await imported(gigstack, rows)
    assert outcomes(results) == ["failed", "created"]
    assert "lines 1 to 2: they are one document and differ in client.name" in (
        results[0].error or ""
    )


async def test_a_document_in_two_places_is_refused_at_once() -> None:
    api = Api()
    rows = [line("F-1"), line("F-2"), line("F-1")]
    with pytest.raises(
        BadFileError, match="line 3, column 'folio': document 'F-1' begins in line 1"
    ):
        await imported(client(api), rows)
    with pytest.raises(BadFileError, match="line 2, column 'folio': it is empty"):
        await imported(client(api), [line("F-1"), line(" ")])
    assert api.requests == []


async def test_an_iterator_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="pass a file or a list"):
        import_invoices(client(Api()), iter([line("F-1")]), document="folio")


async def test_the_key_has_to_be_somewhere() -> None:
    gig = client(Api())
    with pytest.raises(InvalidArgumentError, match="name the column with the key"):
        import_invoices(gig, [])
    with pytest.raises(InvalidArgumentError, match=r"on must be metadata.NAME, not 'folio'"):
        import_invoices(gig, [], on="folio")
    with pytest.raises(InvalidArgumentError, match="pass on= or journal="):
        import_invoices(gig, [], on=None)


async def test_without_a_key_a_second_run_is_refused(gigstack: Gigstack, tmp_path: Path) -> None:
    rows = [line("F-1"), line("F-1"), line("F-2")]
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        results = await imported(gigstack, rows, on=None, journal=journal)
        assert [(one.row, one.key, one.outcome) for one in results] == [
            (1, None, "created"),
            (3, None, "created"),
        ]
        with pytest.raises(InvalidArgumentError, match="this run was started before"):
            await imported(gigstack, rows, on=None, journal=journal)
    assert len(await gigstack.income_invoices.list().collect()) == 2
    alone = {name: value for name, value in line("F-1").items() if name != "folio"}
    dry = await imported(gigstack, [alone, alone], on=None, dry_run=True, document=None)
    assert outcomes(dry) == ["skipped", "skipped"]


async def test_checks_refuse_what_the_sat_would(gigstack: Gigstack) -> None:
    bad = line("F-1", payment_form="03", payment_method="PPD")
    (result,) = await imported(gigstack, [bad], checks="error")
    assert (result.outcome, result.id) == ("failed", None)
    (dry,) = await imported(gigstack, [bad], checks="error", dry_run=True)
    assert dry.code == result.code
    assert await totals(gigstack) == {}


@pytest.mark.parametrize("kind", ["cut_after", "cut_before"])
async def test_a_lost_answer_stamps_nothing_twice(
    gigstack: Gigstack, gigstack_sandbox: Sandbox, kind: str
) -> None:
    gigstack_sandbox.faults.add(Fault("create_income_invoice", kind=kind))
    results = await imported(gigstack, [line("F-1"), line("F-2")], concurrency=1)
    assert outcomes(results) == ["created", "created"]
    assert len(await totals(gigstack)) == 2


async def test_a_document_in_doubt_is_looked_up_by_its_key(
    gigstack: Gigstack, gigstack_sandbox: Sandbox
) -> None:
    gigstack_sandbox.faults.add(Fault("create_income_invoice", status=504))
    (result,) = await imported(gigstack, [line("F-1")])
    assert (result.outcome, result.code) == ("unknown", "service_unavailable")
    (again,) = await imported(gigstack, [line("F-1")])
    assert again.outcome == "created"


FOUND = answer([{"uuid": "inv_1", "metadata": {"document": "F-1"}}], has_more=False)
NOTHING = answer([], has_more=False)


async def test_an_invoice_that_shows_up_after_a_doubt_was_created() -> None:
    (result,) = await imported(client(Api(NOTHING, refusal(500), FOUND)), [line("F-1")])
    assert (result.outcome, result.id) == ("created", "inv_1")
    (open_,) = await imported(client(Api(NOTHING, refusal(500), refusal(403))), [line("F-1")])
    assert open_.outcome == "unknown"
    assert "the lookup failed" in (open_.error or "")


async def test_an_unreadable_answer_is_looked_up() -> None:
    page = httpx.Response(200, text="<html>", headers={"Content-Type": "text/html"})
    (result,) = await imported(client(Api(NOTHING, page, FOUND)), [line("F-1")])
    assert (result.outcome, result.id) == ("created", "inv_1")


async def test_a_refusal_fails_a_document() -> None:
    (result,) = await imported(client(Api(NOTHING, refusal(400))), [line("F-1")])
    assert result.outcome == "failed"


async def test_short_forms_and_other_invoices_of_a_list_are_told_apart() -> None:
    listed = [{"uuid": "inv_0", "metadata": {"document": "F-10"}}, {"uuid": "inv_1"}]
    whole = answer({"uuid": "inv_1", "metadata": {"document": "F-1"}})
    api = Api(answer(listed, has_more=False), whole)
    (result,) = await imported(client(api), [line("F-1")])
    assert (result.outcome, result.id) == ("found", "inv_1")


async def test_nothing_is_stamped_if_the_lookup_fails() -> None:
    api = Api(refusal(403))
    (result,) = await imported(client(api), [line("F-1")])
    assert result.outcome == "failed"
    assert len(api.requests) == 1
    with pytest.raises(AuthenticationError):
        await imported(client(Api(refusal(401))), [line("F-1")])


async def test_a_list_that_is_not_filtered_is_not_trusted() -> None:
    others = [{"uuid": f"inv_{n}", "metadata": {"document": "x"}} for n in range(1001)]
    api = Api(answer(others, has_more=False))
    (result,) = await imported(client(api), [line("F-1")])
    assert "not filtered by metadata.document" in (result.error or "")


async def test_documents_of_a_killed_run_are_not_stamped_again(gigstack: Gigstack) -> None:
    with TemporaryDirectory() as folder, Journal.open(f"{folder}/j", fingerprint="x") as journal:
        await imported(gigstack, [line("F-0")])
        journal.write(started=[1, 2])
        results = await imported(gigstack, [line("F-0"), line("F-1"), line("F-2")], journal=journal)
    assert outcomes(results) == ["found", "created", "created"]
    assert len(await totals(gigstack)) == 3
