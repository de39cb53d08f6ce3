"""How a client is made, and what it refuses to be made of."""

from __future__ import annotations

import json
import pickle
from base64 import urlsafe_b64encode
from typing import Any

import pytest

from gigstack_api import (
    ConfigurationError,
    Gigstack,
    InvalidArgumentError,
)

from .stage import KEY, gigstack


def jwt(payload: dict[str, object]) -> str:
    return ".".join(
        [
            "header",
            urlsafe_b64encode(json.dumps(payload).encode()).decode().rstrip("="),
            "signature",
        ]
    )


def test_without_a_key_the_error_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIGSTACK_API_KEY", raising=False)
    with pytest.raises(ConfigurationError, match="GIGSTACK_API_KEY"):
        Gigstack()


def test_key_and_base_url_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIGSTACK_API_KEY", jwt({"livemode": False, "team": "team_1"}))
    monkeypatch.setenv("GIGSTACK_API_BASE_URL", "http://127.0.0.1:4010/v2/")
    gig = Gigstack()
    assert (gig.livemode, gig.key_team) == (False, "team_1")
    assert repr(gig) == "Gigstack(base_url='http://127.0.0.1:4010/v2', mode='test', team=None)"


@pytest.mark.parametrize(
    "base_url",
    [
        "http://api.gigstack.io/v2",
        "ftp://127.0.0.1",
        "api.gigstack.io",
        "https://u:p@h/v2",
        "http://[::1",
        "",
    ],
)
def test_a_base_url_that_could_leak_the_key_is_refused(
    base_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIGSTACK_API_BASE_URL", "http://example.org")
    with pytest.raises(ConfigurationError, match="base_url"):
        Gigstack(KEY, base_url=base_url)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"timeout_s": 0}, InvalidArgumentError),
        ({"timeout_s": float("nan")}, InvalidArgumentError),
        ({"team": " "}, InvalidArgumentError),
        ({"max_in_flight": 0}, ConfigurationError),
        ({"api_key": "two words"}, ConfigurationError),
        ({"api_key": "line\nbreak"}, ConfigurationError),
    ],
)
def test_options_that_cannot_work_are_refused(
    options: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        Gigstack(options.pop("api_key", KEY), **options)


def test_a_client_is_not_pickled_and_never_shows_its_key() -> None:
    gig = gigstack()
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(gig)
    assert KEY not in repr(gig) + repr(vars(gig))
