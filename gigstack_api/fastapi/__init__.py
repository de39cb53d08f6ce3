"""FastAPI and Starlette support: a shared client, problem details, a router for webhooks."""

from __future__ import annotations

from importlib.util import find_spec

if find_spec("fastapi") is None:
    raise ImportError("gigstack_api.fastapi needs FastAPI: pip install 'gigstack-api[fastapi]'")

from .dependencies import GigstackDep, gigstack, gigstack_lifespan
from .problems import problem_handlers
from .responses import problem_responses
from .teams import MissingTeam, team_from, team_from_header, team_from_path
from .webhooks import WebhookRouter

__all__ = [
    "GigstackDep",
    "MissingTeam",
    "WebhookRouter",
    "gigstack",
    "gigstack_lifespan",
    "problem_handlers",
    "problem_responses",
    "team_from",
    "team_from_header",
    "team_from_path",
]
