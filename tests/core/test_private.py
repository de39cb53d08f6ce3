"""What a text may show of values: no secrets, no personal data."""

from __future__ import annotations

import traceback
from typing import Any

import httpx
import pytest

from gigstack_api import Drift, Gigstack, Page, UnreadableReplyError
from gigstack_api._core.schema.redaction import HIDDEN, describe, is_sensitive, redact
from gigstack_api.models import ClientPortal, Invoice, Signup, UserLoginLink, Webhook

from .stage import BASE, KEY, RFC, Api, answer

TOKEN = "portal-token-1234"


def client(api: Api, **options: Any) -> Gigstack:
    return Gigstack(
        KEY,
        base_url=BASE,
        http_client=httpx.AsyncClient(transport=httpx.MockTransport(api)),
        **options,
    )


@pytest.mark.parametrize(
    "name",
    ["password", "keyPass", "token", "access_token", "client_secret", "api_key", "apiKey", "key", "url", "file_url",
     "onboardingUrl", "customerPortal", "login_link", "loginLink", "pdf", "xml", "private_data", "signature"],
)  # fmt: skip
def test_a_name_that_sounds_like_a_secret_is_heard(name: str) -> None:
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
def test_a_plain_name_is_none(name: str) -> None:
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
def test_a_value_is_told_of_without_being_quoted(value: object, is_code: bool, words: str) -> None:
    assert describe(value, is_code=is_code) == words


def test_what_sounds_secret_is_masked_at_any_depth() -> None:
    value = {"a": [{"token": "t", "b": 1, "url": None}], "key": {"x": 1}}
    assert redact(value) == {"a": [{"token": HIDDEN, "b": 1, "url": None}], "key": HIDDEN}


@pytest.mark.parametrize(
    ("model", "shown"),
    [
        (ClientPortal(url=TOKEN, expires_at=5), "ClientPortal(url=***, expires_at=5)"),
        (UserLoginLink(token=TOKEN), "UserLoginLink(token=***)"),
        (UserLoginLink.from_dict({"token": [TOKEN], "login_url": TOKEN, "via": "mail"}),
         "UserLoginLink(token=***, additional_properties={'login_url': ***, 'via': 'mail'})"),
        (Signup.from_dict({"team_id": "t", "api_keys": {"live": TOKEN}}), "Signup(team_id='t', api_keys=***)"),
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


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("data", "got", "shown"),
    [
        ({"url": {"token": TOKEN}}, HIDDEN, "***"),
        ({"url": [TOKEN]}, HIDDEN, "***"),
        ({"session_token": TOKEN}, HIDDEN, "***"),
        ({"expires_at": RFC}, RFC, "a string"),
        ({"owner_rfc": RFC}, RFC, "a string"),
    ],
)
async def test_a_report_of_drift_quotes_nobody(data: Any, got: object, shown: str) -> None:
    seen: list[Drift] = []
    gig = client(Api(answer(data)), on_drift=seen.append)
    await gig.clients.create_portal_token(id="x")
    (drift,) = seen
    assert (drift.got, drift.shown) == (got, shown)
    assert not any(each in repr(drift) for each in (TOKEN, RFC))


@pytest.mark.anyio
@pytest.mark.parametrize(
    "data", [{"url": [TOKEN]}, {"expires_at": RFC}, {"id_number": RFC, "session_token": TOKEN}]
)
async def test_strict_mode_quotes_nobody_and_keeps_nothing_in_its_frames(data: Any) -> None:
    with pytest.raises(UnreadableReplyError) as caught:
        await client(Api(answer(data)), strict=True).clients.create_portal_token(id="x")
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    core = "".join(str(frame.locals) for frame in shown.stack if "_core" in frame.filename)
    assert core
    assert not any(each in f"{caught.value}{core}" for each in (TOKEN, RFC))


@pytest.mark.anyio
@pytest.mark.parametrize(
    "body",
    [
        f'{{"data": {{"url": "{TOKEN}"',
        f'"{TOKEN}"',
        f'{{"data": ["{TOKEN}"]}}',
        f'{{"data": "{TOKEN}"}}',
    ],
)
async def test_an_answer_that_cannot_be_read_is_not_kept_by_what_it_came_from(body: str) -> None:
    reply = httpx.Response(200, content=body.encode(), headers={"Content-Type": "application/json"})
    with pytest.raises(UnreadableReplyError) as caught:
        await client(Api(reply)).clients.create_portal_token(id="x")
    assert caught.value.__cause__ is caught.value.__context__ is None
    assert TOKEN not in "".join(traceback.format_exception(caught.value)) + repr(caught.value)
