"""Apps of users on a sandbox."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI

from gigstack_api import Gigstack, RetryPolicy
from gigstack_api.fastapi import WebhookRouter, gigstack_lifespan, problem_handlers
from gigstack_api.sandbox import Sandbox

SECRET = "of-the-receiver-0123"
ADDRESS = f"/webhooks/gigstack/{SECRET}"


def client_factory(sandbox: Sandbox) -> Callable[[], Gigstack]:
    """A factory of clients on a sandbox, which retry without waiting."""
    return lambda: sandbox.client(retries=RetryPolicy(base_s=0, settle_s=0))


def app_with(hooks: WebhookRouter, sandbox: Sandbox | None = None) -> FastAPI:
    """An app with a webhook router, whose handlers are already registered."""
    app = FastAPI(
        lifespan=gigstack_lifespan(client_factory(sandbox or Sandbox())),
        exception_handlers=problem_handlers,
    )
    app.include_router(hooks)
    return app
