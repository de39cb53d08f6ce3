"""`python -m gigstack_api.sandbox`: serves the sandbox on this machine."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .deliveries import SIGNING_SECRET
from .faults import Fault, parse
from .http.routing import PREFIX
from .http.server import listen, reached_at, server
from .local import Sandbox
from .seeds import SEEDS
from .spec import operations
from .state import State
from .storage import check_place, load, save

if TYPE_CHECKING:
    import uvicorn

LEVELS = ("critical", "error", "warning", "info", "debug")
"""Without uvicorn's `trace`, which logs every header and address."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Serves until interrupted.

    The base URL and the test key are printed as soon as connections are accepted.

    Raises:
        SystemExit: 1, it cannot listen there, or the state file cannot be used, or not be written
            at the end; 2, invalid arguments.
    """
    options = parser().parse_args(arguments)
    try:
        sandbox = Sandbox(
            allowed_hosts=options.allow_host,
            signing_secret=options.signing_secret,
            host_names=[options.host, *options.host_name],
            lenient=options.lenient,
            spec=options.spec,
        )
        sandbox.state.search_lag_s = options.search_lag
        for fault in options.fault:
            sandbox.faults.add(fault)
        kept: Path | None = options.state
        remembered = kept is not None and _is_loaded(sandbox.state, kept)
        listener = listen(options.host, options.port)
    except ValueError as error:
        sys.exit(f"gigstack sandbox: {error.args[0]}")
    except OSError as error:
        reason = str(error.strerror).partition(" (")[0]  # the rest repeats the address
        sys.exit(
            f"gigstack sandbox: cannot listen on {options.host} port {options.port}: {reason}; "
            f"use --port 0 for a free port"
        )

    with listener:
        if options.seed is not None and not remembered:
            SEEDS[options.seed](sandbox.state, reached_at(listener))
        extent = _extent(sandbox)
        memory = "in memory" if kept is None else f"kept in {kept.name}"
        serving = server(sandbox.app, log_level=options.log_level, owns_loop=True)
        try:
            with _ended_by_signals(
                serving
            ):  # before the URL is printed: whoever reads it may stop the server at once
                print(
                    f"gigstack sandbox: {extent}, {memory}, teams {', '.join(sandbox.state.teams)}"
                )
                print(f"export GIGSTACK_API_BASE_URL={reached_at(listener)}{PREFIX}")
                print(f"export GIGSTACK_API_KEY={sandbox.key()}", flush=True)
                serving.run(sockets=[listener])
        finally:
            if kept is not None:
                _keep(sandbox.state, kept)


def _extent(sandbox: Sandbox) -> str:
    """How many operations there are, and how many of them are answered from the spec alone."""
    ours = {(operation.id, operation.method, operation.path) for operation in operations()}
    served = sandbox.spec.operations
    imitated = sum((one.id, one.method, one.path) in ours for one in served)
    if imitated == len(served):
        return f"{imitated} of {len(operations())} operations"
    return f"{imitated} operations of gigstack, {len(served) - imitated} others from the spec"


def _is_loaded(state: State, kept: Path) -> bool:
    """Whether there is a file of an earlier run, which is loaded then.

    Raises:
        ValueError: it is not a state, or a state cannot be saved there.
    """
    check_place(kept)
    if not kept.exists():
        return False
    load(state, kept)
    return True


def _keep(state: State, kept: Path) -> None:
    """Saves the state, or if that fails a copy of it elsewhere.

    Raises:
        SystemExit: it is not saved in its file; the message says where it is.
    """
    try:
        save(state, kept)
    except OSError as error:
        outcome = "what this run changed is lost"
        with suppress(OSError):
            spare = Path(tempfile.mkdtemp(prefix="gigstack-sandbox-")) / kept.name
            save(state, spare)
            outcome = f"it is in {spare}"
        sys.exit(
            f"gigstack sandbox: cannot save the state: {kept}: {error.strerror}. The file is as it "
            f"was before; {outcome}"
        )


@contextmanager
def _ended_by_signals(serving: uvicorn.Server) -> Generator[None]:
    """Lets Ctrl+C, SIGTERM and a closed terminal stop the server quietly inside the block.

    uvicorn raises the signal again after it has stopped, which would end the process before the
    state is saved.
    """

    def end(*_: object) -> None:
        serving.should_exit = True

    numbers = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
        numbers.append(signal.SIGHUP)  # nohup ignores it
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m gigstack_api.sandbox",
        description="A local gigstack to develop and test against. Stop it with Ctrl+C.",
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on (default: %(default)s, this machine only)",
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=4010,
        help="port to listen on; 0 for a free one (default: %(default)s)",
    )
    parser.add_argument("--seed", choices=tuple(SEEDS), help="data to start with")
    parser.add_argument(
        "--spec",
        type=Path,
        metavar="FILE",
        help="serve this OpenAPI document; other operations than those of gigstack are answered "
        "from its examples and schemas",
    )
    parser.add_argument(
        "--state",
        type=Path,
        metavar="FILE",
        help="load the state from this file, and save it there at the end",
    )
    parser.add_argument(
        "--fault",
        type=_fault,
        action="append",
        default=[],
        metavar="FAULT",
        help="calls that fail: 'status=503 times=2', "
        "'cut_after operation=create_client chance=0.1 times=always'; may be repeated",
    )
    parser.add_argument(
        "--search-lag",
        type=float,
        default=0.0,
        metavar="SECONDS",
        help="how long searches do not find new resources (default: %(default)s)",
    )
    parser.add_argument(
        "--lenient",
        action="store_true",
        help="stamp documents that the SAT's matrices of errors refuse",
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="HOST",
        help="a host other than this machine that webhooks may be posted to; may be repeated",
    )
    parser.add_argument(
        "--signing-secret",
        default=SIGNING_SECRET,
        metavar="SECRET",
        help="what webhooks are signed with (default: %(default)s)",
    )
    parser.add_argument(
        "--host-name",
        action="append",
        default=[],
        metavar="NAME",
        help="a name that the sandbox is reached by besides those of this machine and --host, "
        "such as that of a container; may be repeated",
    )
    parser.add_argument(
        "--log-level",
        choices=LEVELS,
        default="warning",
        help="log level of the server (default: %(default)s; info logs a line for each request)",
    )
    return parser


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"expected a port from 0 to {2**16 - 1}, not {text!r}")
    return int(text)


def _fault(text: str) -> Fault:
    try:
        return parse(text)
    except (ValueError, TypeError) as error:
        raise argparse.ArgumentTypeError(str(error.args[0])) from error


if __name__ == "__main__":
    main()
