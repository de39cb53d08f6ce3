"""Redaction: which names are secret, and what a text shows instead of a value."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import Page
from gigstack_api._core.schema.redaction import HIDDEN, describe, is_sensitive, redact
from gigstack_api.models import ClientPortal, Invoice, Signup, UserLoginLink, Webhook
from tests.support.scripted_api import RFC

TOKEN = "portal-token-1234"


@pytest.mark.parametrize(
    "name",
    ["password", "keyPass", "token", "access_token", "client_secret", "api_key", "apiKey", "key",
     "url", "file_url", "onboardingUrl", "customerPortal", "login_link", "loginLink", "pdf", "xml",
     "private_data", "signature"],
)  # fmt: skip
def test_a_name_that_sounds_secret_is_recognised(name: str) -> None:
    assert is_sensitive(name)


@pytest.mark.parametrize(
    "name",
    [
        "id",
        "name",
        "tax_id",
        "product_key",
        "idempotency_key",
        "monkey",
        "curl",
        "linked_at",
        "status",
    ],
)
def test_a_plain_name_does_not_sound_secret(name: str) -> None:
    assert not is_sensitive(name)


@pytest.mark.parametrize(
    ("value", "is_code", "words"),
    [
        (RFC, False, "a string"),
        (RFC, True, "a string"),
        ("paused", True, "'paused'"),
        ("paused", False, "a string"),
        ("a" * 41, True, "a string"),
        ("juan@example.com", True, "a string"),
        ({"rfc": RFC}, True, "an object"),
        ([RFC], True, "an array"),
        (7, False, "7"),
        (1.5, False, "1.5"),
        (True, False, "True"),
        (None, False, "None"),
        (HIDDEN, False, "***"),
        (HIDDEN, True, "***"),
        (b"x", False, "bytes"),
    ],
)
def test_a_value_is_described_without_being_quoted(
    value: object, is_code: bool, words: str
) -> None:
    assert describe(value, is_code=is_code) == words


def test_secret_fields_are_masked_at_any_depth() -> None:
    value = {"a": [{"token": "t", "b": 1, "url": None}], "key": {"x": 1}}
    assert redact(value) == {"a": [{"token": HIDDEN, "b": 1, "url": None}], "key": HIDDEN}


@pytest.mark.parametrize(
    ("model", "shown"),
    [
        (ClientPortal(url=TOKEN, expires_at=5), "ClientPortal(url=***, expires_at=5)"),
        (UserLoginLink(token=TOKEN), "UserLoginLink(token=***)"),
        (UserLoginLink.from_dict({"token": [TOKEN], "login_url": TOKEN, "via": "mail"}),
         "UserLoginLink(token=***, additional_properties={'login_url': ***, 'via': 'mail'})"),
        (Signup.from_dict({"team_id": "t", "api_keys": {"live": TOKEN}}),
         "Signup(team_id='t', api_keys=***)"),
        (Signup.from_dict({"api_keys": [TOKEN]}), "Signup(api_keys=***)"),
        (Invoice.from_dict({"id": "i", "files": [TOKEN]}), "Invoice(id='i', files=***)"),
        (Webhook(id="w", url=TOKEN), "Webhook(id='w', url=***)"),
    ],
)  # fmt: skip
def test_a_model_prints_no_secret_and_keeps_it(model: Any, shown: str) -> None:
    assert repr(model) == f"{model}" == shown
    assert TOKEN in repr(model.to_dict())


def test_a_page_prints_no_secret() -> None:
    assert TOKEN not in repr(Page(data=({"token": TOKEN}, ClientPortal(url=TOKEN))))
