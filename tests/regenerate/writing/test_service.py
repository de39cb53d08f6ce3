"""The client class of a document: its name, its address and the kind of its key."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.writing.service import Service, service_of

KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}


def spec(**changes: Any) -> dict[str, Any]:
    schemes = changes.pop("schemes", {})
    return {
        "info": {"title": "Pet store"},
        "servers": [{"url": "https://api.test/v1/"}],
        "paths": {"/pets": {"get": {}}, "/owners": {"get": {}}},
        "components": {"securitySchemes": schemes},
        **changes,
    }


def service(document: dict[str, Any], *, named: bool = False, source: str = "") -> Service:
    return service_of(document, "shops.pets", named=named, source=source)


def test_a_client_is_named_by_its_api_or_by_its_package() -> None:
    assert service(spec()).class_name == "PetStore"
    assert service(spec(), named=True).class_name == "Pets"
    assert service(spec(info={})).class_name == "Pets"
    assert service(spec(info={"title": '1st "API"; import os'})).class_name == "Api1StAPIImportOs"


def test_its_variables_are_named_by_the_package() -> None:
    found = service(spec())
    assert (found.key_variable, found.base_url_variable) == ("PETS_API_KEY", "PETS_BASE_URL")


@pytest.mark.parametrize(
    ("scheme", "auth"),
    [
        ({"type": "http", "scheme": "Bearer"}, "BEARER"),
        ({"type": "http", "scheme": "basic"}, "BASIC"),
        ({"type": "oauth2", "flows": {}}, "BEARER"),
        ({"type": "openIdConnect"}, "BEARER"),
        (KEY, "key_in('header', 'X-Key')"),
        ({"type": "apiKey", "in": "query", "name": "key"}, "key_in('query', 'key')"),
        ({"type": "apiKey", "in": "cookie", "name": "sid"}, "key_in('cookie', 'sid')"),
    ],
)
def test_a_key_is_sent_as_its_scheme_wants(scheme: dict[str, Any], auth: str) -> None:
    found = service(spec(schemes={"a": scheme}, security=[{"a": []}]))
    assert (found.auth, found.needs_key, found.notes) == (auth, True, ())


def test_an_api_without_security_needs_no_key() -> None:
    found = service(spec(schemes={"a": KEY}))
    assert (found.auth, found.needs_key) == ("BEARER", False)


def test_a_key_that_some_operations_do_without_is_optional() -> None:
    assert not service(spec(schemes={"a": KEY}, security=[{}, {"a": []}])).needs_key
    paths: dict[str, Any] = {"/pets": {"get": {}}, "/owners": {"get": {"security": [{"a": []}]}}}
    assert not service(spec(schemes={"a": KEY}, paths=paths)).needs_key


def test_a_key_that_the_document_asks_for_is_needed() -> None:
    paths: dict[str, Any] = {"/pets": {"get": {"security": []}}, "/owners": {"get": {}}}
    assert service(spec(schemes={"a": KEY}, security=[{"a": []}], paths=paths)).needs_key


def test_operations_that_want_another_kind_of_key_are_noted() -> None:
    paths: dict[str, Any] = {
        "/pets": {"get": {"security": [{"b": []}]}},
        "/owners": {"get": {}},
        "/x": {"get": {}},
    }
    schemes = {"a": KEY, "b": {"type": "http", "scheme": "basic"}}
    [note] = service(spec(schemes=schemes, security=[{"a": []}], paths=paths)).notes
    assert str(note) == (
        "paths./pets.get.security: It wants b; the client sends its key as a wants it."
    )


@pytest.mark.parametrize(
    "schemes",
    [{"a": {"type": "http", "scheme": "digest"}}, {"a": {"type": "mutualTLS"}}, {}],
)
def test_security_that_no_client_has_is_told(schemes: dict[str, Any]) -> None:
    found = service(spec(schemes=schemes, security=[{"a": []}]))
    assert not found.needs_key
    assert [str(note) for note in found.notes] == [
        "paths./pets.get.security: The client cannot send what a wants."
        " Let the http_client= that is passed to the client send it."
    ]


def test_of_two_keys_the_first_is_sent_and_the_other_told() -> None:
    other = {"type": "apiKey", "in": "query", "name": "other"}
    found = service(spec(schemes={"a": KEY, "b": other}, security=[{"a": [], "b": []}]))
    assert found.needs_key
    assert found.auth == service(spec(schemes={"a": KEY}, security=[{"a": []}])).auth
    assert [str(note) for note in found.notes] == [
        "security: The client does not send what b wants."
        " Let the http_client= that is passed to the client send it."
    ]


def test_two_schemes_with_one_kind_of_token_are_one() -> None:
    schemes: Node = {
        "a": {"type": "oauth2", "flows": {}},
        "b": {"type": "http", "scheme": "bearer"},
    }
    found = service(spec(schemes=schemes, security=[{"a": [], "b": []}]))
    assert (found.auth, found.notes) == ("BEARER", ())


@pytest.mark.parametrize(
    ("server", "source", "base_url"),
    [
        ({"url": "https://api.test/v1/"}, "", "https://api.test/v1"),
        (
            {"url": "https://{region}.test", "variables": {"region": {"default": "eu"}}},
            "",
            "https://eu.test",
        ),
        ({"url": "/v1"}, "https://docs.test/spec/openapi.json", "https://docs.test/v1"),
        ({"url": "http://127.0.0.1:4010"}, "", "http://127.0.0.1:4010"),
    ],
)
def test_the_address_is_that_of_the_first_server(
    server: dict[str, Any], source: str, base_url: str
) -> None:
    found = service(spec(servers=[server]), source=source)
    assert (found.base_url, found.notes) == (base_url, ())


@pytest.mark.parametrize(
    ("servers", "place"),
    [
        ([], "servers: There is no server"),
        ([{"url": 7}], "servers: There is no server"),
        ([{"url": "/v1"}], "servers[0].url: '/v1' cannot be the address"),
        ([{"url": "http://api.test"}], "servers[0].url: 'http://api.test' cannot be"),
    ],
)
def test_without_an_address_clients_have_to_be_given_one(servers: Any, place: str) -> None:
    found = service(spec(servers=servers), source="spec.yaml")
    assert found.base_url == ""
    assert str(found.notes[0]).startswith(place)
    assert str(found.notes[0]).endswith("Pass base_url= to the client.")


def test_operations_with_a_server_of_their_own_are_noted() -> None:
    own, usual = [{"url": "https://files.test"}], spec()["servers"]
    paths: dict[str, Any] = {
        "/a": {"get": {"servers": own}},
        "/b": {"servers": own, "get": {}},
        "/c": {"servers": usual, "get": {}},
        "/d": {"get": {}},
    }
    notes = service(spec(paths=paths)).notes
    assert [note.place for note in notes] == ["paths./a.get.servers", "paths./b.get.servers"]
