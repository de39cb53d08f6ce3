"""`python -m gigstack_api.sandbox`: serves the sandbox on this machine."""

from __future__ import annotations

import argparse
import socket

import uvicorn

from .app import HANDLERS, PREFIX
from .local import Sandbox


def main() -> None:
    """Serves until interrupted; prints base URL and test key first."""
    parser = argparse.ArgumentParser(
        prog="python -m gigstack_api.sandbox", description="A local gigstack to develop and test against."
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s, this machine only)")
    parser.add_argument("--port", type=int, default=4010, help="port to listen on; 0 for a free one (default: %(default)s)")
    parser.add_argument("--log-level", default="warning", help="of the server (default: %(default)s; info for an access log)")
    arguments = parser.parse_args()

    sandbox = Sandbox()
    config = uvicorn.Config(sandbox.app, log_level=arguments.log_level)
    with socket.socket(socket.AF_INET6 if ":" in arguments.host else socket.AF_INET) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((arguments.host, arguments.port))
        host, port = listener.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"gigstack sandbox: {len(HANDLERS)} of 109 operations, in memory, teams {', '.join(sandbox.state.teams)}")
        print(f"GIGSTACK_API_BASE_URL=http://{shown}:{port}{PREFIX}")
        print(f"GIGSTACK_API_KEY={sandbox.key()}", flush=True)
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
