"""`import_services`: the API has no upsert for services, so their list is read first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import Gigstack
from gigstack_api.bulk import open_rows, recognise
from gigstack_api.bulk.imports import import_services
from gigstack_api.bulk.journal import Journal
from gigstack_api.sandbox import Fault, Sandbox
from tests.bulk.imports.test_clients import outcomes, read
from tests.support.scripted_api import Api, answer, client, refusal

pytestmark = pytest.mark.anyio


def services(*keys: object) -> list[dict[str, Any]]:
    return [
        {"sku": key, "description": f"Servicio {place}", "unit_price": 100}
        for place, key in enumerate(keys)
    ]


async def names(gig: Gigstack) -> dict[str | None, str | None]:
    found = await gig.services.list().collect()
    assert len({service.sku for service in found}) == len(found)
    return {service.sku: service.description for service in found}


async def test_services_are_created_then_found(gigstack: Gigstack) -> None:
    first = await read(import_services(gigstack, services("A", "B", "A")))
    again = await read(import_services(gigstack, services("A", "B", "C")))
    assert outcomes(first) == ["created", "created", "found"]
    assert outcomes(again) == ["found", "found", "created"]
    assert [one.id for one in first[:2]] == [one.id for one in again[:2]]
    assert first[2].id == first[0].id
    assert await names(gigstack) == {"A": "Servicio 0", "B": "Servicio 1", "C": "Servicio 2"}


async def test_matches_are_updated_in_the_order_of_the_rows(gigstack: Gigstack) -> None:
    results = await read(import_services(gigstack, services("A", "A", "A"), update=True))
    assert outcomes(results) == ["created", "updated", "updated"]
    assert await names(gigstack) == {"A": "Servicio 2"}


async def test_a_list_of_many_pages_is_read(gigstack: Gigstack) -> None:
    keys = [f"S{number}" for number in range(120)]
    await read(import_services(gigstack, services(*keys)))
    assert set(outcomes(await read(import_services(gigstack, services(*keys))))) == {"found"}


async def test_bad_rows_fail_with_what_is_wrong(gigstack: Gigstack) -> None:
    rows: list[dict[str, Any]] = [
        {"sku": "A"},
        {"description": "x", "unit_price": 1},
        {"sku": "B", "description": "x", "unit_price": 1, "descripton": "x"},
        {"sku": "C", "description": "x", "unit_price": "cien"},
    ]
    results = await read(import_services(gigstack, rows))
    assert outcomes(results) == ["failed"] * 4
    empty = "line 2, column 'sku': sku is empty: fill it in"
    said = ["needs description and unit_price", empty, "'description'?", "number"]
    assert [text in (one.error or "") for text, one in zip(said, results, strict=True)] == [
        True
    ] * 4
    dry = await read(import_services(gigstack, [*rows, *services("D")], dry_run=True))
    assert outcomes(dry) == ["failed"] * 4 + ["skipped"]
    assert await names(gigstack) == {}


async def test_columns_are_converted_and_checked(gigstack: Gigstack, tmp_path: Path) -> None:
    file = tmp_path / "servicios.csv"
    file.write_text("SKU,Descripción,Precio\nA,Horas,100\nB,Más horas,nada\n", "utf-8")
    rows = open_rows(file)
    columns = recognise(rows.columns, "services")
    run = import_services(gigstack, rows, columns=columns, checks="warn")
    results = await read(run)
    assert outcomes(results) == ["created", "failed"]
    assert results[1].code == "bad_row"


async def test_several_services_with_one_key_are_not_touched(gigstack: Gigstack) -> None:
    for price in (1, 2):
        await gigstack.services.create(sku="A", description="Servicio", unit_price=price)
    (result,) = await read(import_services(gigstack, services("A"), update=True))
    assert (result.outcome, result.code) == ("failed", "multiple_matches")
    assert "2 services have this sku" in (result.error or "")


async def test_a_lost_answer_creates_nothing_twice(
    gigstack: Gigstack, gigstack_sandbox: Sandbox
) -> None:
    gigstack_sandbox.faults.add(Fault("create_service", kind="cut_after"))
    gigstack_sandbox.faults.add(Fault("create_service", kind="cut_before"))
    results = await read(import_services(gigstack, services("A", "B"), settle_s=0, concurrency=1))
    assert outcomes(results) == ["created", "created"]
    assert len(await names(gigstack)) == 2


async def test_services_of_a_killed_run_are_found(gigstack: Gigstack, tmp_path: Path) -> None:
    file = tmp_path / "services.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in services("A", "B")), "utf-8")
    rows = open_rows(file)
    with Journal.open(tmp_path / "journal", fingerprint=rows.fingerprint) as journal:
        journal.write(started=[1, 2])
    created = await gigstack.services.create(**services("A")[0])
    results = await read(import_services(gigstack, rows, journal=tmp_path / "journal", settle_s=0))
    assert outcomes(results) == ["found", "created"]
    assert results[0].id == created.id


async def test_a_service_that_cannot_be_told_about_is_unknown() -> None:
    api = Api(answer([], has_more=False), refusal(500))
    (result,) = await read(import_services(client(api), services("A")))
    assert result.outcome == "unknown"
