"""Starts a sandbox and the shop, both on this machine; Ctrl+C ends both."""

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

from .app import shop
from .hooks import EVENTS


def main() -> None:
    """Serves until it is interrupted, or told to end."""
    parser = argparse.ArgumentParser(prog="python -m examples.fastapi_shop")
    parser.add_argument(
        "--port",
        type=int,
        default=8000,
        help="of the shop; 0 for a free one (default: %(default)s)",
    )
    port: int = parser.parse_args().port
    for number in (
        signal.SIGINT,
        signal.SIGTERM,
    ):  # uvicorn ends well, and raises the signal again: the sandbox must end too
        signal.signal(number, end)
    try:
        listener = socket.create_server(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        sys.exit(f"shop: cannot listen on port {port} ({error}); --port 0 takes a free one")
    with listener, running() as environment:
        os.environ.update(environment)  # where Gigstack() looks
        address, secret = f"http://127.0.0.1:{listener.getsockname()[1]}", token_urlsafe()
        anyio.run(register, f"{address}/webhooks/gigstack/{secret}")
        print(f"sandbox of gigstack: {environment['GIGSTACK_API_BASE_URL']}")
        print(f"shop, hears its webhooks: {address}  (Ctrl+C ends both)", flush=True)
        # No access log: the secret stands in the address of the webhook.
        uvicorn.Server(uvicorn.Config(shop(secret), access_log=False, log_level="warning")).run(
            sockets=[listener]
        )


def end(*_: object) -> None:
    """Leaves by all `with` blocks."""
    sys.exit()


async def register(url: str) -> None:
    """Tells gigstack where the webhooks go: once for each deployment of a shop."""
    async with Gigstack() as gig:
        await gig.webhooks.create(url=url, events=EVENTS, description="examples/fastapi_shop")


if __name__ == "__main__":
    main()
