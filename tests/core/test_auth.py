from __future__ import annotations

import pickle
from base64 import urlsafe_b64encode

import pytest

from gigstack_api import ConfigurationError
from gigstack_api._core.auth import ApiKey

from .stage import KEY, token


@pytest.mark.parametrize(
    ("secret", "livemode", "team"),
    [
        (token({"livemode": True, "team": "team_1"}), True, "team_1"),
        (token({"livemode": False}), False, None),
        (token({"livemode": "yes", "team": 5}), None, None),
        (token(["livemode"]), None, None),
        (token("text"), None, None),
        ("plain_key", None, None),
        ("two.parts", None, None),
        ("four.parts.of.it", None, None),
        ("a.!!!.c", None, None),
        ("a.a.c", None, None),
        (f"a.{urlsafe_b64encode(b'no json').decode()}.c", None, None),
        (f"a.{urlsafe_b64encode(bytes([255, 254])).decode()}.c", None, None),
    ],
)
def test_a_key_tells_what_its_payload_says(secret: str, livemode: bool | None, team: str | None) -> None:
    key = ApiKey(secret)
    assert (key.livemode, key.team) == (livemode, team)
    assert key.header() == f"Bearer {secret}"


@pytest.mark.parametrize("secret", ["with space", "line\nbreak", "ñandú", "tab\tkey", "zero\0"])
def test_a_miscopied_key_is_refused_without_being_shown(secret: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        ApiKey(secret)
    assert secret not in str(caught.value)


def test_a_key_does_not_print() -> None:
    key = ApiKey(KEY)
    assert f"{key} {key!r} {[key]}" == "ApiKey(***) ApiKey(***) [ApiKey(***)]"


def test_a_key_is_not_pickled() -> None:
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(ApiKey(KEY))
