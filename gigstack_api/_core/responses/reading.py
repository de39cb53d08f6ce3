"""From a reply to its value, or to the problem with it, in words that quote nothing.

Rule of this module: the drift callback and its flags are attributes of `ReplyReader`. Parameters
and local variables hold what a reply says only in objects whose repr hides it. Error reporters send
the frames of a traceback away, and the repr of a bound `list.append` is the list.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar, cast

from ...errors import ConfigurationError
from ..files.download import Download, Link
from ..files.endings import find_missing_end
from ..http.header_fields import prove_end
from ..http.messages import Reply
from ..http.urls import file_host
from ..logs import WARNING, write
from ..operations.decoders import Decoder, WrongShape
from ..operations.operation import Operation
from ..schema.data import Data
from ..schema.json import TooDeep, parse_json
from ..schema.masking import NO_SECRETS, Mask
from .drift import Drift
from .errors import unreadable

T = TypeVar("T")

PARTIAL_CONTENT = 206

IGNORED = "x-sandbox-ignored"
"""The header in which the sandbox names what it ignored in a request."""


OnDrift: TypeAlias = Callable[[Drift], object]
"""Called with each drift.

An exception it raises is logged and ignored: the call was carried out, and its value must not be
lost.
"""


class Decoded(Data, frozen=True, kw_only=True):
    """The value of a reply and the JSON document it came from, or the `problem` with it.

    Its repr shows neither.
    """

    value: object = None
    document: Any = None
    is_file: bool = False
    problem: str | None = None

    in_repr = ("is_file", "problem")


class ReplyReader:
    """Reads replies for one client, and reports or refuses drift as the client was set up.

    Raises:
        ConfigurationError: an option is of another type. Any text would count as true.
    """

    def __init__(
        self, on_drift: OnDrift | None = None, *, strict: bool = False, decimals: bool = False
    ) -> None:
        if on_drift is not None and not callable(on_drift):
            raise ConfigurationError(f"on_drift must be a function, not {on_drift!r}")
        for name, given in (("strict", strict), ("decimals", decimals)):
            if not isinstance(given, bool):
                raise ConfigurationError(f"{name} must be True or False, not {given!r}")
        self._on_drift = on_drift
        self._strict = strict
        self._decimals = decimals
        self._wants_drift = strict or on_drift is not None

    def read_plain(self, operation: Operation[T], reply: Reply) -> T | None:
        """The value of a reply that is neither an error nor unusual in any way, else None."""
        if self._wants_drift or self._decimals or not 200 <= reply.status < 300 or reply.is_cut:
            return None
        return operation.decode.read_plain(reply.body, reply.document) if reply.says_json else None

    def read(
        self,
        operation: Operation[T],
        reply: Reply,
        mask: Callable[[], Mask] = lambda: NO_SECRETS,
        on_count: Callable[[int], object] | None = None,
    ) -> T:
        """The value of a reply that is not an error. Drift is shown through the mask of the call.

        `on_count` is called with the number of drifts, if there are any.

        Raises:
            UnreadableReplyError: it does not hold what the operation promises, or deviates from the
                spec and the client is strict.
        """
        decoded = decode(operation, reply, decimals=self._decimals)
        found = find_drift(operation, reply, decoded) if self._wants_drift else ()
        if found:
            found = _masked(found, mask())
            if on_count is not None:
                on_count(len(found))
        self._report(found)

        problem = decoded.problem
        if found and self._strict:
            first = found[0]
            problem = (
                f"{len(found)} drift(s), the first at {first.path}: expected {first.expected},"
                f" got {first.shown}"
            )
        if problem:
            raise unreadable(
                problem,
                reply,
                method=operation.route.method,
                path=operation.shown_path,
                drifts=found,
            )
        return cast(T, decoded.value)

    def _report(self, found: tuple[Drift, ...]) -> None:
        """Calls `on_drift` with each drift. Of its exceptions the first is logged, by type only."""
        if self._on_drift is None:
            return
        failed = False
        for drift in found:
            try:
                self._on_drift(drift)
            except Exception as error:  # noqa: BLE001 - a user's code
                if not failed:
                    write(
                        WARNING,
                        "on_drift raised %s; the value is returned all the same (%s)",
                        type(error).__name__,
                        drift.operation,
                        fields={
                            "operation": drift.operation,
                            "error_type": type(error).__name__,
                        },
                    )
                failed = True


def decode(operation: Operation[T], reply: Reply, *, decimals: bool = False) -> Decoded:
    """The value of a reply that is not an error, or the problem with it."""
    try:
        return _decode(operation, reply, decimals=decimals)
    except (WrongShape, TooDeep) as error:
        return Decoded(problem=str(error))
    except ValueError:
        return Decoded(problem="the answer is not valid JSON")
    except MemoryError:
        return Decoded(
            problem="there is not enough memory to read the answer: ask for less at once"
        )


def find_drift(operation: Operation[Any], reply: Reply, decoded: Decoded) -> tuple[Drift, ...]:
    """Every drift of a decoded reply: of the response itself, and of what it says."""
    if decoded.problem:
        return ()
    name = operation.route.name
    names = reply.headers.get(IGNORED, "")
    ignored = tuple(
        Drift(name, path, "a name that a source knows", None, "ignored")
        for path in (names.split(", ") if names else ())
    )
    if decoded.is_file:
        return ignored
    decoder = operation.decode.for_status(reply.status)
    mismatches = (*reply.drift(), *decoder.drift(decoded.document))
    return (*(Drift(name, *mismatch) for mismatch in mismatches), *ignored)


def _masked(found: tuple[Drift, ...], mask: Mask) -> tuple[Drift, ...]:
    return tuple(
        Drift(
            drift.operation,
            mask.text(drift.path),
            drift.expected,
            mask.data(drift.got),
            drift.kind,
        )
        for drift in found
    )


def _decode(operation: Operation[T], reply: Reply, *, decimals: bool) -> Decoded:
    decoder = operation.decode.for_status(reply.status)
    if decoder.reads_bytes or not reply.is_json:
        return _decode_file(decoder, reply)
    try:
        document = _document(reply, decimals=decimals) if reply.body else None
    except ValueError:
        if reply.says_json:
            raise
        return _decode_file(decoder, reply)
    value: object = decoder.read(document)
    if isinstance(value, Link) and file_host(value.url, local=True) is None:
        raise WrongShape("the file URL in the answer is not https")
    return Decoded(value=value, document=document)


def _document(reply: Reply, *, decimals: bool) -> Any:
    return parse_json(reply.body, decimals=True) if decimals else reply.document()


def _decode_file(decoder: Decoder[Any], reply: Reply) -> Decoded:
    # No part was asked for: taken for the whole, it would be half a file.
    if reply.status == PARTIAL_CONTENT:
        raise WrongShape("the answer is only part of the file")
    value: object = decoder.read_bytes(reply.body, reply.media_type)
    if isinstance(value, Download) and not prove_end(reply.headers):
        problem = find_missing_end(value.content, value.media_type)
        if problem:
            raise WrongShape(f"the file {problem}")
    return Decoded(value=value, is_file=True)
