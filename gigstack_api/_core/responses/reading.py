"""From a reply to its value, or to what is wrong with it: in words that quote nothing."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, TypeVar

from attrs import field, frozen

from ..files.download import Link
from ..http.messages import Reply
from ..http.urls import file_host
from ..operations.decoders import WrongShape
from ..operations.operation import Operation
from ..schema.json import TooDeep
from .drift import Drift, drifts

T = TypeVar("T")


@frozen(kw_only=True)
class Read:
    """What a reply was read as: its value, and the JSON document it came from; or the `problem`
    with it. Prints neither.
    """

    value: object = field(default=None, repr=False)
    document: Any = field(default=None, repr=False)
    is_file: bool = False
    problem: str | None = None


def read_value(operation: Operation[T], reply: Reply) -> Read:
    """The value of a reply that is no error, or the problem with it."""
    try:
        return _read(operation, reply)
    except (WrongShape, TooDeep) as error:
        return Read(problem=str(error))
    except ValueError:
        return Read(problem="the answer is not valid JSON")


def drifts_of(operation: Operation[Any], reply: Reply, read: Read) -> tuple[Drift, ...]:
    """Each drift of a reply that was read: of how it came, and of what it says."""
    if read.problem or read.is_file:
        return ()
    own = (Drift(operation.route.name, *mismatch) for mismatch in reply.drift())
    return (*own, *drifts(operation, read.document))


def _read(operation: Operation[T], reply: Reply) -> Read:
    if not reply.is_json:
        return _binary(operation, reply)
    try:
        document = reply.document() if reply.body else None
    except ValueError:
        if reply.says_json:
            raise
        return _binary(operation, reply)
    value: object = operation.decode.read(document)
    if isinstance(value, Link) and file_host(value.url) is None:
        raise WrongShape("the answer names a file at an address that is not https")
    return Read(value=value, document=document)


def _binary(operation: Operation[T], reply: Reply) -> Read:
    if reply.status == HTTPStatus.PARTIAL_CONTENT:  # nobody asked for a part
        raise WrongShape("the answer holds only a part")
    return Read(value=operation.decode.read_bytes(reply.body, reply.media_type), is_file=True)
