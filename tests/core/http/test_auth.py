"""API keys: mode and team, printing, and the refusal of live keys under pytest."""

from __future__ import annotations

import pickle
from base64 import urlsafe_b64encode

import pytest

from gigstack_api import ConfigurationError, Gigstack
from gigstack_api._core.http.auth import BASIC, BEARER, ApiKey, AuthScheme, check_live_key, key_in
from tests.support.scripted_api import KEY, token


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
def test_a_key_gives_the_mode_and_team_of_its_payload(
    secret: str, livemode: bool | None, team: str | None
) -> None:
    key = ApiKey(secret)
    assert (key.livemode, key.team) == (livemode, team)
    headers: dict[str, str] = {}
    assert key.sign("https://api.test", headers) == "https://api.test"
    assert headers == {"Authorization": f"Bearer {secret}"}


@pytest.mark.parametrize("secret", ["with space", "line\nbreak", "ñandú", "tab\tkey", "zero\0"])
def test_a_miscopied_key_is_refused_without_being_shown(secret: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        ApiKey(secret)
    assert secret not in str(caught.value)


def test_a_key_of_bytes_is_refused_without_being_shown() -> None:
    with pytest.raises(ConfigurationError, match=r"^the API key must be a string, not bytes$"):
        ApiKey(b"secret")  # type: ignore[arg-type]  # as read from a file


def test_a_key_does_not_print() -> None:
    key = ApiKey(KEY)
    assert f"{key} {key!r} {[key]}" == "ApiKey(***) ApiKey(***) [ApiKey(***)]"


def test_a_key_is_not_pickled() -> None:
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(ApiKey(KEY))


LIVE = token({"livemode": True})


@pytest.fixture
def under_pytest(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A test run in which no variable allows live keys."""
    monkeypatch.setenv("PYTEST_VERSION", "9")
    monkeypatch.delenv("GIGSTACK_ALLOW_LIVE_KEY", raising=False)
    monkeypatch.delenv("GIGSTACK_API_BASE_URL", raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    "base_url", [None, "https://api.gigstack.io/v2", "https://localhost.evil.test/v2"]
)
def test_a_live_key_is_refused_under_pytest(
    under_pytest: pytest.MonkeyPatch, base_url: str | None
) -> None:
    with pytest.raises(
        ConfigurationError, match=r"use a test key, or the sandbox.*GIGSTACK_ALLOW_LIVE_KEY=1"
    ) as caught:
        Gigstack(LIVE, base_url=base_url)
    assert LIVE not in str(caught.value)


def test_a_live_key_from_the_environment_is_refused_under_pytest(
    under_pytest: pytest.MonkeyPatch,
) -> None:
    under_pytest.setenv("GIGSTACK_API_KEY", LIVE)
    with pytest.raises(ConfigurationError, match="a live API key under pytest"):
        Gigstack()


@pytest.mark.parametrize(
    "base_url",
    [
        "http://127.0.0.1:4010/v2",
        "http://[::1]:4010/v2",
        "http://localhost/v2",
        "https://localhost/v2",
    ],
)
def test_a_live_key_may_go_to_localhost(under_pytest: pytest.MonkeyPatch, base_url: str) -> None:
    assert Gigstack(LIVE, base_url=base_url).livemode


@pytest.mark.parametrize("value", ["", "0", "no", "true"])
def test_only_one_spelling_allows_a_live_key(under_pytest: pytest.MonkeyPatch, value: str) -> None:
    under_pytest.setenv("GIGSTACK_ALLOW_LIVE_KEY", value)
    with pytest.raises(ConfigurationError):
        Gigstack(LIVE)


def test_a_live_key_is_taken_when_the_variable_allows_it(under_pytest: pytest.MonkeyPatch) -> None:
    under_pytest.setenv("GIGSTACK_ALLOW_LIVE_KEY", "1")
    assert Gigstack(LIVE).livemode


@pytest.mark.parametrize("environment", [{}, {"PYTHONPATH": "pytest"}])
def test_a_live_key_is_taken_outside_pytest(environment: dict[str, str]) -> None:
    check_live_key(ApiKey(LIVE), environment, local=False)


@pytest.mark.parametrize("key", [token({"livemode": False}), "plain_key"])
def test_a_key_that_does_not_claim_to_be_live_is_taken(
    under_pytest: pytest.MonkeyPatch, key: str
) -> None:
    assert not Gigstack(key).livemode


@pytest.mark.parametrize(
    ("scheme", "url", "headers"),
    [
        (BEARER, "u", {"Authorization": "Bearer user:pass"}),
        (BASIC, "u", {"Authorization": "Basic dXNlcjpwYXNz"}),
        (key_in("header", "X-Key"), "u", {"X-Key": "user:pass"}),
        (key_in("query", "api key"), "u?api%20key=user%3Apass", {}),
        (key_in("cookie", "sid"), "u", {"Cookie": "sid=user:pass"}),
    ],
)
def test_a_key_is_sent_where_its_scheme_says(
    scheme: AuthScheme, url: str, headers: dict[str, str]
) -> None:
    sent: dict[str, str] = {}
    key = ApiKey("user:pass", scheme)
    assert (key.sign("u", sent), sent) == (url, headers)
    echoed = {"x": f"{headers.get('Authorization', 'user:pass')}!"}
    assert "user:pass" not in str(key.hidden_in(echoed))
    assert "dXNlcjpwYXNz" not in str(key.hidden_in(echoed))


def test_without_a_key_an_answer_is_shown_as_it_is() -> None:
    assert ApiKey("").hidden_in({"x": "a"}) == {"x": "a"}


def test_a_key_joins_what_a_call_sends_already() -> None:
    headers = {"Cookie": "a=b"}
    ApiKey("k", key_in("cookie", "sid")).sign("u", headers)
    assert headers == {"Cookie": "a=b; sid=k"}
    assert ApiKey("k", key_in("query", "key")).sign("u?a=b", {}) == "u?a=b&key=k"
