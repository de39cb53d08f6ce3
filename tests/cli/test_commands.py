"""Commands that read: the key, the checks, the catalogues, profiles, events, lost calls."""

from __future__ import annotations

import json
import os
import socket
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import anyio
import anyio.to_thread
import httpx
import pytest

from gigstack_api import Gigstack, OutcomeUnknownError
from gigstack_api.bulk.syncing import KEYS
from gigstack_api.cli.checkup import network
from gigstack_api.cli.commands.importing import clients, invoices, services
from gigstack_api.cli.connecting import PUBLIC
from gigstack_api.cli.exits import Refused
from gigstack_api.cli.framework import Day
from gigstack_api.cli.profiles import load_profiles, profiles_file
from gigstack_api.reconcile.records import write_record
from gigstack_api.sandbox.deliveries import SIGNING_SECRET
from scripts.sandbox_process import running
from tests.cli.command import Ended, call, started
from tests.support.sandbox import AT_ONCE


@pytest.fixture
def free_port() -> Iterator[int]:
    """A port that something holds."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        yield held.getsockname()[1]


def test_rows_are_matched_by_the_same_field_as_in_python() -> None:
    commands = {"clients": clients(), "services": services(), "invoices": invoices()}
    defaults = {
        name: option.default
        for name, command in commands.items()
        for option in command.params
        if option.opts[0] == "--on"
    }
    assert defaults == KEYS


def test_whoami_names_the_team_and_the_mode(tmp_path: Path, sandbox: dict[str, str]) -> None:
    ended = call("whoami", folder=tmp_path, given=sandbox)
    assert ended.code == 0
    assert ended.out.splitlines()[:4] == [
        "Team: team_sandbox",
        "Name: Comercializadora de Prueba",
        "RFC: CPR180412QX1",
        "Mode: test",
    ]
    [facts] = call("whoami", "--json", folder=tmp_path, given=sandbox).values
    assert (facts["team"], facts["livemode"]) == ("team_sandbox", False)
    assert sandbox["GIGSTACK_API_KEY"] not in ended.out + ended.err


def test_whoami_proves_a_key_that_names_no_team(tmp_path: Path, sandbox: dict[str, str]) -> None:
    ended = call("whoami", folder=tmp_path, given={**sandbox, "GIGSTACK_API_KEY": "opaque"})
    assert (ended.code, ended.out) == (3, "")
    assert "invalid_token" in ended.err


def checks_of(ended: Ended) -> dict[str, str]:
    return {line["check"]: line["status"] for line in ended.values}


def test_the_doctor_finds_everything_in_order(tmp_path: Path, sandbox: dict[str, str]) -> None:
    ended = call("doctor", "--json", folder=tmp_path, given=sandbox)
    assert ended.code == 0
    assert {*checks_of(ended).values()} == {"ok"}
    assert list(checks_of(ended)) == [
        *("python", "package", "extras", "profiles", "base_url", "proxy", "dns", "tls"),
        *("key", "call", "clock"),
    ]
    shown = call("doctor", "--lang", "es", folder=tmp_path, given=sandbox)
    assert shown.out.startswith("Estado  Revisión")
    assert "sin TLS, en esta computadora" in shown.out
    assert sandbox["GIGSTACK_API_KEY"] not in shown.out + ended.out


@pytest.mark.usefixtures("without_waits")
@pytest.mark.parametrize(
    ("given", "failing"),
    [
        ({}, {"key"}),
        ({"GIGSTACK_API_KEY": "opaque"}, {"key"}),
        ({"GIGSTACK_API_KEY": "a b"}, {"key"}),
        ({"GIGSTACK_API_BASE_URL": "http://127.0.0.1:1/v2"}, {"call"}),
        ({"GIGSTACK_API_BASE_URL": "https://127.0.0.1:1/v2"}, {"tls", "call"}),
        ({"GIGSTACK_API_BASE_URL": "http://gigstack.invalid/v2"}, {"base_url"}),
    ],
)
def test_the_doctor_finds_what_prevents_calls(
    tmp_path: Path,
    sandbox: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    given: dict[str, str],
    failing: set[str],
) -> None:
    variables = {**sandbox, **given}
    if not given:
        del variables["GIGSTACK_API_KEY"]
        monkeypatch.setattr(network, "PUBLIC", sandbox["GIGSTACK_API_BASE_URL"])
    ended = call("doctor", "--json", folder=tmp_path, given=variables)
    assert ended.code == 3
    found = {check for check, status in checks_of(ended).items() if status == "fail"}
    assert found == failing


@pytest.mark.usefixtures("without_waits")
def test_the_doctor_shows_a_proxy_without_its_password(
    tmp_path: Path, sandbox: dict[str, str]
) -> None:
    given = {
        **sandbox,
        "GIGSTACK_API_BASE_URL": "https://gigstack.invalid/v2",
        "HTTPS_PROXY": "http://user:secret@127.0.0.1:1",
        "https_proxy": "http://user:secret@127.0.0.1:1",
        "NO_PROXY": "",
        "no_proxy": "",
    }
    ended = call("doctor", "--json", folder=tmp_path, given=given)
    by_name = {line["check"]: line for line in ended.values}
    assert by_name["proxy"]["detail"] == "127.0.0.1:1"
    assert (by_name["dns"]["status"], by_name["tls"]["status"]) == ("warn", "ok")
    assert "secret" not in ended.out + ended.err


def test_the_doctor_ends_at_a_profile_that_is_not_there(tmp_path: Path) -> None:
    ended = call("doctor", "--profile", "p", "--json", folder=tmp_path)
    assert (ended.code, checks_of(ended)["key"]) == (3, "fail")


@pytest.mark.parametrize(
    ("date", "status"),
    [(None, "warn"), ("yesterday", "warn"), ("Sat, 01 Jan 2000 00:00:00 GMT", "warn")],
)
def test_a_clock_that_differs_is_a_warning(date: str | None, status: str) -> None:
    assert network.check_clock(date).status == status


def test_rfcs_are_checked_offline(tmp_path: Path) -> None:
    ended = call("rfc", "check", "cacx7605101p8", "XAXX010101000", "ABC", folder=tmp_path)
    assert ended.code == 1
    lines = ended.out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["CACX7605101P8", "XAXX010101000", "ABC"]
    assert "natural" in lines[1]
    assert "An RFC has 3 or 4 letters" in lines[3]
    assert call("rfc", "check", "CACX7605101P8", folder=tmp_path).code == 0


def test_rfcs_are_looked_up_with_a_key(tmp_path: Path, sandbox: dict[str, str]) -> None:
    rfcs = ["CACX7605101P8", "EFO010101AB1", "ABC"]
    ended = call("rfc", "check", *rfcs, "--json", folder=tmp_path, given=sandbox)
    assert ended.code == 1
    assert [line["risky"] for line in ended.values] == [False, True, None]
    shown = call("rfc", "check", *rfcs, "--lang", "es", folder=tmp_path, given=sandbox)
    assert "no aparece" in shown.out
    assert "aparece: " in shown.out
    offline = call("rfc", "check", "--offline", *rfcs[:2], folder=tmp_path, given=sandbox)
    assert offline.out.count("not asked") == 2


def test_a_lookup_that_fails_is_shown(tmp_path: Path, sandbox: dict[str, str]) -> None:
    given = {**sandbox, "GIGSTACK_API_KEY": "opaque"}
    ended = call("rfc", "check", "CACX7605101P8", folder=tmp_path, given=given)
    assert "no answer: invalid_token" in ended.out


def test_catalogues_are_listed_shown_and_searched(tmp_path: Path) -> None:
    listed = call("catalogs", folder=tmp_path)
    assert "tax-regime           " in listed.out
    shown = call("catalogs", "TaxObject", "--json", folder=tmp_path)
    assert shown.values[1] == {
        "catalog": "tax-object",
        "code": "02",
        "es": "Sí objeto de impuesto",
        "en": "Subject to tax",
    }
    found = call("catalogs", "--search", "regimen simplificado", folder=tmp_path, given={})
    assert "tax-regime  626" in found.out
    one = call("catalogs", "tax-regime", "--search", "626", folder=tmp_path)
    assert one.out.splitlines()[1].startswith("626")
    nothing = call("catalogs", "--search", "qwerty", folder=tmp_path)
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "No code has that text.\n")


def test_profiles_are_stored_used_listed_and_deleted(
    tmp_path: Path, sandbox: dict[str, str]
) -> None:
    key, base_url = sandbox["GIGSTACK_API_KEY"], sandbox["GIGSTACK_API_BASE_URL"]
    add = ["profile", "add", "sandbox", "--base-url", base_url, "--team", "team_norte"]
    assert call("profile", "list", folder=tmp_path).err.startswith("There are no profiles in ")
    ended = call(*add, folder=tmp_path, typed=f"{key}\n")
    assert ended.code == 0
    assert key not in ended.out + ended.err
    call("profile", "add", "other", folder=tmp_path, typed="opaque")
    file = tmp_path / "config" / "gigstack" / "profiles.toml"
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    listed = call("profile", "list", folder=tmp_path)
    assert listed.out.splitlines()[1].split() == ["sandbox", "test", base_url, "team_norte", "yes"]
    assert key not in listed.out
    [first, second] = call("profile", "list", "--json", folder=tmp_path).values
    assert (first["default"], second["livemode"]) == (True, None)

    default = call("whoami", "--json", folder=tmp_path).values[0]
    assert (default["team"], default["source"]) == ("team_norte", "profile sandbox")
    by_environment = call("whoami", "--json", folder=tmp_path, given=sandbox).values[0]
    assert by_environment["team"] == "team_sandbox"
    named = call("whoami", "--profile", "sandbox", "--json", folder=tmp_path, given=sandbox)
    assert named.values[0]["team"] == "team_norte"
    missing = call("whoami", "--profile", "none", folder=tmp_path, given=sandbox)
    assert (missing.code, "there is no profile 'none'" in missing.err) == (3, True)

    assert call("profile", "add", "other", "--default", folder=tmp_path, typed="k").code == 0
    assert load_profiles(file).default == "other"
    assert call("profile", "remove", "other", folder=tmp_path).code == 0
    assert load_profiles(file).default is None
    assert "there is no key" in call("whoami", folder=tmp_path).err


@pytest.mark.parametrize(("typed", "code"), [("", 2), ("a b\n", 3)])
def test_a_key_that_cannot_be_one_is_not_stored(tmp_path: Path, typed: str, code: int) -> None:
    assert call("profile", "add", "p", folder=tmp_path, typed=typed).code == code
    assert not (tmp_path / "config").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_profiles_that_others_can_use_are_refused(tmp_path: Path, mode: int) -> None:
    call("profile", "add", "p", folder=tmp_path, typed="key")
    file = tmp_path / "config" / "gigstack" / "profiles.toml"
    file.chmod(mode)
    for line in ("whoami", "profile list", "profile add q"):
        ended = call(*line.split(), folder=tmp_path, typed="key")
        assert ended.code == 3
        assert "chmod 600" in ended.err
    assert checks_of(call("doctor", "--json", folder=tmp_path))["profiles"] == "warn"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other owners")
def test_profiles_of_somebody_else_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "profiles.toml"
    file.write_text("[profiles.p]\napi_key = 'k'\n")
    file.chmod(0o600)
    assert [*load_profiles(file).by_name] == ["p"]
    other = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: other)
    with pytest.raises(Refused, match="another user") as caught:
        load_profiles(file)
    assert caught.value.code == 3


@pytest.mark.parametrize(
    ("is_end", "value", "time"),
    [
        (False, "2026-05-31", datetime(2026, 5, 31)),
        (True, "2026-05-31", datetime(2026, 5, 31, 23, 59, 59)),
        (True, "2026-05-31T10:00", datetime(2026, 5, 31, 10)),
        (True, datetime(2026, 5, 31, tzinfo=UTC), datetime(2026, 5, 31, tzinfo=UTC)),
    ],
)
def test_a_range_of_days_holds_its_last_day(is_end: bool, value: object, time: datetime) -> None:
    found = Day(is_end=is_end).convert(value, None, None)
    assert (found, found.tzinfo) == (time.astimezone(UTC), UTC)


@pytest.mark.parametrize(
    "content",
    [
        b"[profiles.p",
        b"\xff\xfe",
        b"profiles = 1",
        b"default = 1",
        b"[profiles]\np = 1",
        b"[profiles.p]\napi_key = 1",
        b"[profiles.p]\napi_key = 'k'\nteam = 1",
        b"[profiles.p]\napi_key = 'k'\nbase_url = 1",
    ],
)
def test_a_damaged_file_of_profiles_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "config" / "gigstack" / "profiles.toml"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    file.chmod(0o600)
    ended = call("whoami", folder=tmp_path)
    assert ended.code == 3
    assert "profiles.toml cannot be read" in ended.err


def test_profiles_are_in_the_configuration_of_the_user() -> None:
    if sys.platform != "win32":
        assert profiles_file({"HOME": "/h"}) == Path("/h/.config/gigstack/profiles.toml")
        assert profiles_file({"HOME": "/h", "XDG_CONFIG_HOME": "/x"}).parts[1] == "x"


def test_a_profile_is_used_at_the_public_api(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIGSTACK_API_BASE_URL", raising=False)
    assert Gigstack("key").base_url == PUBLIC


def test_the_receiver_shows_the_events_of_the_demo_business(tmp_path: Path) -> None:
    ended = call(
        *("webhooks", "listen", "--port", "0", "--replay", "--count", "3", "--json"),
        folder=tmp_path,
        given={"GIGSTACK_WEBHOOK_SECRET": SIGNING_SECRET},
    )
    assert ended.code == 0
    assert len(ended.values) == 3
    assert {event["type"] for event in ended.values} <= {"service.created", "customer.created"}
    assert "Signatures are checked." in ended.err
    assert "3 events" in ended.err


def test_the_receiver_refuses_what_is_not_an_event(tmp_path: Path) -> None:
    with started("webhooks", "listen", "--port", "0", "--count", "1", folder=tmp_path) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        url = process.stderr.readline().split()[2]
        assert "signatures are not checked" in process.stderr.readline()
        assert httpx.get(url).status_code == 405
        assert httpx.post(url, content=b"{}").status_code == 400
        assert "refused: the body is not a gigstack event" in process.stderr.readline()
        head = "POST / HTTP/1.1\r\ncontent-length: 99999999\r\n\r\n"
        with socket.create_connection((httpx.URL(url).host, httpx.URL(url).port or 0)) as large:
            large.sendall(head.encode())
            assert large.recv(100).startswith(b"HTTP/1.1 413")
        many = {f"x-{number}": "1" for number in range(120)}
        assert httpx.post(url, headers=many).status_code == 400
        event = {"type": "a.b\x1b[2J", "created": 1780290000, "data": {"object": {"id": "x"}}}
        assert httpx.post(url, json=event).status_code == 204
        shown = process.stdout.readline()
        assert "a.b\N{REPLACEMENT CHARACTER}[2J  x" in shown
        assert process.wait() == 0
        assert process.stderr.read() == "1 event\n"


def test_a_subscription_lasts_as_long_as_the_receiver(
    tmp_path: Path, sandbox: dict[str, str]
) -> None:
    line = ["webhooks", "listen", "--port", "0", "--count", "1", "--subscribe"]
    with started(*line, folder=tmp_path, given=sandbox) as process:

        async def create() -> int:
            key, base_url = sandbox["GIGSTACK_API_KEY"], sandbox["GIGSTACK_API_BASE_URL"]
            async with Gigstack(key, base_url=base_url) as gig:
                while not (await gig.webhooks.list()).data:
                    await anyio.lowlevel.checkpoint()
                await gig.clients.create(name="Ana")
                await anyio.to_thread.run_sync(process.wait)
                return len((await gig.webhooks.list()).data)

        assert anyio.run(create) == 0
        assert process.stdout is not None
        assert process.stderr is not None
        assert "customer.created" in process.stdout.read()
        process.stderr.read()


def test_a_port_in_use_ends_with_3(tmp_path: Path, free_port: int) -> None:
    for line in ("webhooks listen", "sandbox"):
        ended = call(*line.split(), "--port", str(free_port), folder=tmp_path)
        assert ended.code == 3
        assert f"port {free_port}" in ended.err


def lost_client(sandbox: dict[str, str], name: str) -> bytes:
    """The record of a client whose answer was lost."""

    async def create() -> bytes:
        key, base_url = sandbox["GIGSTACK_API_KEY"], sandbox["GIGSTACK_API_BASE_URL"]
        async with Gigstack(key, base_url=base_url, retries=AT_ONCE) as gig:
            with pytest.raises(OutcomeUnknownError) as raised:
                await gig.clients.create(name=name, email=f"{name}@ejemplo.com")
            return write_record(raised.value)

    return anyio.run(create)


def test_a_lost_call_is_looked_up(tmp_path: Path) -> None:
    record = tmp_path / "error.json"
    line = ["reconcile", str(record), "--settle", "0"]
    faults = (f"{fault} operation=create_client" for fault in ("cut_after", "cut_before"))
    with running(*(word for fault in faults for word in ("--fault", fault))) as sandbox:
        for done, said in ((True, "It was done"), (False, "It was not done")):
            record.write_bytes(lost_client(sandbox, "Perdida" if done else "Otra"))
            ended = call(*line, folder=tmp_path, given=sandbox)
            assert (ended.code, said in ended.out) == (0, True)
            found = call(*line, "--json", folder=tmp_path, given=sandbox).values[0]
            assert found["done"] is done
            assert (found["id"] is not None) is done
    assert json.loads(record.read_text())["sent"]["operation"] == "clients.create"
