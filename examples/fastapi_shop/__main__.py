"""Starts a sandbox and the shop on this machine; Ctrl+C stops both."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
from secrets import token_urlsafe

import anyio
import uvicorn

from gigstack_api import Gigstack
from scripts.sandbox_process import running

from .app import create_app
from .webhooks import EVENTS


def main() -> None:
    """Serves until the process is interrupted or terminated."""
    parser = argparse.ArgumentParser(prog="python -m examples.fastapi_shop")
    parser.add_argument(
        "--port",
        type=int,
        default=8000,
        help="port of the shop; 0 picks a free one (default: %(default)s)",
    )
    port: int = parser.parse_args().port
    # uvicorn stops at these signals and raises them again: then the sandbox must be stopped too.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, exit_cleanly)

    try:
        listener = socket.create_server(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        sys.exit(f"shop: cannot listen on port {port} ({error}); --port 0 picks a free one")
    with listener, running() as environment:
        os.environ.update(environment)  # read by Gigstack()
        address, secret = f"http://127.0.0.1:{listener.getsockname()[1]}", token_urlsafe()
        anyio.run(register_webhook, f"{address}/webhooks/gigstack/{secret}")
        print(f"gigstack sandbox: {environment['GIGSTACK_API_BASE_URL']}")
        print(f"shop: {address}  (press Ctrl+C to stop both)", flush=True)
        # No access log: the address of the webhook holds the secret.
        config = uvicorn.Config(create_app(secret), access_log=False, log_level="warning")
        uvicorn.Server(config).run(sockets=[listener])


def exit_cleanly(*_: object) -> None:
    """Exits through all `with` blocks."""
    sys.exit()


async def register_webhook(url: str) -> None:
    """Registers the address for webhooks at gigstack: done once per deployment."""
    async with Gigstack() as gig:
        await gig.webhooks.create(url=url, events=EVENTS, description="examples/fastapi_shop")


if __name__ == "__main__":
    main()
