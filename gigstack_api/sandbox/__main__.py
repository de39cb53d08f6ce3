"""`python -m gigstack_api.sandbox`: serves the sandbox on this machine."""

from __future__ import annotations

import argparse
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress

from .app import HANDLERS, PREFIX
from .local import Sandbox
from .spec import operations

try:
    import uvicorn
except ModuleNotFoundError as error:
    sys.exit(f"the sandbox needs {error.name}: pip install 'gigstack-api[sandbox]'")

LEVELS = ("critical", "error", "warning", "info", "debug", "trace")


def main(arguments: Sequence[str] | None = None) -> None:
    """Serves until interrupted; prints base URL and test key first, when connections are already accepted.

    Raises:
        SystemExit: 1, it cannot listen there; 2, the arguments make no sense.
    """
    options = _parser().parse_args(arguments)
    sandbox = Sandbox()
    try:
        listener = listen(options.host, options.port)
    except OSError as error:
        reason = str(error.strerror).partition(" (")[0]  # the rest repeats the address
        sys.exit(f"gigstack sandbox: cannot listen on {options.host} port {options.port}: {reason}; --port 0 takes a free one")
    with listener:
        extent = f"{len(HANDLERS)} of {len(list(operations()))} operations"
        print(f"gigstack sandbox: {extent}, in memory, teams {', '.join(sandbox.state.teams)}")
        print(f"GIGSTACK_API_BASE_URL=http://{_reached_at(listener)}{PREFIX}")
        print(f"GIGSTACK_API_KEY={sandbox.key()}", flush=True)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(uvicorn.Config(sandbox.app, log_level=options.log_level)).run(sockets=[listener])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m gigstack_api.sandbox", description="A local gigstack to develop and test against. Stop it with Ctrl+C."
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s, this machine only)")
    parser.add_argument("--port", type=_port, default=4010, help="port to listen on; 0 for a free one (default: %(default)s)")
    parser.add_argument(
        "--log-level", choices=LEVELS, default="warning", help="of the server (default: %(default)s; info for an access log)"
    )
    return parser


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {2**16 - 1}, not {text!r}")
    return int(text)


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections from now on, so that whoever reads our address can use it at once.

    Raises:
        OSError: the port is taken, or the address is none of this machine.
    """
    listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or each answer waits 40 ms: asyncio spares accepted sockets
    return listener


def _reached_at(listener: socket.socket) -> str:
    """Host and port for a URL; an address that stands for all of this machine's is reached at its loopback."""
    name: tuple[str, int] = listener.getsockname()[:2]
    host, port = name
    host = "127.0.0.1" if host == "0.0.0.0" else "::1" if host == "::" else host  # noqa: S104 - compared, not bound
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


if __name__ == "__main__":
    main()
