"""What is added to a call before it is sent: key, trust in keys, team."""

from __future__ import annotations

import anyio
import pytest
from msgspec.structs import replace

from gigstack_api import Replay, RetryPolicy
from gigstack_api._core.files.upload import Upload
from gigstack_api._core.http.auth import ApiKey
from gigstack_api._core.operations.route import KeyPlace
from gigstack_api._core.schema.fields import OBJECT
from gigstack_api._core.sending.request import Options, prepare, read_files, with_team
from gigstack_api._core.sending.secrets import mask_of
from tests.support.things import call, thing_route

IN_BODY = call(thing_route(key=KeyPlace.BODY), body={"a": 1})
IN_HEADER = call(thing_route(key=KeyPlace.HEADER))


def test_an_idempotency_key_is_made_if_none_was_passed() -> None:
    made = prepare(IN_BODY, Options())
    assert made.body == {"a": 1, "idempotency_key": made.idempotency_key}
    made_header = prepare(IN_HEADER, Options())
    assert made_header.headers == {"Idempotency-Key": made_header.idempotency_key}
    assert made.idempotency_key != made_header.idempotency_key
    assert len(made.idempotency_key or "") == 36
    assert prepare(call(thing_route(key=KeyPlace.BODY)), Options()).body is not None


def test_an_idempotency_key_that_was_passed_is_kept() -> None:
    for one in (IN_BODY, IN_HEADER):
        given = replace(one, **one.keyed("mine"))
        assert prepare(given, Options()) is given
        assert given.idempotency_key == "mine"


def test_a_call_without_a_place_for_a_key_gets_none() -> None:
    done = call(thing_route(), body={"idempotency_key": "of another meaning"})
    assert prepare(done, Options()) is done
    assert done.idempotency_key is None


@pytest.mark.parametrize(
    ("replay", "key", "trusted", "becomes"),
    [
        (Replay.ONCE, KeyPlace.BODY, True, Replay.KEYED),
        (Replay.ONCE, KeyPlace.BODY, False, Replay.ONCE),
        (Replay.ONCE, None, True, Replay.ONCE),
        (Replay.SAFE, KeyPlace.HEADER, True, Replay.SAFE),
    ],
)
def test_keys_are_trusted_only_if_the_policy_says_so(
    replay: Replay, key: KeyPlace | None, trusted: bool, becomes: Replay
) -> None:
    options = Options(retries=RetryPolicy(trust_keys=trusted))
    assert prepare(call(thing_route(replay, key=key)), options).replay is becomes


def test_a_team_is_added_unless_the_call_has_or_refuses_one() -> None:
    plain = call(thing_route())
    assert with_team(plain, "team_1").query == (("team", "team_1"),)
    assert with_team(plain, None) is plain
    named = call(thing_route(), query={"team": "team_2"})
    assert with_team(named, "team_1") is named
    teamless = call(replace(thing_route(), takes_team=False))
    assert with_team(teamless, "team_1") is teamless


def test_a_file_that_was_read_is_not_read_again() -> None:
    upload = Upload("a.pdf", b"%PDF-", "application/pdf")
    given = call(thing_route(), files={"file": upload})
    assert anyio.run(read_files, given).files == {"file": upload}


def test_cookies_and_nested_secrets_are_masked() -> None:
    route = thing_route(body={"login": replace(OBJECT, secret=True)})
    login = {"users": [{"password": "open-sesame"}, {"pin": 1234}]}
    given = call(route, body={"login": login}, headers={"Cookie": "a=first-cookie; b=second-one"})
    mask = mask_of(given, ApiKey("the-api-key"))
    shown = mask.text("open-sesame first-cookie second-one the-api-key plain")
    assert shown == "*** *** *** *** plain"
