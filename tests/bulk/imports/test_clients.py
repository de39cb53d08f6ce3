"""`import_clients`: one result per row, whatever the API answers."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from gigstack_api import (
    AuthenticationError,
    DeliveryError,
    FileNotSavedError,
    Gigstack,
    InvalidArgumentError,
    RateLimitError,
    RetryPolicy,
)
from gigstack_api.bulk import Progress, Row, RowResult, open_rows, recognise
from gigstack_api.bulk.imports import Import, Stop, import_clients
from gigstack_api.bulk.imports.ledger import Ledger
from gigstack_api.bulk.imports.progress import Meter
from gigstack_api.bulk.imports.tasks import Ended
from gigstack_api.bulk.journal import Counts, Journal
from gigstack_api.sandbox import Fault, Sandbox
from tests.bulk.journal.test_journal import full_disk
from tests.support.scripted_api import BASE, LOST, Api, answer, client, refusal

pytestmark = pytest.mark.anyio

RFC = "PEGJ800101AB6"
REFUSED = httpx.ConnectError("refused")


def clients(*keys: str) -> list[dict[str, Any]]:
    return [{"tax_id": key, "name": f"Cliente {key}"} for key in keys]


def keys(count: int) -> list[str]:
    return [f"AAA{number:09}" for number in range(count)]


async def read(run: Import) -> list[RowResult]:
    """All results, in the order of their rows."""
    return sorted([result async for result in run], key=lambda result: result.row)


async def take(run: Import, results: list[RowResult]) -> None:
    """Adds results in the order in which they end, up to an error."""
    async for result in run:
        results.append(result)  # noqa: PERF401 - a comprehension adds nothing before its end


def outcomes(results: list[RowResult]) -> list[str]:
    return [result.outcome for result in results]


async def echo(request: httpx.Request) -> httpx.Response:
    fields = json.loads(request.content)
    return answer({"id": fields["tax_id"], **fields}, status=201)


async def test_a_client_is_created_then_found_then_updated(gigstack: Gigstack) -> None:
    rows = clients(RFC)
    assert outcomes(await read(import_clients(gigstack, rows))) == ["created"]
    (found,) = await read(import_clients(gigstack, rows))
    (updated,) = await read(import_clients(gigstack, rows, update=True))
    assert (found.row, found.key, found.outcome) == (1, RFC, "found")
    assert (updated.outcome, updated.id, updated.error) == ("updated", found.id, None)


async def test_a_bad_row_stops_nothing(gigstack: Gigstack) -> None:
    rows = [*clients("short", RFC), {"name": "x"}, {"tax_id": RFC, "nombre": "x"}]
    results = await read(import_clients(gigstack, rows, concurrency=1))
    assert outcomes(results) == ["failed", "created", "failed", "failed"]
    assert [result.code for result in results] == [
        "http_400",
        None,
        "invalid_argument",
        "invalid_argument",
    ]
    assert "RFC must be 12 or 13 characters" in (results[0].error or "")


async def test_columns_are_converted_and_a_bad_cell_fails_its_row(
    gigstack: Gigstack, tmp_path: Path
) -> None:
    file = tmp_path / "clientes.csv"
    file.write_text(f"RFC,Nombre,C.P.\n{RFC},Juan,3100\nAAA010101AAA,Ana,norte\n", "utf-8")
    rows = open_rows(file)
    columns = recognise(rows.columns, "clients")
    results = await read(import_clients(gigstack, rows, columns=columns))
    assert outcomes(results) == ["created", "failed"]
    assert results[1].code == "bad_row"
    assert "line 3, column 'C.P.'" in (results[1].error or "")
    (found,) = await gigstack.clients.list().collect()
    assert found.address is not None
    assert found.address.zip == "03100"


async def test_columns_with_a_problem_are_refused(gigstack: Gigstack) -> None:
    with pytest.raises(InvalidArgumentError, match="no column was recognised"):
        import_clients(gigstack, clients(RFC), columns=recognise(["x"], "clients"))


async def test_rows_with_the_same_key_are_never_in_flight_together() -> None:
    in_flight, most = list[str](), 0

    async def handler(request: httpx.Request) -> httpx.Response:
        nonlocal most
        key = json.loads(request.content)["tax_id"].lower()
        in_flight.append(key)
        most = max(most, in_flight.count(key))
        for _ in range(5):
            await anyio.lowlevel.checkpoint()
        in_flight.remove(key)
        return await echo(request)

    rows = clients("AAA010101AAA", RFC, "aaa010101aaa", RFC, "AAA010101AAA")
    results = await read(import_clients(client(handler), rows))
    assert (len(results), most) == (5, 1)


async def test_rows_of_an_async_source_and_numbered_rows_are_taken() -> None:
    async def source() -> AsyncIterator[dict[str, Any]]:
        for row in clients(*keys(3)):
            yield row

    assert [one.row for one in await read(import_clients(client(echo), source()))] == [1, 2, 3]
    numbered = [Row(7, 9, clients(RFC)[0])]
    assert [one.row for one in await read(import_clients(client(echo), numbered))] == [7]


async def test_an_error_of_the_source_comes_after_the_results() -> None:
    def source() -> Any:
        yield from clients(*keys(2))
        raise KeyError("broken source")

    run, results = import_clients(client(echo), source()), list[RowResult]()
    with pytest.raises(KeyError, match="broken source"):
        await take(run, results)
    assert [result.row for result in results] == [1, 2]
    assert await anext(run, None) is None


async def test_a_dry_run_sends_nothing_and_leaves_the_journal_alone(tmp_path: Path) -> None:
    api = Api()
    run = import_clients(
        client(api),
        [*clients(RFC, "AAA010101AAA"), {"name": "x"}],
        dry_run=True,
        checks="error",
        journal=tmp_path / "journal",
    )
    results = await read(run)
    assert outcomes(results) == ["skipped", "skipped", "failed"]
    assert [result.code for result in results] == [None, "rfc_check_digit", "invalid_argument"]
    assert api.requests == []
    assert list(tmp_path.iterdir()) == []


async def test_checks_fail_a_row_or_add_what_they_found(gigstack: Gigstack) -> None:
    bad = {**clients(RFC)[0], "tax_system": "601"}
    off, warned, refused = [
        (await read(import_clients(gigstack, [bad], checks=checks)))[0]
        for checks in ("off", "warn", "error")
    ]
    assert (off.outcome, off.code) == ("created", None)
    assert (warned.outcome, warned.code) == ("found", "regime_person")
    assert "tax_system" in (warned.error or "")
    assert (refused.outcome, refused.code, refused.id) == ("failed", "regime_person", None)


async def test_a_limit_ends_a_run_and_the_next_goes_on(gigstack: Gigstack, tmp_path: Path) -> None:
    file = tmp_path / "clients.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in clients(*keys(5))), "utf-8")
    journal = tmp_path / "journal"
    first = await read(import_clients(gigstack, open_rows(file), journal=journal, limit=2))
    rest = await read(import_clients(gigstack, open_rows(file), journal=journal))
    assert [result.row for result in first] == [1, 2]
    assert [result.row for result in rest] == [3, 4, 5]
    assert await read(import_clients(gigstack, open_rows(file), journal=journal)) == []
    assert len(await gigstack.clients.list().collect()) == 5


async def test_a_journal_of_other_settings_is_refused(gigstack: Gigstack, tmp_path: Path) -> None:
    file = tmp_path / "clients.jsonl"
    file.write_text(json.dumps(clients(RFC)[0]), "utf-8")
    journal = tmp_path / "journal"
    await read(import_clients(gigstack, open_rows(file), journal=journal))
    with pytest.raises(InvalidArgumentError, match='on = "tax_id", not "name"'):
        await read(import_clients(gigstack, open_rows(file), on="name", journal=journal))
    with pytest.raises(InvalidArgumentError, match=r'team = .*, not "team_2"'):
        await read(import_clients(gigstack, open_rows(file), team="team_2", journal=journal))
    with pytest.raises(InvalidArgumentError, match="base_url = "):
        await read(import_clients(client(echo), open_rows(file), journal=journal))
    with pytest.raises(InvalidArgumentError, match=r"Journal.open\(path, fingerprint"):
        await read(import_clients(gigstack, clients(RFC), journal=tmp_path / "other"))


async def test_a_lost_answer_is_looked_up(gigstack: Gigstack, gigstack_sandbox: Sandbox) -> None:
    gigstack_sandbox.faults.add(Fault("create_client", kind="cut_after", times=4))
    (result,) = await read(import_clients(gigstack, clients(RFC), settle_s=0))
    assert result.outcome == "found"
    assert [one.id for one in await gigstack.clients.list().collect()] == [result.id]


async def test_a_lost_request_is_sent_again_after_the_lookup(
    gigstack: Gigstack, gigstack_sandbox: Sandbox
) -> None:
    gigstack_sandbox.faults.add(Fault("create_client", kind="cut_before", times=4))
    (result,) = await read(import_clients(gigstack, clients(RFC), settle_s=0))
    assert result.outcome == "created"


async def test_a_row_that_cannot_be_looked_up_is_unknown_and_left(tmp_path: Path) -> None:
    rows = clients(RFC)
    api = Api(*[LOST] * 4, refusal(403), answer({"id": "c", "tax_id": RFC}))
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        (result,) = await read(import_clients(client(api), rows, journal=journal, settle_s=0))
        assert (result.outcome, result.code) == ("unknown", "outcome_unknown")
        assert "the lookup failed" in (result.error or "")
        (again,) = await read(import_clients(client(api), rows, journal=journal, settle_s=0))
        assert again.outcome == "found"
        assert list(journal.results()) == [again]


async def test_a_row_that_was_not_delivered_is_done_by_the_next_run(tmp_path: Path) -> None:
    rows = clients(RFC)
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        api = Api(*[REFUSED] * 4, refusal(500), refusal(500), refusal(500), refusal(500))
        for end in (("failed", "delivery"), ("unknown", "some_code")):
            (result,) = await read(import_clients(client(api), rows, journal=journal))
            assert (result.outcome, result.code) == end
        (result,) = await read(import_clients(client(echo), rows, journal=journal))
        assert result.outcome == "created"


async def test_later_rows_of_a_key_wait_for_the_one_that_is_left(tmp_path: Path) -> None:
    rows = [{**row, "name": name} for row, name in zip(clients(RFC, RFC), "ab", strict=True)]
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        api = Api(*[REFUSED] * 4)
        first = await read(import_clients(client(api), rows, update=True, journal=journal))
        assert [one.code for one in first] == ["delivery", "held_back"]
        sent = list[str]()

        async def handler(request: httpx.Request) -> httpx.Response:
            sent.append(json.loads(request.content)["name"])
            return await echo(request)

        await read(import_clients(client(handler), rows, update=True, journal=journal))
        assert sent == ["a", "b"]
        assert journal.counts().outcomes == {"created": 2}


async def test_a_refused_key_ends_the_run_and_its_rows_are_left(tmp_path: Path) -> None:
    rows = clients(*keys(20))
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        api = Api(*[answer({"id": "c"}, status=201)] * 3, *[refusal(401)] * 9)
        run = import_clients(client(api), rows, journal=journal, concurrency=2)
        results = list[RowResult]()
        with pytest.raises(AuthenticationError):
            await take(run, results)
        assert [result.row for result in results] == [1, 2, 3]
        assert len(api.requests) <= 5
        counts = journal.counts()
        assert (counts.done, counts.in_flight) == (3, 0)


async def test_an_api_out_of_reach_ends_the_run() -> None:
    api, results = Api(*[REFUSED] * 1000), list[RowResult]()
    run = import_clients(client(api), clients(*keys(100)), concurrency=4)
    with pytest.raises(DeliveryError):
        await take(run, results)
    assert 20 <= len(results) < 30
    assert {result.outcome for result in results} == {"failed"}


async def test_a_rate_limit_is_waited_for_and_shown() -> None:
    limited = [refusal(429, headers={"Retry-After": "0"})] * 9
    api = Api(*limited, answer({"id": "c"}, status=201))
    (result,) = await read(import_clients(client(api), clients(RFC)))
    assert result.outcome == "created"
    assert len(api.requests) == 10


async def test_a_rate_limit_that_outlasts_a_call_is_waited_for() -> None:
    limited = refusal(429, headers={"Retry-After": "0.1"})
    api = Api(limited, answer({"id": "a"}, status=201), answer({"id": "b"}, status=201))
    gig = client(api, retries=RetryPolicy.none(), timeout_s=0.05)
    results = await read(import_clients(gig, clients(RFC, "AAA010101AAA"), concurrency=2))
    assert outcomes(results) == ["created", "created"]


async def test_a_rate_limit_without_an_end_fails_the_row() -> None:
    api = Api(*[refusal(429, headers={"Retry-After": "0"})] * 21)
    gig = client(api, retries=RetryPolicy.none())
    (result,) = await read(import_clients(gig, clients(RFC)))
    assert (result.outcome, result.code) == ("failed", "some_code")


async def test_a_row_that_times_out_unsent_fails() -> None:
    api = Api(*[httpx.ConnectTimeout("slow")] * 4)
    (result,) = await read(import_clients(client(api), clients(RFC)))
    assert (result.outcome, result.code) == ("failed", "delivery_timeout")


async def test_a_request_that_is_lost_again_and_again_is_unknown(
    gigstack: Gigstack, gigstack_sandbox: Sandbox
) -> None:
    gigstack_sandbox.faults.add(Fault("create_client", kind="cut_before", times=8))
    (result,) = await read(import_clients(gigstack, clients(RFC), settle_s=0))
    assert (result.outcome, result.code) == ("unknown", "outcome_unknown")


async def test_progress_tells_how_far_it_is(tmp_path: Path) -> None:
    rows, seen = clients(*keys(10)), list[Progress]()
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        await read(import_clients(client(echo), rows, journal=journal, limit=4))
        run = import_clients(client(echo), rows, journal=journal, progress=seen.append)
        await read(run)
    assert (seen[0].done, seen[0].total) == (4, 10)
    last = seen[-1]
    assert (last.done, last.total, last.failed, last.in_flight, last.waiting_s) == (10, 10, 0, 0, 0)
    assert last.rows_per_s > 0


async def test_stopping_once_finishes_what_is_in_flight(tmp_path: Path) -> None:
    stop, rows = Stop(), clients(*keys(100))
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        run = import_clients(client(echo), rows, journal=journal, stop=stop, concurrency=3)
        results = [await anext(run)]
        stop.request()
        results += [result async for result in run]
        assert 1 <= len(results) <= 6
        assert (journal.counts().done, journal.counts().in_flight) == (len(results), 0)
        rest = await read(import_clients(client(echo), rows, journal=journal))
        assert len(rest) + len(results) == 100


async def test_stopping_twice_gives_up_what_is_in_flight(tmp_path: Path) -> None:
    stop, rows, waiting = Stop(), clients(*keys(100)), anyio.Event()

    async def hang(request: httpx.Request) -> httpx.Response:
        waiting.set()
        await anyio.sleep_forever()
        raise AssertionError

    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        async with anyio.create_task_group() as group:
            run = import_clients(client(hang), rows, journal=journal, stop=stop, concurrency=3)

            async def press_twice() -> None:
                await waiting.wait()
                stop.request()
                stop.request()

            group.start_soon(press_twice)
            assert await anext(run, None) is None
        assert (stop.is_requested, stop.is_urgent) == (True, True)
        counts = journal.counts()
        assert (counts.done, 1 <= counts.in_flight <= 3) == (0, True)
        rest = await read(import_clients(client(echo), rows, journal=journal, settle_s=0))
        assert len(rest) == 100


async def test_a_run_that_was_stopped_before_its_start_sends_nothing() -> None:
    stop, api = Stop(), Api()
    stop.request()
    assert await read(import_clients(client(api), clients(RFC), stop=stop)) == []
    assert api.requests == []


async def test_a_cancelled_run_can_be_resumed(tmp_path: Path) -> None:
    rows, release = clients(*keys(10)), anyio.Event()

    async def handler(request: httpx.Request) -> httpx.Response:
        if json.loads(request.content)["tax_id"] == keys(10)[4]:
            release.set()
            await anyio.sleep_forever()
        return await echo(request)

    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        seen = list[int]()
        async with anyio.create_task_group() as group:

            async def use() -> None:
                run = import_clients(client(handler), rows, journal=journal, concurrency=1)
                async for result in run:
                    seen.append(result.row)

            group.start_soon(use)
            await release.wait()
            group.cancel_scope.cancel()
        assert seen == [1, 2, 3, 4]
        assert (journal.counts().done, journal.counts().in_flight) == (4, 1)
        rest = await read(import_clients(client(echo), rows, journal=journal, settle_s=0))
        assert [result.row for result in rest] == [5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"checks": "no"}, "checks must be"),
        ({"concurrency": 0}, "concurrency must be at least 1"),
        ({"limit": -1}, "limit must be at least 0"),
        ({"settle_s": -1}, "settle_s must be at least 0"),
        ({"on": "rfc"}, "on must name a field of a client"),
    ],
)
async def test_bad_options_are_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidArgumentError, match=said):
        import_clients(client(Api()), [], **options)


async def test_what_is_no_rows_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="an iterable of mappings"):
        import_clients(client(Api()), "clients.csv")  # type: ignore[arg-type]  # what users try


async def test_a_full_disk_ends_the_run_and_loses_nothing(tmp_path: Path) -> None:
    rows = clients(*keys(800))
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        results = list[RowResult]()
        run = import_clients(client(echo), rows, journal=journal)
        with (
            full_disk(30_000),
            pytest.raises(FileNotSavedError, match="make room"),
        ):
            await take(run, results)
        assert 0 < len(results) < 800
        rest = await read(import_clients(client(echo), rows, journal=journal, settle_s=0))
        assert {one.row for one in [*results, *rest]} == set(range(1, 801))
        assert [one.row for one in journal.results()] == list(range(1, 801))


async def test_a_disk_that_is_full_at_the_end_is_reported(tmp_path: Path) -> None:
    rows = clients(*keys(3))
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        run = import_clients(client(echo), rows, journal=journal)
        await anext(run)
        with full_disk(1000), pytest.raises(FileNotSavedError, match="make room"):
            await read(run)
        assert journal.counts().in_flight == 3
        rest = await read(import_clients(client(echo), rows, journal=journal, settle_s=0))
        assert len(rest) == 3


async def refuse(request: httpx.Request) -> httpx.Response:
    for _ in range(20):
        await anyio.lowlevel.checkpoint()
    return refusal(401)


async def test_waiting_rows_are_left_when_the_run_ends(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        rows = clients(RFC, RFC, RFC)
        run = import_clients(client(refuse), rows, journal=journal)
        with pytest.raises(AuthenticationError):
            await read(run)
        assert (journal.counts().done, journal.counts().in_flight) == (0, 0)


async def test_an_error_at_the_first_row_is_raised() -> None:
    def source() -> Any:
        raise KeyError("broken source")
        yield

    with pytest.raises(KeyError, match="broken source"):
        await read(import_clients(client(Api()), source()))


async def test_an_import_can_be_closed_at_any_time() -> None:
    run = import_clients(client(echo), clients(*keys(9)))
    assert "use `async for`" in repr(run)
    await anext(run)
    await run.aclose()
    await run.aclose()
    assert await anext(run, None) is None
    await import_clients(client(echo), clients(RFC)).aclose()


async def test_results_of_slow_rows_are_written_soon(tmp_path: Path) -> None:
    now = 0.0
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        ledger = Ledger(journal, lambda: now)
        ledger.claim([Row(1, 1, {}), Row(2, 2, {})])
        for row in (1, 2):
            ledger.begin(row)
            await ledger.record(Ended(RowResult(row, "K", "created")))
            now += 2.0
        assert journal.counts().outcomes == {"created": 2}
        ledger.claim([Row(3, 3, {})])
        ledger.begin(3)
        with full_disk(1000):
            await ledger.record(Ended(RowResult(3, "K", "created")))
        assert journal.counts().in_flight == 1
        await ledger.close()
        assert journal.counts().outcomes == {"created": 3}


async def test_stopping_twice_between_two_results_ends_the_run(tmp_path: Path) -> None:
    stop, rows = Stop(), clients(*keys(20))
    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        run = import_clients(client(echo), rows, journal=journal, stop=stop, concurrency=2)
        await anext(run)
        stop.request()
        stop.request()
        assert await anext(run, None) is None
        counts = journal.counts()
        assert (
            counts.done + counts.in_flight <= 1 + 2 * 2
        )  # that, as many ahead, and those in flight


async def test_a_run_that_waits_for_an_earlier_one_can_be_stopped(tmp_path: Path) -> None:
    stop, seen = Stop(), list[Progress]()

    def show(progress: Progress) -> None:
        seen.append(progress)
        stop.request()

    with Journal.open(tmp_path / "journal", fingerprint="rows") as journal:
        journal.write(started=[1])
        run = import_clients(
            client(Api()),
            clients(RFC),
            journal=journal,
            stop=stop,
            settle_s=1000,
            progress=show,
        )
        assert await anext(run, None) is None
        assert seen[0].waiting_s > 900
        assert journal.counts().in_flight == 1


async def test_a_client_shows_how_long_a_rate_limit_holds_it_back() -> None:
    gig = client(Api(refusal(429, headers={"Retry-After": "30"})), retries=RetryPolicy.none())
    assert gig.waiting_s == 0
    with pytest.raises(RateLimitError):
        await gig.clients.get("client_1")
    assert 25 < gig.waiting_s <= 30
    assert (gig.base_url, gig.team, gig.for_team("team_2").team) == (BASE, None, "team_2")


def test_the_rate_is_that_of_the_latest_seconds() -> None:
    now, seen = 0.0, list[Progress]()
    meter = Meter(
        seen.append,
        total=None,
        earlier=Counts(in_flight=0, left=1, outcomes={"failed": 3, "created": 8}),
        waiting_s=lambda: 2.5,
        now=lambda: now,
    )
    meter.show()
    for _ in range(4):
        now += 5.0
        for _ in range(50):
            meter.count(RowResult(1, None, "created"))
        meter.show()
    assert (seen[0].done, seen[0].failed, seen[0].waiting_s, seen[0].rows_per_s) == (10, 2, 2.5, 0)
    assert (seen[-1].done, seen[-1].rows_per_s) == (210, 10)


async def test_what_is_unreadable_is_unknown() -> None:
    page = httpx.Response(201, text="<html>", headers={"Content-Type": "text/html"})
    (result,) = await read(import_clients(client(Api(page)), clients(RFC)))
    assert (result.outcome, result.code) == ("unknown", "unreadable_reply")
