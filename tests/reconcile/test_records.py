"""Lost writes as JSON."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from gigstack_api import InvalidArgumentError
from gigstack_api._core.sending.unknown_outcome import Digest
from gigstack_api.reconcile.records import read_record, write_record

from .lost import sent, unknown


def test_a_record_gives_the_same_error() -> None:
    data = sent(
        key="k",
        name="Ana",
        metadata={"api_token": Digest.of("secret"), "sha256": "plain"},
        items=[{"quantity": 1.5, "tags": ["a"]}],
    )
    record = write_record(unknown(sent=data))
    assert b"secret" not in record
    found = read_record(record)
    assert found.sent == data
    assert (found.operation, found.method, found.path) == ("clients.create", "POST", "/clients")
    assert found.idempotency_key == "k"


def test_an_error_that_does_not_say_what_was_sent_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="does not say what was sent"):
        write_record(unknown())


def test_a_field_that_looks_like_a_digest_is_refused() -> None:
    data = replace(sent(), body={"metadata": {"$sha256": "x"}})
    with pytest.raises(InvalidArgumentError, match="cannot be recorded"):
        write_record(unknown(sent=data))


@pytest.mark.parametrize("record", [b"", b"{}", b"\xff", "[]", json.dumps({"sent": {}})])
def test_other_json_is_refused(record: bytes | str) -> None:
    with pytest.raises(InvalidArgumentError, match="not the record of a lost call"):
        read_record(record)
