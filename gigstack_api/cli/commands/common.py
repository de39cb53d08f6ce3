"""Options that several commands share, and how their work is run."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import anyio
import click

from ..exits import Exit, Refused
from ..framework import Day, Pair, flag, option
from ..texts import text

if TYPE_CHECKING:
    from ..._core.operations.operation import Operation


def output_options() -> list[click.Parameter]:
    """`--json` and `--quiet`."""
    return [flag("--json", "as_json", key="json"), flag("--quiet", key="quiet")]


def profile_option() -> click.Option:
    """`--profile`."""
    return option("--profile", key="profile", metavar="name")


def team_option() -> click.Option:
    """`--team`."""
    return option("--team", key="team", metavar="id")


def filter_options() -> list[click.Parameter]:
    """`--created-gte`, `--created-lte` and `--metadata`."""
    return [
        option("--created-gte", key="created_gte", type=Day(), metavar="date"),
        option("--created-lte", key="created_lte", type=Day(is_end=True), metavar="date"),
        option("--metadata", key="metadata", type=Pair(), multiple=True, metavar="pair"),
    ]


def check_period(since: datetime | None, until: datetime | None) -> None:
    """Refuses a period that ends before it begins: nothing would be in it."""
    if since is not None and until is not None and until < since:
        raise Refused(text("error.period"), Exit.WRONG_USE)


def run_async(work: Callable[[], Awaitable[int]]) -> int:
    """The exit code of a coroutine, run to its end."""
    return anyio.run(work)


def resource_text(resource: str) -> str:
    """The name of a resource."""
    return text(f"noun.{resource}")


def first_page(operation: Operation[Any]) -> Operation[Any]:
    """The operation of a list with one item: the smallest call that needs a key."""
    return operation.with_query({"limit": "1"})


def as_metadata(pairs: tuple[tuple[str, str], ...]) -> Mapping[str, str] | None:
    """The pairs of `--metadata`; None if there are none."""
    return dict(pairs) or None
