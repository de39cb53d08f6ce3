"""What is kept of a call whose answer was lost: ids, compared fields, digests of secrets."""

from __future__ import annotations

import pickle
from collections.abc import Collection
from typing import Any

from msgspec.structs import replace

from gigstack_api._core.http.auth import ApiKey
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import KeyPlace, Route
from gigstack_api._core.retries.history import AttemptHistory
from gigstack_api._core.schema.fields import OBJECT, STRING
from gigstack_api._core.sending.unknown_outcome import Digest, Sent, no_fields, record_sent
from tests.support.scripted_api import KEY, token
from tests.support.things import thing_route

ROUTE = thing_route(
    path="/things/{id}",
    key=KeyPlace.BODY,
    body={
        "name": STRING,
        "note": STRING,
        "metadata": OBJECT,
        "password": replace(STRING, secret=True),
    },
)
BODY = {"name": "a", "note": "b", "password": "hush", "extra": 1, "idempotency_key": "k"}


def kept(call: Operation[Any], *fields: str, key: str = KEY, with_fields: bool = True) -> Sent:
    """What is kept of a call whose lookup compares these fields."""

    def compared(route: Route[Any]) -> Collection[str]:
        return fields

    history = AttemptHistory(maybe_done=True, first_at=1.0, last_at=2.0, under_way=True)
    return record_sent(call, history, ApiKey(key), compared if with_fields else no_fields)


def test_only_documented_fields_that_a_look_up_compares_are_kept() -> None:
    sent = kept(operation(ROUTE, "a b", body=BODY), "name", "extra")
    assert sent.body == {"name": "a"}
    assert sent.names == tuple(BODY)
    assert kept(operation(ROUTE, "a b", body=BODY), with_fields=False).body == {}


def test_a_secret_field_is_kept_as_its_digest() -> None:
    sent = kept(operation(ROUTE, "a b", body=BODY), "password")
    assert sent.body == {"password": Digest.of("hush")}
    assert kept(operation(ROUTE, "a b", body={"password": None}), "password").body == {}


def test_a_value_with_a_secret_name_is_kept_as_its_digest() -> None:
    metadata = {"password": "hush", "order": "A-1", "list": [{"api_key": "hush", "token": 5}]}
    sent = kept(operation(ROUTE, "a b", body={"metadata": metadata}), "metadata")
    digest = Digest.of("hush")
    assert sent.body == {
        "metadata": {"password": digest, "order": "A-1", "list": [{"api_key": digest}]}
    }
    assert b"hush" not in pickle.dumps(sent)


def test_operation_ids_team_key_and_times_are_kept() -> None:
    call = operation(ROUTE, "a b", body=BODY, query={"team": "team_2"})
    sent = kept(call, key=token({"livemode": False, "team": "team_1"}))
    assert (sent.operation, sent.ids) == ("things.do", {"id": "a b"})
    assert (sent.team, sent.key_team, sent.livemode) == ("team_2", "team_1", False)
    assert (sent.idempotency_key, sent.deadline_s) == ("k", 30)
    assert (sent.first_at, sent.last_at, sent.under_way) == (1.0, 2.0, True)
