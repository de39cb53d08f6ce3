"""The PDF and XML of invoices: proven, in folders by month, and not fetched twice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gigstack_api import Gigstack, InvalidArgumentError
from gigstack_api.bulk import BadFileError, Progress, RowResult
from gigstack_api.bulk.exports import export, export_files
from gigstack_api.bulk.exports.files import Files
from gigstack_api.bulk.exports.listed import month_of
from gigstack_api.bulk.exports.resources import Filters
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.faults import parse

from .shown import FirstProgress

pytestmark = pytest.mark.anyio


@pytest.fixture
def sandbox() -> Sandbox:
    sandbox = Sandbox()
    sandbox.state.now = lambda: datetime(2026, 6, 1, 5, tzinfo=UTC).timestamp()
    return sandbox


async def stamp(gig: Gigstack, count: int) -> list[str]:
    return [
        str(
            (
                await gig.income_invoices.create(
                    client={"name": "Público en general", "tax_id": "XAXX010101000"},
                    items=[{"description": "Mesa", "quantity": 1, "unit_price": 100}],
                    payment_form="03",
                )
            ).uuid
        )
        for _ in range(count)
    ]


async def outcomes(gig: Gigstack, folder: Path) -> dict[str | None, RowResult]:
    return {result.key: result async for result in export_files(gig, folder)}


async def test_both_files_of_each_invoice_are_saved_by_month(gig: Gigstack, tmp_path: Path) -> None:
    uuids = await stamp(gig, 3)
    reports: list[Progress] = []
    found = [result async for result in export_files(gig, tmp_path, progress=reports.append)]
    assert {result.key for result in found} == {*uuids}
    assert {result.outcome for result in found} == {"created"}
    expected = {f"{uuid}.{ending}" for uuid in uuids for ending in ("pdf", "xml")}
    # Five in the morning in UTC is still May in Mexico.
    assert {path.name for path in (tmp_path / "2026-05").iterdir()} == expected
    assert reports[-1].done == 3


async def test_whole_files_are_not_fetched_again_and_broken_ones_are(
    gig: Gigstack, tmp_path: Path
) -> None:
    whole, cut, swapped, missing = await stamp(gig, 4)
    await outcomes(gig, tmp_path)
    month = tmp_path / "2026-05"
    pdf = month / f"{cut}.pdf"
    pdf.write_bytes(pdf.read_bytes()[:-40])
    (month / f"{swapped}.xml").write_bytes((month / f"{whole}.xml").read_bytes())
    (month / f"{missing}.xml").unlink()
    again = await outcomes(gig, tmp_path)
    assert {key: result.outcome for key, result in again.items()} == {
        whole: "skipped",
        cut: "created",
        swapped: "created",
        missing: "created",
    }
    assert {result.outcome for result in (await outcomes(gig, tmp_path)).values()} == {"skipped"}


async def test_a_lost_answer_has_the_code_that_imports_give_it(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path
) -> None:
    await stamp(gig, 1)
    sandbox.faults.add(parse("cut_before times=always operation=get_invoice_files"))
    [failed] = (await outcomes(gig, tmp_path)).values()
    assert (failed.outcome, failed.code) == ("failed", "delivery")


async def test_an_invoice_whose_files_fail_stops_nothing(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path
) -> None:
    await stamp(gig, 2)
    sandbox.faults.add(parse("status=404 times=1 operation=get_invoice_files"))
    found = await outcomes(gig, tmp_path)
    assert sorted(result.outcome for result in found.values()) == ["created", "failed"]
    [failed] = [result for result in found.values() if result.outcome == "failed"]
    assert failed.code == "service_unavailable"
    assert failed.error
    assert len([*(tmp_path / "2026-05").iterdir()]) == 2


async def test_a_stopped_run_ends_after_what_is_being_saved(gig: Gigstack, tmp_path: Path) -> None:
    await stamp(gig, 4)
    files = Files(gig, tmp_path, filters=Filters(), concurrency=1)
    found: list[RowResult] = []
    async for result in files:
        found.append(result)
        files.stop()
    assert 1 <= len(found) <= 2
    assert len(await outcomes(gig, tmp_path)) == 4


async def test_an_invoice_without_a_time_has_a_folder_of_its_own() -> None:
    assert month_of(None, None) == "sin-fecha"
    assert month_of(None, 1780290000) == month_of(date(2026, 5, 31)) == "2026-05"


async def test_waits_for_a_rate_limit_are_shown_while_no_file_arrives(
    gig: Gigstack, tmp_path: Path
) -> None:
    gig.hold_back(30)
    shown = FirstProgress()
    with shown.scope:
        async for _ in export_files(gig, tmp_path, progress=shown):
            raise AssertionError
    assert 25 < shown.seen[0].waiting_s <= 30


@pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx", "parquet"])
async def test_the_files_of_an_exported_file_are_saved_and_resumed(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path, ending: str
) -> None:
    uuids, folder = await stamp(gig, 3), tmp_path / "files"
    await export(gig, "invoices", tmp_path / f"invoices.{ending}")
    later = await stamp(gig, 1)
    source = tmp_path / f"invoices.{ending}"
    sandbox.faults.add(parse("status=404 times=1 operation=get_invoice_files"))
    first = [one async for one in export_files(gig, folder, exported=source)]
    assert {one.key for one in first} == {*uuids}
    assert sorted(one.outcome for one in first) == ["created", "created", "failed"]
    again = [one async for one in export_files(gig, folder, exported=source)]
    assert sorted(one.outcome for one in again) == ["created", "skipped", "skipped"]
    # The folders are those of a run without the file.
    rest = await outcomes(gig, folder)
    assert {key for key, one in rest.items() if one.outcome == "created"} == {*later}


async def test_rows_that_name_no_invoice_fail_or_are_left_out(
    gig: Gigstack, tmp_path: Path
) -> None:
    [uuid] = await stamp(gig, 1)
    source = tmp_path / "invoices.csv"
    source.write_text(f"uuid,date\n../x,\n,2026-05-01\n{uuid},yesterday\n")
    found = [one async for one in export_files(gig, tmp_path, exported=source, concurrency=1)]
    assert [(one.outcome, one.error) for one in found] == [
        ("failed", "'../x' is not a UUID"),
        ("created", None),
    ]
    assert (tmp_path / "sin-fecha" / f"{uuid}.xml").is_file()


async def test_a_file_of_something_else_is_refused(gig: Gigstack, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("name\nAna\n")
    with pytest.raises(BadFileError, match="it has no column 'uuid'"):
        await anext(export_files(gig, tmp_path, exported=tmp_path / "a.csv"))
    with pytest.raises(InvalidArgumentError, match="leave the filters out"):
        export_files(gig, tmp_path, exported=tmp_path / "a.csv", metadata={"a": "b"})
