"""`sync`: rows from files, frames and iterables, sent in one call."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import Gigstack, InvalidArgumentError
from gigstack_api.bulk import BadFileError, Journal, RowResult, open_rows, recognise, sync
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.local import TEAM

pytestmark = pytest.mark.anyio

LIBRARIES = {"dd": "dask.dataframe", "pa": "pyarrow", "pd": "pandas", "pl": "polars"}


class Libraries:
    """Libraries of frames by the names they are known by, imported on first use: that takes 2 s."""

    def __getattr__(self, name: str) -> Any:
        return import_module(LIBRARIES[name])


of = Libraries()

COLUMNS = {
    "RFC": ["AAA010203AB4", "BBB010203AB4"],
    "Nombre": ["Norte", "Sur"],
    "Correo": ["", None],
}
ROWS = [{"tax_id": "AAA010203AB4", "name": "Norte"}, {"tax_id": "BBB010203AB4", "name": "Sur"}]


def pandas_frame() -> Any:
    return of.pd.DataFrame(COLUMNS)


def dask_frame() -> Any:
    return of.dd.from_pandas(of.pd.DataFrame(COLUMNS), npartitions=2)


FRAMES: dict[str, Callable[[], Any]] = {
    "pandas": pandas_frame,
    "polars": lambda: of.pl.DataFrame(COLUMNS),
    "lazy polars": lambda: of.pl.LazyFrame(COLUMNS),
    "pyarrow": lambda: of.pa.table(COLUMNS),
    "dask": dask_frame,
}


def names(sandbox: Sandbox) -> list[str]:
    found = sandbox.state.collections()[TEAM, "clients"].values()
    return sorted(str(client["name"]) for client in found if "0203AB4" in str(client["tax_id"]))


@pytest.mark.parametrize("frame", FRAMES)
async def test_a_frame_is_sent(
    frame: str, gigstack: Gigstack, gigstack_sandbox: Sandbox, tmp_path: Path
) -> None:
    source, journal = FRAMES[frame](), tmp_path / "journal"
    first = await sync(source, gig=gigstack, journal=journal)
    again = await sync(FRAMES[frame](), gig=gigstack, journal=journal)
    assert (first.outcomes, first.rows, first.is_complete) == ({"created": 2}, 2, True)
    assert again.outcomes == {}
    assert names(gigstack_sandbox) == ["Norte", "Sur"]


async def test_another_frame_is_refused_with_the_same_journal(
    gigstack: Gigstack, tmp_path: Path
) -> None:
    await sync(pandas_frame(), gig=gigstack, journal=tmp_path / "journal")
    with pytest.raises(InvalidArgumentError, match="belongs to another file"):
        await sync(pandas_frame().head(1), gig=gigstack, journal=tmp_path / "journal")


async def test_rows_come_from_lists_iterators_and_async_iterators(gigstack: Gigstack) -> None:
    async def later() -> AsyncIterator[dict[str, str]]:
        for row in ROWS:
            yield row

    def now() -> Iterator[dict[str, str]]:
        yield from ROWS

    assert (await sync(ROWS, gig=gigstack)).outcomes == {"created": 2}
    assert (await sync(now(), gig=gigstack)).outcomes == {"found": 2}
    assert (await sync(later(), gig=gigstack, update=True)).outcomes == {"updated": 2}


async def test_a_file_is_sent_and_reported(gigstack: Gigstack, tmp_path: Path) -> None:
    file, seen = tmp_path / "clientes.csv", list[RowResult]()
    file.write_text("RFC,Nombre,Clave\nAAA010203AB4,Norte,N\nshort,Sur,S\n")
    summary = await sync(
        str(file),
        gig=gigstack,
        mapping={"Clave": "metadata.external_id"},
        report=tmp_path / "report.csv",
        on_result=seen.append,
        concurrency=1,
    )
    assert (summary.outcomes, summary.is_complete) == ({"created": 1, "failed": 1}, False)
    assert summary.report == tmp_path / "report.csv"
    assert [line[:9] for line in (tmp_path / "report.csv").read_text().splitlines()] == [
        *("row,key,o", "1,AAA0102", "2,SHORT,f"),
    ]
    assert [result.row for result in seen] == [1, 2]
    assert list(tmp_path.glob("*journal*")) == []


async def test_an_open_file_and_an_open_journal_are_taken(
    gigstack: Gigstack, tmp_path: Path
) -> None:
    file = tmp_path / "clientes.csv"
    file.write_text("RFC,Nombre\nAAA010203AB4,Norte\n")
    rows = open_rows(file)
    with Journal.open(tmp_path / "journal", fingerprint=rows.fingerprint) as journal:
        columns = recognise(rows.columns, "clients")
        await sync(rows, gig=gigstack, columns=columns, journal=journal)
        assert [result.outcome for result in journal.results()] == ["created"]


async def test_services_and_invoices_are_sent(gigstack: Gigstack) -> None:
    services = [{"sku": "S1", "description": "Diseño", "unit_price": 10}]
    assert (await sync(services, gig=gigstack, resource="services")).outcomes == {"created": 1}
    line = {"description": "Diseño", "quantity": 1, "unit_price": 1000}
    rows = [{"folio": number, "client": {"id": "x"}, "items": [line]} for number in (1, 2)]
    summary = await sync(rows, gig=gigstack, resource="invoices", document="folio")
    assert summary.rows == 2


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"resource": "payments"}, "resource must be one of"),
        ({"report": "report.pdf"}, "a report ends in"),
        ({"document": "folio"}, "document is for invoices"),
        ({"resource": "invoices", "update": True}, "update is for clients and services"),
        ({"mapping": {"a": "name"}}, "mapping is for files"),
        ({"workers": 0}, "at least 1"),
        ({"workers": 2, "scheduler": "tcp://127.0.0.1:1"}, "either a number of workers"),
        ({"concurrency": 0}, "concurrency must be at least 1"),
    ],
)
async def test_wrong_arguments_are_refused(
    arguments: dict[str, Any], problem: str, gigstack: Gigstack
) -> None:
    with pytest.raises(InvalidArgumentError, match=problem):
        await sync(ROWS, gig=gigstack, **arguments)


async def test_an_iterator_has_no_journal(gigstack: Gigstack, tmp_path: Path) -> None:
    with pytest.raises(InvalidArgumentError, match="rows are read twice"):
        await sync(iter(ROWS), gig=gigstack, journal=tmp_path / "journal")


async def test_columns_that_are_not_recognised_are_refused(gigstack: Gigstack) -> None:
    with pytest.raises(BadFileError, match="no column was recognised"):
        await sync(of.pd.DataFrame({"x": [1]}), gig=gigstack)
    with pytest.raises(InvalidArgumentError, match="must have names, not 0"):
        await sync(of.pd.DataFrame([[1]]), gig=gigstack)
    with pytest.raises(InvalidArgumentError, match="int holds no rows"):
        await sync(7, gig=gigstack)  # type: ignore[arg-type]  # wrong on purpose
