"""Tasks, their results, and the job that does them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec.structs import replace

from ..._core.schema.data import Data
from ..._core.schema.models import get_path
from ...errors import (
    DeliveryError,
    GigstackError,
    InvalidArgumentError,
    RateLimitError,
    ServerError,
    StampingError,
)
from ..columns import ColumnMap
from ..columns.mapping import row_error
from ..errors import BadFileError, code_of
from ..results import Outcome, RowResult
from ..rows.row import Row
from ..rows.row_file import RowFile
from .checking import findings_of

if TYPE_CHECKING:
    from ..._core.operations.operation import Operation
    from ...fiscal.findings import Finding
    from .terms import Terms


class Task(Data, frozen=True):
    """One row to be done, or one document of several lines.

    Args:
        row: Number of its first row.
        key: Value it is matched with. Tasks with the same key run one after the other.
        fields: What is sent.
        problem: Why it cannot be sent.
    """

    row: int
    key: str | None = None
    fields: Mapping[str, Any] = {}
    problem: InvalidArgumentError | None = None


class Ended(Data, frozen=True):
    """The result of a task.

    Args:
        result: The result.
        is_left: Whether the next run does the task again.
        error: The error that it ended with.
    """

    result: RowResult
    is_left: bool = False
    error: Exception | None = None


Pairs: TypeAlias = Sequence[tuple[str, str]]
"""Keys, and the ids of resources that have them."""


class Job(ABC):
    """The work of a run: how rows of a resource become results.

    Attributes:
        settings: The settings that the results depend on, as JSON values.
        settle_s: How long a write of an earlier run may still be under way, or not be found yet
            (seconds).
        runs_once: Whether there can be no second run, since nothing shows what the first one did.
    """

    def __init__(
        self,
        terms: Terms,
        settings: Mapping[str, object],
        *,
        settle_s: float,
        runs_once: bool = False,
    ) -> None:
        self.settings = settings
        self.settle_s = settle_s if terms.settle_s is None else terms.settle_s
        self.runs_once = runs_once
        self._terms = terms

    @abstractmethod
    def task(self, row: Any, /) -> Task:
        """The task of a row or a document."""

    async def prepare(self) -> None:  # noqa: B027 - only services are read
        """Reads what is needed before the first task. By default the API finds it itself."""

    async def known(self, tasks: Iterable[Task]) -> Pairs:
        """Resources that another process has to know of if it does these tasks."""
        return ()

    async def learn(self, pairs: Pairs) -> None:  # noqa: B027 - only services are kept
        """Takes in resources that another process knows of."""

    async def close(self) -> None:  # noqa: B027 - most hold nothing
        """Lets go of what was read."""

    async def check(self, task: Task) -> Ended:
        """The result of a task without sending anything: `skipped` if it would be sent."""
        try:
            _, findings = self._checked(task)
        except InvalidArgumentError as error:
            return failed(task, error)
        return with_findings(done(task, "skipped", None), findings)

    async def do(self, task: Task) -> Ended:
        """The result of a task.

        Raises:
            AuthenticationError: the key is refused. No row can be done.
        """
        try:
            operation, findings = self._checked(task)
            ended = await self._carry_out(task, operation)
        except InvalidArgumentError as error:
            return failed(task, error)
        return with_findings(ended, findings)

    def _checked(self, task: Task) -> tuple[Operation[Any], list[Finding]]:
        operation = self._creation(task)
        return operation, findings_of(operation, self._terms.checks)

    @abstractmethod
    def _creation(self, task: Task) -> Operation[Any]:
        """The operation that creates what a task asks for.

        Raises:
            InvalidArgumentError: it cannot be created.
        """

    @abstractmethod
    async def _carry_out(self, task: Task, creation: Operation[Any]) -> Ended:
        """The result of a task, which creates what does not exist.

        Raises:
            InvalidArgumentError: it cannot be done; nothing was sent.
            AuthenticationError: the key is refused. No row can be done.
        """


def fields_of(row: Row, columns: ColumnMap | None) -> Mapping[str, Any]:
    """The fields of a row, as the API takes them.

    Raises:
        RowError: a value cannot be converted.
    """
    return row.values if columns is None else columns.payload(row)


def check_key_column(rows: object, columns: ColumnMap | None, on: str) -> None:
    """Checks that a column of rows holds the key that existing resources are found by.

    Raises:
        BadFileError: none does.
    """
    if columns is not None and all(path != on for _, path in columns.pairs):
        problem = (
            f"no column holds {on}, by which existing ones are found: add one, or map one to it"
        )
        raise rows.bad(problem) if isinstance(rows, RowFile) else BadFileError(problem)


def no_key(row: Row, on: str, columns: ColumnMap | None) -> InvalidArgumentError:
    """The error about a row without its key."""
    pairs = () if columns is None else columns.pairs
    column = next((column for column, path in pairs if path == on), on)
    return row_error(row, column, f"{on} is empty: fill it in")


def done(task: Task, outcome: Outcome, resource: object) -> Ended:
    """A task that was done, or that needed nothing."""
    return Ended(RowResult(task.row, task.key, outcome, id=id_of(resource)))


def failed(task: Task, error: GigstackError) -> Ended:
    """A task that failed, and of which nothing was done.

    It is left if the same row may succeed later: it was not delivered, or the API was out of order.
    """
    is_left = isinstance(error, DeliveryError | RateLimitError | ServerError)
    is_left = is_left and not isinstance(error, StampingError)
    result = RowResult(task.row, task.key, "failed", error=str(error), code=code_of(error))
    return Ended(result, is_left, error)


def unknown(task: Task, error: Exception, why: str) -> Ended:
    """A task that may have been done. The next run looks it up."""
    text = f"{error}; {why}"
    result = RowResult(task.row, task.key, "unknown", error=text, code=code_of(error))
    return Ended(result, True, error)


def held_back(task: Task) -> Ended:
    """A task that is not sent, since an earlier row with its key is left: that one comes first."""
    text = "an earlier row with this key was not done: the next run with the journal does both"
    return Ended(RowResult(task.row, task.key, "failed", error=text, code="held_back"), True)


def with_findings(ended: Ended, findings: Sequence[Finding]) -> Ended:
    """A result that tells what the checks found, unless it has an error to tell."""
    if not findings or ended.result.error is not None:
        return ended
    text = "; ".join(str(finding) for finding in findings)
    return replace(ended, result=replace(ended.result, error=text, code=findings[0].code))


def id_of(resource: object) -> str | None:
    """The id of a resource: the UUID of an invoice."""
    found = get_path(resource, "id") or get_path(resource, "uuid")
    return None if found is None else str(found)
