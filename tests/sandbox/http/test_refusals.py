"""What the sandbox refuses, and that it says why."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from gigstack_api import APIError, AuthenticationError, Gigstack, NotFoundError
from gigstack_api.sandbox import keys
from gigstack_api.sandbox.call import Answer, Call
from gigstack_api.sandbox.errors import api_error
from gigstack_api.sandbox.http.routing import HANDLERS
from gigstack_api.sandbox.operation import Operation
from gigstack_api.sandbox.spec import operations
from scripts.spec.model import operation_count

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio
OPERATIONS = tuple(operations())


def jwt(payload: object, signature: str = "c2lnbmF0dXJl") -> str:
    parts = [json.dumps({"alg": "HS256"}), json.dumps(payload)]
    return ".".join(
        [
            *(base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in parts),
            signature,
        ]
    )


OURS = keys.issue("team_sandbox")
HEAD, PAYLOAD, SIGNATURE = OURS.split(".")
STRANGER = jwt({"team": "team_stranger", "livemode": False})
REAL = (
    "this looks like a real key, but the sandbox accepts only keys that it issued; "
    "keep the real one for the real API"
)
NOT_OURS = "the sandbox did not issue this key; it prints its own when it starts"
NO_BEARER = "the key must be sent as Authorization: Bearer <key>"
KEYS = {
    "none": ("", "no key; send it as Authorization: Bearer <key>"),
    "without scheme": (OURS, NO_BEARER),
    "another scheme": (f"Basic {OURS}", NO_BEARER),
    "scheme alone": ("Bearer", NO_BEARER),
    "words": ("Bearer sk_test_123", NOT_OURS),
    "dots": ("Bearer ..", NOT_OURS),
    "real": (f"Bearer {jwt({'team': 'team_x', 'livemode': True, 'key_id': 'k'})}", REAL),
    "changed": (
        f"Bearer {HEAD}.{STRANGER.split('.')[1]}.{SIGNATURE}",
        REAL,
    ),
    "signature cut": (f"Bearer {OURS[:-1]}", REAL),
    "no signature": (f"Bearer {HEAD}.{PAYLOAD}.", REAL),
    "another payload": (f"Bearer {jwt({'sub': 'x'})}", NOT_OURS),
    "a list": (f"Bearer {jwt([])}", NOT_OURS),
    "no JSON": ("Bearer a.AAAA.c", NOT_OURS),
    "no base64": ("Bearer a.é.c", NOT_OURS),
    "nested deep": (f"Bearer a.{base64.urlsafe_b64encode(b'[' * 20_000).decode()}.c", NOT_OURS),
}


@pytest.mark.parametrize(("authorization", "reason"), KEYS.values(), ids=KEYS.keys())
async def test_a_foreign_key_is_refused_with_the_reason(
    session: SandboxSession, authorization: str, reason: str
) -> None:
    headers = {"Authorization": authorization.encode("latin-1")} if authorization else {}
    answer = await session.send("GET", "/v2/clients", key="", headers=headers)
    assert answer.status_code == 401
    assert answer.json() == {"message": f"Unauthorized: {reason}", "error": "invalid_token"}


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", "Bearer  "])
async def test_the_scheme_may_be_spelled_as_one_likes(session: SandboxSession, scheme: str) -> None:
    assert (
        await session.send(
            "GET", "/v2/clients", key="", headers={"Authorization": f"{scheme} {OURS}"}
        )
    ).status_code == 200


async def test_the_sdk_sees_a_foreign_key_as_an_authentication_error(
    session: SandboxSession,
) -> None:
    gig = Gigstack("sk_live_123", base_url=f"{session.origin}/v2", http_client=session.http)
    with pytest.raises(AuthenticationError, match="did not issue this key") as caught:
        await gig.clients.get("x")
    assert caught.value.code == "invalid_token"


PATHS = [
    "/v2/nothing",
    "/v2/",
    "/v2/clients/a/b/c",
    "/v2/clients/validate/a/b",
    "/v2//",
    "/v2/client",
    "/v1/clients",
    "/sandbox",
]


@pytest.mark.parametrize("path", PATHS)
async def test_an_unknown_path_is_404_in_json(session: SandboxSession, path: str) -> None:
    answer = await session.send("GET", path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/json")
    assert set(answer.json()) == {"message", "error"}


METHODS = [
    ("DELETE", "/v2/clients", "GET, POST"),
    ("PATCH", "/v2/clients/client_1", "DELETE, GET, PUT"),
    ("GET", "/v2/clients/validate/client_1", "POST"),
    ("GET", "/v2/clients/csf/extra/..", "POST"),
    ("PUT", "/v2/clients/customerportal/x", None),
    ("OPTIONS", "/v2/clients", "GET, POST"),
    ("HEAD", "/v2/clients", "GET, POST"),
    ("HEAD", "/v2/nothing", None),
    ("OPTIONS", "/v2/nothing", None),
    ("GET", "/sandbox/faults", "POST"),
    ("POST", "/files/x", "GET"),
    ("TRACE", "/v2/clients", "GET"),
    ("BREW", "/v2/clients", "GET"),
]


@pytest.mark.parametrize(("method", "path", "allowed"), METHODS)
async def test_a_wrong_method_is_405_and_names_the_allowed_ones(
    session: SandboxSession, method: str, path: str, allowed: str | None
) -> None:
    answer = await session.send(method, path)
    assert answer.status_code == (405 if allowed else 404)
    assert set((allowed or "").split(", ")) <= {*answer.headers.get("allow", "").split(", "), ""}
    assert method == "HEAD" or set(answer.json()) == {"message", "error"}


@pytest.mark.parametrize(
    "client_id",
    ["client_nobody", "a%00b", "%FF", "..%2F..", "a%2Fb", "ñ", "%F0%9F%98%80", "x" * 5000],
)
async def test_an_unknown_client_is_404_whatever_its_id(
    session: SandboxSession, client_id: str
) -> None:
    for method in ("GET", "PUT", "DELETE"):
        answer = await session.send(method, f"/v2/clients/{client_id}", json={"name": "A"})
        assert answer.status_code == 404
        assert answer.json() == {
            "message": "Client not found",
            "error": "The specified client does not exist",
        }


async def test_the_sdk_sees_a_missing_client_as_not_found(gig: Gigstack) -> None:
    with pytest.raises(
        NotFoundError,
        match=r"Client not found: The specified client does not exist \(http_404, GET /clients/",
    ):
        await gig.clients.get("client_nobody")


def test_every_client_operation_is_imitated() -> None:
    assert {
        operation.id for operation in OPERATIONS if operation.path.startswith("/clients")
    } <= HANDLERS.keys()
    assert len(OPERATIONS) == operation_count()


def path_of(operation: Operation) -> str:
    return "/".join("x" if part.startswith("{") else part for part in operation.path.split("/"))


async def test_a_body_that_may_be_left_out_may_be_left_out(
    session: SandboxSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    optional = next(
        operation
        for operation in OPERATIONS
        if operation.content_type and not operation.body_required and not operation.anonymous
    )

    def answer_with_the_body(call: Call) -> Answer:
        raise api_error(400, "invalid_request_body", str(call.body))

    monkeypatch.setitem(HANDLERS, optional.id, answer_with_the_body)
    answer = await session.send(optional.method, f"/v2{path_of(optional)}")
    assert answer.json()["error"]["message"] == "{}"


BODIES: dict[str, tuple[Any, list[str]]] = {
    "a number for a text": ({"name": 5}, ["name: 5 is not of type 'string'"]),
    "null for a text": ({"name": None}, ["name: None is not of type 'string'"]),
    "a text for an object": ({"address": "here"}, ["address: 'here' is not of type 'object'"]),
    "a number inside an object": (
        {"address": {"zip": 3100}},
        ["address.zip: 3100 is not of type 'string', 'null'"],
    ),
    "a list of the wrong things": ({"bcc": ["a@b.mx", 5]}, ["bcc.1: 5 is not of type 'string'"]),
    "a list for metadata": ({"metadata": []}, ["metadata: [] is not of type 'object'"]),
    "no search key": ({"search": {"on_value": "x"}}, ["search: 'on_key' is a required property"]),
    "a search value that is not a text": (
        {"search": {"on_key": "x", "on_value": 5, "update": "yes"}},
        ["search.on_value: 5 is not of type 'string'"],
    ),
    "several": (
        {"phone": 1, "name": 2},
        ["name: 2 is not of type 'string'", "phone: 1 is not of type 'string'"],
    ),
    "a list": ([], ["body: [] is not of type 'object'"]),
    "a text": ("x", ["body: 'x' is not of type 'object'"]),
    "a long one": ({"name": ["x" * 1000]}, [f"name: ['{'x' * 198}..."]),
}


@pytest.mark.parametrize(("body", "details"), BODIES.values(), ids=BODIES.keys())
async def test_a_body_that_is_not_as_documented_is_refused_by_field(
    session: SandboxSession, body: Any, details: list[str]
) -> None:
    answer = await session.send("POST", "/v2/clients", json=body)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (error["code"], error["message"]) == (
        "validation_failed",
        "The request body is not valid",
    )
    assert error["details"] == details
    assert (await session.gig().clients.list()).total_results == 0


async def test_an_update_is_validated_too(session: SandboxSession) -> None:
    client = await session.gig().clients.create(name="A")
    answer = await session.send(
        "PUT", f"/v2/clients/{client.id}", json={"name": 5, "address": {"zip": 1}}
    )
    assert [detail.partition(":")[0] for detail in answer.json()["error"]["details"]] == [
        "address.zip",
        "name",
    ]
    assert (await session.send("PUT", f"/v2/clients/{client.id}")).status_code == 400


DEEP = b'{"metadata": {"a": ' + b"[" * 60_000 + b"]" * 60_000 + b"}}"
NOT_JSON: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is missing"),
    "null": (b"null", "is missing"),
    "words": (b"hello", "not JSON"),
    "cut": (b'{"name": "A"', "not JSON"),
    "a form": (b"name=A&phone=1", "not JSON"),
    "not UTF-8": (b'{"name": "\xff"}', "not JSON"),
    "UTF-16": ('{"name": "A"}'.encode("utf-16"), "not JSON"),
    "a mark in front": (b'\xef\xbb\xbf{"name": "A"}', "not JSON"),
    "NaN": (b'{"metadata": {"a": NaN}}', "NaN is not a JSON number"),
    "Infinity": (b'{"metadata": {"a": -Infinity}}', "-Infinity is not a JSON number"),
    "1e400": (b'{"metadata": {"a": 1e400}}', "1e400 is too large a number"),
    "65 bits": (b'{"metadata": {"a": 9223372036854775808}}', "more than 64 bits"),
    "5000 digits": (b'{"metadata": {"a": ' + b"9" * 5000 + b"}}", "not JSON"),
    "4000 digits": (b'{"metadata": {"a": -' + b"9" * 4000 + b"}}", "more than 64 bits"),
    "60000 levels": (DEEP, "nested too deeply"),
    "33 levels": (b'{"metadata": ' + b'{"a": ' * 33 + b"1" + b"}" * 34, "deeper than 32 levels"),
    "null byte": (b'{"name": "a\\u0000b"}', "null byte"),
    "raw null byte": (b'{"name": "a\x00b"}', "not JSON"),
    "null byte in a key": (b'{"metadata": {"a\\u0000": 1}}', "null byte"),
    "half a character": (b'{"name": "\\ud800"}', "a lone surrogate"),
    "half a character in a list": (b'{"bcc": ["\\udfff"]}', "a lone surrogate"),
}


@pytest.mark.parametrize(("content", "reason"), NOT_JSON.values(), ids=NOT_JSON.keys())
async def test_an_unstorable_json_body_is_refused(
    session: SandboxSession, content: bytes, reason: str
) -> None:
    client = await session.gig().clients.create(name="A")
    for method, path in (
        ("POST", "/v2/clients"),
        ("PUT", f"/v2/clients/{client.id}"),
        ("POST", "/v2/clients/customerportal"),
    ):
        answer = await session.send(
            method, path, content=content, headers={"Content-Type": "application/json"}
        )
        assert answer.status_code == 400
        error = answer.json()["error"]
        assert error["code"] == "invalid_request_body"
        assert reason in error["message"]
    assert (await session.gig().clients.list()).total_results == 1


async def test_a_multipart_body_where_json_is_wanted_is_refused(session: SandboxSession) -> None:
    assert (
        await session.send("POST", "/v2/clients", files={"name": (None, "A")})
    ).status_code == 400


async def test_a_sane_but_unusual_body_is_kept_to_the_letter(gig: Gigstack) -> None:
    metadata: dict[str, Any] = {
        "": "",
        "emoji": "😀",
        "big": 2**63 - 1,
        "small": -(2**63) + 1,
        "float": 1e300,
        "deep": [[[{}]]],
    }
    client = await gig.clients.create(name="\x01\x7f\u2028", metadata=metadata)
    assert (await gig.clients.get(client.id or "")).metadata == metadata
    assert client.name == "\x01\x7f\u2028"


QUERIES = [
    "q=%FF",
    "q=%C3",
    "q=%ED%A0%80",
    "q=%00",
    "q=a&%00=1",
    "q=a&q=b",
    "q=a&limit=1&limit=1",
    "q=a&page=1e400",
    "q=a&page=NaN",
    "q=a&limit=1_0",
]


@pytest.mark.parametrize("query", QUERIES)
async def test_a_hostile_query_is_refused(session: SandboxSession, query: str) -> None:
    answer = await session.send("GET", f"/v2/clients/search?{query}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_field_value")


async def test_a_parameter_sent_twice_is_named(session: SandboxSession) -> None:
    answer = await session.send("GET", "/v2/clients?limit=1&sort=asc&limit=2")
    assert answer.json()["error"]["details"] == ["limit: sent more than once"]


async def test_a_body_where_none_is_wanted_is_ignored(session: SandboxSession) -> None:
    client = await session.gig().clients.create(name="A", tax_id="PEGJ800101ABC")
    answer = await session.send("POST", f"/v2/clients/validate/{client.id}", content=b"\xff{{")
    assert answer.status_code == 200


async def test_a_hostile_host_does_not_reach_the_answers(session: SandboxSession) -> None:
    client = await session.gig().clients.create(email="a@b.mx")
    for host in ("[::1", "a b", "evil.mx:99999999", "a/b?c#d", "\xff"):
        headers = {"Host": host.encode("latin-1")}
        answer = await session.send(
            "POST", "/v2/clients/customerportal", json={"id": client.id}, headers=headers
        )
        assert answer.status_code in {400, 421}, host


PORTAL: list[tuple[dict[str, str], int, str]] = [
    ({}, 400, "Send the id or the email of the client"),
    ({"name": "A"}, 400, "Send the id or the email of the client"),
    ({"id": "client_nobody"}, 404, "The specified client does not exist"),
    ({"id": ""}, 404, "The specified client does not exist"),
    ({"email": "nobody@b.mx"}, 404, "The specified client does not exist"),
    ({"id": "client_nobody", "email": "a@b.mx"}, 404, "The specified client does not exist"),
]


@pytest.mark.parametrize(("body", "status", "reason"), PORTAL)
async def test_a_portal_link_needs_a_client(
    session: SandboxSession, body: dict[str, str], status: int, reason: str
) -> None:
    await session.gig().clients.create(email="a@b.mx")
    answer = await session.send("POST", "/v2/clients/customerportal", json=body)
    assert (answer.status_code, answer.json()["error"]) == (status, reason)


async def test_a_portal_link_by_id_or_email_lives_five_days(session: SandboxSession) -> None:
    session.at(1_700_000_000)
    client = await session.gig().clients.create(email="a@b.mx")
    by_id = await session.gig().clients.create_portal_token(id=client.id or "")
    by_email = await session.gig().clients.create_portal_token(email="a@b.mx")
    assert by_id.expires_at == by_email.expires_at == 1_700_000_000 + 5 * 24 * 3600
    assert str(by_id.url).startswith(f"{session.origin}/portal/portal_")
    assert by_id.url != by_email.url


async def test_there_are_no_pending_receipts_to_stamp_yet(gig: Gigstack) -> None:
    client = await gig.clients.create(name="A")
    summary = await gig.clients.stamp_pending_receipts(client.id or "")
    assert summary.to_dict() == {"stamped": 0, "failed": 0, "remaining": 0, "results": []}
    with pytest.raises(APIError) as caught:
        await gig.clients.stamp_pending_receipts("client_nobody")
    assert caught.value.status == 404
