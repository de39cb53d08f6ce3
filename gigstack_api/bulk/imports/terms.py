"""How an import is carried out, whatever its resource."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self, TypedDict

from ..._core.schema.annotations import resolvable
from ..._core.schema.data import Data
from ...client import Gigstack
from ...errors import InvalidArgumentError
from ..columns import ColumnMap
from ..journal import Journal
from ..results import OnProgress
from .checking import RowChecks
from .stop import Stop

if TYPE_CHECKING:
    from ..cluster import Workers


class RunOptions(TypedDict, total=False):
    """The options of all imports, wherever they are carried out."""

    team: str | None
    """Id of the team to act for."""
    columns: ColumnMap | None
    """Which column holds which field; without it the columns are named like the fields."""
    concurrency: int
    """How many rows are in flight at once; by default 8."""
    journal: Journal | str | Path | None
    """A journal, or its path. With it a run goes on where an earlier one ended."""
    checks: RowChecks
    """Fiscal checks before a row is sent, by default "off". "warn" adds findings to its result,
    "error" also fails rows that the SAT would refuse.
    """
    limit: int | None
    """The most rows to do in this run."""
    dry_run: bool
    """Only converts and checks. Rows that would be sent are `skipped`, and no journal is used."""
    progress: OnProgress | None
    """Called a few times per second."""
    stop: Stop | None
    """Ends the run early."""
    settle_s: float | None
    """How long a write whose answer was lost may still be under way (seconds); by default as long
    as the API may take.
    """


@resolvable
class ImportOptions(RunOptions, total=False):
    """The options of all imports: those of `RunOptions`, and workers."""

    workers: Workers | None
    """Workers of `open_workers`, which send the rows; `concurrency` is for all of them together."""


class Terms(Data, frozen=True, kw_only=True):
    """The options of an import, with the client."""

    gig: Gigstack
    team: str | None = None
    columns: ColumnMap | None = None
    concurrency: int = 8
    journal: Journal | str | Path | None = None
    checks: RowChecks = "off"
    limit: int | None = None
    dry_run: bool = False
    progress: OnProgress | None = None
    stop: Stop | None = None
    settle_s: float | None = None
    workers: Workers | None = None

    in_repr = ("concurrency", "limit", "dry_run")

    @classmethod
    def of(cls, gig: Gigstack, options: ImportOptions) -> Self:
        """The terms that options stand for.

        Raises:
            InvalidArgumentError: one of them is invalid.
        """
        terms = cls(gig=gig, **options)
        if terms.checks not in {"off", "warn", "error"}:
            raise InvalidArgumentError(
                f"checks must be 'off', 'warn' or 'error', not {terms.checks!r}"
            )
        least = {"concurrency": 1, "limit": 0, "settle_s": 0}
        for name, number in least.items():
            value = getattr(terms, name)
            if value is not None and not value >= number:
                raise InvalidArgumentError(f"{name} must be at least {number}, not {value}")
        if terms.columns is not None:
            terms.columns.check()
        return terms

    @property
    def settings(self) -> dict[str, object]:
        """The settings that the results depend on, as JSON values."""
        pairs = None if self.columns is None else [list(pair) for pair in self.columns.pairs]
        return {
            "base_url": self.gig.base_url,
            "team": self.team or self.gig.team or self.gig.key_team,
            "livemode": self.gig.livemode,
            "columns": pairs,
        }
