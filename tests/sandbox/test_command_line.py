"""`python -m gigstack_api.sandbox`, as a process of its own."""

from __future__ import annotations

import importlib
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import anyio
import pytest

from gigstack_api import Gigstack
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.__main__ import main
from gigstack_api.sandbox.seeds import seed_demo
from scripts.spec.model import operation_count

COMMAND = [sys.executable, "-m", "gigstack_api.sandbox"]


@contextmanager
def started(*arguments: str) -> Generator[tuple[subprocess.Popen[str], list[str]]]:
    """The process, and the lines it prints until it is ready."""
    with subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process, [process.stdout.readline().rstrip() for _ in range(3)]
        finally:
            process.kill()


def test_it_prints_its_url_and_stops_quietly_on_ctrl_c() -> None:
    with started("--port", "0") as (process, lines):
        count = operation_count()
        assert re.fullmatch(
            rf"gigstack sandbox: \d+ of {count} operations, in memory, teams team_sandbox, .*",
            lines[0],
        )
        names, values = zip(*(line.split("=", 1) for line in lines[1:]), strict=True)
        assert names == ("export GIGSTACK_API_BASE_URL", "export GIGSTACK_API_KEY")

        async def play() -> None:
            async with Gigstack(values[1], base_url=values[0]) as gig:
                made = await gig.clients.create(name="A")
                assert [client.id async for client in gig.clients.list()] == [made.id]

        anyio.run(play)
        process.send_signal(signal.SIGINT)
        rest, complaints = process.communicate(timeout=20)
        assert (process.returncode, rest, complaints) == (0, "", "")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str, str]:
    """Exit code or message, output and complaints of a run that ends by itself."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    out, err = capsys.readouterr()
    return caught.value.code, out, err


def test_a_port_in_use_is_reported_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*COMMAND, "--port", port], capture_output=True, text=True, check=False
        )
    assert (done.returncode, done.stdout) == (1, "")
    start = f"gigstack sandbox: cannot listen on 127.0.0.1 port {port}: "
    assert re.fullmatch(re.escape(start) + r"[^\n]+; use --port 0 for a free port\n", done.stderr)


@pytest.mark.parametrize("host", ["192.0.2.1", "name.invalid", "::2:bad"])
def test_a_foreign_address_is_reported_in_one_line(
    capsys: pytest.CaptureFixture[str], host: str
) -> None:
    code, out, err = run(capsys, "--host", host, "--port", "0")
    assert str(code).startswith(f"gigstack sandbox: cannot listen on {host} port 0: ")
    assert "\n" not in str(code)
    assert (out, err) == ("", "")


@pytest.mark.parametrize("port", ["-1", "65536", "http", "", "\N{ARABIC-INDIC DIGIT THREE}"])
def test_a_port_is_a_number_of_16_bits(capsys: pytest.CaptureFixture[str], port: str) -> None:
    code, _, err = run(capsys, f"--port={port}")
    assert code == 2
    assert f"expected a port from 0 to 65535, not {port!r}" in err


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    options = (
        "--host",
        "--port",
        "--seed",
        "--state",
        "--fault",
        "--allow-host",
        "--host-name",
        "--signing-secret",
        "--log-level",
        "Ctrl+C",
    )
    assert all(option in out for option in options)


SHOWN = [
    ("127.0.0.1", "127.0.0.1"),
    ("localhost", "127.0.0.1"),
    ("0.0.0.0", "127.0.0.1"),
    ("::1", "[::1]"),
    ("::", "[::1]"),
]


@pytest.mark.parametrize(("host", "shown"), SHOWN)
def test_the_address_printed_is_one_the_sdk_takes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, host: str, shown: str
) -> None:
    if ":" in host and not has_ipv6():
        pytest.skip("this machine has no IPv6")

    def ended_at_once(_: object, sockets: list[socket.socket]) -> None:
        assert len(sockets) == 1

    monkeypatch.setattr("uvicorn.Server.run", ended_at_once)
    main(["--host", host, "--port", "0"])
    base_url = capsys.readouterr().out.splitlines()[1].partition("=")[2]
    assert re.fullmatch(rf"http://{re.escape(shown)}:[1-9]\d*/v2", base_url)
    assert repr(base_url) in repr(Gigstack("key", base_url=base_url))


def has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


def test_a_missing_extra_names_its_install_command() -> None:
    code = (
        "import runpy, sys\nsys.modules['starlette'] = None\n"
        "runpy.run_module('gigstack_api.sandbox', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(
        "the sandbox needs starlette: pip install 'gigstack-api[sandbox]'"
    )


def test_a_missing_library_is_named_at_import(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("gigstack_api.sandbox")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(
        ModuleNotFoundError, match=r"the sandbox needs pypdf: pip install 'gigstack-api\[sandbox\]'"
    ):
        importlib.import_module("gigstack_api.sandbox")


@pytest.mark.parametrize("fault", ["status=200", "cut", "status=503 operation="])
def test_an_invalid_fault_is_reported(capsys: pytest.CaptureFixture[str], fault: str) -> None:
    code, _, err = run(capsys, "--fault", fault)
    assert code == 2
    assert "argument --fault" in err


def test_a_fault_for_an_unknown_operation_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, _ = run(capsys, "--port", "0", "--fault", "status=503 operation=create_clients")
    assert "unknown operation 'create_clients'" in str(code)


def test_a_file_without_state_is_reported(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "state.json"
    for content in ("[]", "{", '{"version": 2}'):
        file.write_text(content, encoding="utf-8")
        code, _, _ = run(capsys, "--port", "0", "--state", str(file))
        assert str(code).startswith("gigstack sandbox: state.json holds no state of this sandbox: ")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
def test_the_state_is_saved_on_sigterm(tmp_path: Path) -> None:
    with started("--port", "0", "--state", str(tmp_path / "state.json")) as (process, _):
        process.send_signal(signal.SIGTERM)
        rest, complaints = process.communicate(timeout=20)
        assert (process.returncode, rest, complaints) == (0, "", "")
    assert (tmp_path / "state.json").exists()


def test_a_state_is_kept_across_runs(tmp_path: Path) -> None:
    arguments = ("--port", "0", "--seed", "demo", "--state", str(tmp_path / "state.json"))
    seen: list[list[str | None]] = []
    for _ in range(2):
        with started(*arguments) as (process, lines):
            assert "kept in state.json" in lines[0]
            base_url, key = (line.partition("=")[2] for line in lines[1:])

            async def play(base_url: str, key: str) -> list[str | None]:
                async with Gigstack(key, base_url=base_url) as gig:
                    await gig.clients.upsert(on="name", name="Kept")
                    assert len(await gig.clients.list()) > 1
                    return [invoice.uuid async for invoice in gig.income_invoices.list()]

            seen.append(anyio.run(play, base_url, key))
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
    assert seen[0] == seen[1]
    assert len(seen[0]) == 2


def test_the_demo_is_a_small_business_that_fits_together() -> None:
    sandbox = Sandbox(check_answers=True)
    seed_demo(sandbox.state, "http://127.0.0.1:4010")

    async def play() -> None:
        gig = sandbox.client(strict=True)
        invoices = await gig.income_invoices.list().collect()
        assert sorted(invoice.payment_method or "" for invoice in invoices) == ["PPD", "PUE"]
        (deferred,) = [invoice for invoice in invoices if invoice.payment_method == "PPD"]
        assert deferred.last_balance == (deferred.total or 0) - 20000
        assert len(await gig.payment_complements.list()) == 1
        assert {payment.status for payment in await gig.payments.list()} == {
            "succeeded",
            "requires_payment_method",
        }
        assert len(await gig.receipts.list(status="pending")) == 2

    anyio.run(play)
