"""Searches everything a call shows for secrets and personal data, and counts what was searched."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Collection, Iterator

from attrs import define, field

from gigstack_api import DeliveryError, Drift, GigstackError

from ...support.tracebacks import frame_variables
from ..harness.canaries import NAMED, PERSONAL, SECRET, CanarySearch
from ..harness.log_capture import LogCapture, kept_requests

ALL = (SECRET, PERSONAL, NAMED)


@define(repr=False)  # the representation of a client shows that of its `on_drift`
class Inspector:
    """Counts of what was inspected, and the problems found."""

    search: CanarySearch
    calls: int = 0
    errors: Counter[str] = field(factory=Counter[str])
    frames: int = 0
    of_libraries: int = 0
    cancelled: int = 0
    drifts: int = 0
    secrets_sent: int = 0
    files: int = 0
    secrets_answered: int = 0
    problems: list[str] = field(factory=list[str])

    def inspect_value(self, response: object, value: object, where: str) -> None:
        """Searches the printed forms of a response and its value. Plain dicts and texts print
        themselves.
        """
        self.search.scan(
            repr(response), f"the text of the response of {where}", forbidden=(SECRET, PERSONAL)
        )
        if not isinstance(value, (str, dict, list)):
            self.search.scan(
                f"{value!r} {value}", f"the text of the value of {where}", forbidden=(SECRET,)
            )

    def inspect_error(self, error: GigstackError, where: str, *, quoting: bool = False) -> None:
        """Searches an error in every way that error reporters show it.

        Args:
            quoting: The API itself repeats invalid arguments.
        """
        kind = type(error).__name__
        self.errors[kind] += 1
        forbidden = (SECRET,) if quoting else (SECRET, PERSONAL)
        text = "".join(_printed_forms(error))
        self.search.scan(text, f"the traceback of {kind} of {where}", forbidden=forbidden)
        if isinstance(error, DeliveryError):
            self.search.scan(
                repr(vars(error)), f"the attributes of {kind} of {where}", forbidden=forbidden
            )
        self._inspect_frames(error, where, forbidden)
        for name in kept_requests(error):
            self.problems.append(f"{kind} of {where} keeps {name}, and with it the request")

    def inspect_cancellation(self, error: BaseException, where: str) -> None:
        """Searches the frames of a cancellation, those of libraries too."""
        self.cancelled += 1
        self._inspect_frames(error, where, (SECRET,))

    def _inspect_frames(self, error: BaseException, where: str, forbidden: Collection[str]) -> None:
        for place, variables in frame_variables(error):
            self.frames += 1
            self.of_libraries += "gigstack_api/" not in place
            self.search.scan(variables, f"the variables of {place}, {where}", forbidden=forbidden)

    def inspect_drift(self, drift: Drift) -> None:
        """Searches a drift report."""
        self.drifts += 1
        self.search.scan(
            repr(drift), f"the drift of {drift.operation}", forbidden=(SECRET, PERSONAL)
        )
        self.search.scan(
            repr(drift.got), f"the drifted value in {drift.operation} at {drift.path}", forbidden=()
        )

    def inspect_log(self, captured: LogCapture) -> None:
        """Searches everything that was logged."""
        for line in captured.lines:
            self.search.scan(line, f"a line of {line.partition(':')[0]}", forbidden=ALL)


def _printed_forms(error: BaseException) -> Iterator[str]:
    yield from traceback.format_exception(error)
    yield f"{error} {error!r}"
