"""Lost writes as JSON: stored by one process, looked up by another."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from .._core.schema.data import Data
from .._core.schema.types import is_list, is_object
from .._core.sending.unknown_outcome import Digest, Sent
from ..errors import InvalidArgumentError, OutcomeUnknownError

DIGEST = "$sha256"
"""The name by which a digest is recognised."""


class Record(Data, frozen=True):
    """A lost write."""

    method: str
    path: str
    sent: Sent


def write_record(error: OutcomeUnknownError) -> bytes:
    """A lost write as JSON, for `read_record` and for `gigstack-api reconcile`.

    It holds the values by which the write is looked up, personal data among them. Secrets are
    digests.

    Raises:
        InvalidArgumentError: the error does not say what was sent.
    """
    if error.sent is None:
        raise InvalidArgumentError(
            "the error does not say what was sent; pass the error that the call raised"
        )
    sent = replace(error.sent, body=_without_digests(error.sent.body))
    return msgspec.json.encode(Record(error.method, error.path, sent))


def read_record(record: bytes | str) -> OutcomeUnknownError:
    """The error of a lost write, for `gig.reconcile`.

    Raises:
        InvalidArgumentError: this is not a record of `write_record`.
    """
    try:
        found = msgspec.json.decode(record, type=Record)
    except (msgspec.DecodeError, ValueError) as problem:
        raise InvalidArgumentError(
            "this is not the record of a lost call: store the result of write_record(error)"
        ) from problem
    sent = replace(found.sent, body=_with_digests(found.sent.body))
    return OutcomeUnknownError(
        "the answer was lost",
        operation=sent.operation,
        method=found.method,
        path=found.path,
        idempotency_key=sent.idempotency_key,
        sent=sent,
    )


def _without_digests(value: Any) -> Any:
    if isinstance(value, Digest):
        return {DIGEST: value.sha256}
    if is_object(value):
        if DIGEST in value:
            raise InvalidArgumentError(f"a field named {DIGEST} cannot be recorded")
        return {name: _without_digests(item) for name, item in value.items()}
    return [_without_digests(item) for item in value] if is_list(value) else value


def _with_digests(value: Any) -> Any:
    if is_object(value):
        if DIGEST in value:
            return Digest(str(value[DIGEST]))
        return {name: _with_digests(item) for name, item in value.items()}
    return [_with_digests(item) for item in value] if is_list(value) else value
