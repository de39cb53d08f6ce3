"""The part of Dask that is used: its own types are mostly unknown to type checkers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any, Protocol


class DaskFuture(Protocol):
    """A `distributed.Future` of an asynchronous client."""

    def result(self) -> Awaitable[object]:
        """The result."""
        ...

    def release(self) -> None:
        """Lets the cluster forget the result."""
        ...


class DaskClient(Protocol):
    """An asynchronous `distributed.Client`."""

    def submit(self, function: object, /, *args: object, **kwargs: Any) -> DaskFuture:
        """The future of a call."""
        ...

    def run(
        self, function: object, /, *args: object, **kwargs: Any
    ) -> Awaitable[Mapping[str, object]]:
        """The result of a call on each worker."""
        ...

    def nthreads(self) -> Awaitable[Mapping[str, int]]:
        """The threads of each worker."""
        ...

    def wait_for_workers(self, n_workers: int, timeout: float) -> Awaitable[None]:
        """Returns once there are so many workers."""
        ...

    def subscribe_topic(self, topic: str, handler: Callable[[tuple[float, float]], None]) -> None:
        """Calls a function for each event."""
        ...

    def unsubscribe_topic(self, topic: str) -> None:
        """Ends that."""
        ...

    def set_metadata(self, key: list[str], value: object) -> Awaitable[None]:
        """Writes a value down at the scheduler."""
        ...

    def get_metadata(self, keys: list[str], default: object) -> Awaitable[object]:
        """A value that was written down."""
        ...


class DaskScheduler(Protocol):
    """The scheduler, as a worker reaches it."""

    def processing(self, *, workers: list[str]) -> Awaitable[Mapping[str, Collection[str]]]:
        """The keys of what workers do now."""
        ...

    def get_metadata(self, *, keys: list[str], default: object) -> Awaitable[object]:
        """A value that was written down."""
        ...

    def set_metadata(self, *, keys: list[str], value: object) -> Awaitable[None]:
        """Writes a value down."""
        ...


class DaskWorker(Protocol):
    """A `distributed.Worker`."""

    @property
    def address(self) -> str:
        """Its address."""
        ...

    @property
    def scheduler(self) -> DaskScheduler:
        """Its scheduler."""
        ...

    def log_event(self, topic: str, msg: float) -> None:
        """Tells those who listen to a topic."""
        ...
