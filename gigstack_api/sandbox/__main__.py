"""`python -m gigstack_api.sandbox`: serves the sandbox on this machine."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import Fault, parse
from .http.routing import HANDLERS, PREFIX
from .http.server import listen, reached_at, server
from .local import Sandbox
from .seeds import SEEDS
from .spec import operations
from .storage import load, save

if TYPE_CHECKING:
    import uvicorn

LEVELS = ("critical", "error", "warning", "info", "debug")
"""Without uvicorn's `trace`, which logs every header and address."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Serves until interrupted.

    The base URL and the test key are printed as soon as connections are accepted.

    Raises:
        SystemExit: 1, it cannot listen there, or the state file cannot be read; 2, invalid
            arguments.
    """
    options = _parser().parse_args(arguments)
    sandbox = Sandbox(
        allowed_hosts=options.allow_host, host_names=[options.host, *options.host_name]
    )
    sandbox.state.search_lag_s = options.search_lag
    try:
        for fault in options.fault:
            sandbox.faults.add(fault)
        kept: Path | None = options.state
        remembered = kept is not None and kept.exists()
        if kept is not None and remembered:
            load(sandbox.state, kept)
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
        extent = f"{len(HANDLERS)} of {len(list(operations()))} operations"
        memory = "in memory" if kept is None else f"kept in {kept.name}"
        serving = server(sandbox.app, log_level=options.log_level)
        with _ended_by_signals(
            serving
        ):  # before the URL is printed: whoever reads it may stop the server at once
            print(f"gigstack sandbox: {extent}, {memory}, teams {', '.join(sandbox.state.teams)}")
            print(f"GIGSTACK_API_BASE_URL={reached_at(listener)}{PREFIX}")
            print(f"GIGSTACK_API_KEY={sandbox.key()}", flush=True)
            serving.run(sockets=[listener])

    if kept is not None:
        save(sandbox.state, kept)


@contextmanager
def _ended_by_signals(serving: uvicorn.Server) -> Generator[None]:
    """Lets Ctrl+C and SIGTERM stop the server quietly inside the block.

    uvicorn raises the signal again after it has stopped, which would end the process before the
    state is saved.
    """

    def end(*_: object) -> None:
        serving.should_exit = True

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _parser() -> argparse.ArgumentParser:
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
        "--allow-host",
        action="append",
        default=[],
        metavar="HOST",
        help="a host other than this machine that webhooks may be posted to; may be repeated",
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
