"""The kinds of change that the table of changes leaves out, by document alone."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api.regenerate.comparison import Side

from .edits import CLIENT, INPUT, changes, lines

GET = "paths /clients/{id} get"
NOTE = "paths /clients/{id}/notes post"
DELETE = "paths /clients/{id} delete"
BODY = "paths /clients post requestBody"

CASES: list[tuple[list[list[Any]], list[list[Any]], list[str]]] = [
    (
        [["set", f"{DELETE} deprecated", True]],
        [["drop", f"{DELETE} deprecated"]],
        ["changed: `gig.clients.delete` is not deprecated any more [operation-undeprecated]"],
    ),
    (
        [["set", f"{DELETE} deprecated", True]],
        [["set", f"{DELETE} x-sunset", "2027-01-01"]],
        ["deprecated: `gig.clients.delete` goes away on 2027-01-01 [operation-sunset-changed]"],
    ),
    (
        [["set", f"{DELETE} deprecated", True], ["set", f"{DELETE} x-sunset", "2027-01-01"]],
        [["drop", f"{DELETE} x-sunset"]],
        ["deprecated: `gig.clients.delete` goes away at no known date [operation-sunset-changed]"],
    ),
    (
        [["set", "paths /clients get parameters 0 deprecated", True]],
        [["drop", "paths /clients get parameters 0 deprecated"]],
        ["changed: The argument `limit` of `gig.clients.list` is not deprecated any more "
         "[parameter-undeprecated]"],
    ),
    (
        [["set", f"{CLIENT} phone deprecated", True]],
        [["drop", f"{CLIENT} phone deprecated"]],
        ["changed: `Client.phone` is not deprecated any more [answer-field-undeprecated]"],
    ),
    (
        [["set", f"{GET} parameters 1 required", True]],
        [["drop", f"{GET} parameters 1 required"]],
        ["changed: `gig.clients.get` works without `team` [parameter-became-optional]"],
    ),
    (
        [["set", f"{GET} parameters 1 x-vendor", 1]],
        [["set", f"{GET} parameters 1 x-vendor", 2]],
        ["text: The argument `team` of `gig.clients.get` has another extension: `x-vendor` "
         "[parameter-extension-changed]"],
    ),
    (
        [],
        [["set", f"{GET} parameters 1 allowReserved", True]],
        ["breaking: The argument `team` of `gig.clients.get` follows other rules: `true`; before, "
         "nothing [parameter-keyword-changed]"],
    ),
    (
        [],
        [["drop", f"{BODY} required"]],
        ["changed: The body of `gig.clients.create` is optional [body-became-optional]"],
    ),
    (
        [],
        [["set", f"{BODY} description", "A client."]],
        ["text: The body of `gig.clients.create` is described differently [body-text-changed]"],
    ),
    (
        [["set", f"{NOTE} requestBody content multipart/form-data", {}]],
        [["drop", f"{NOTE} requestBody content multipart/form-data"]],
        ["breaking: The body of `gig.notes.create` may not be `multipart/form-data` any more "
         "[body-media-type-removed]"],
    ),
    (
        [],
        [["set", f"{BODY} content application/json encoding", {"name": {"contentType": "x"}}]],
        ["breaking: The parts of the body of `gig.clients.create` are encoded differently "
         "[body-encoding-changed]"],
    ),
    (
        [["drop", f"{NOTE} requestBody"]],
        [["set", f"{NOTE} requestBody", {"required": True, "content": {}}]],
        ["breaking: `gig.notes.create` needs a body [body-added-required]"],
    ),
    (
        [["drop", f"{NOTE} requestBody"]],
        [["set", f"{NOTE} requestBody", {"content": {}}]],
        ["added: `gig.notes.create` may send a body [body-added-optional]"],
    ),
    (
        [["set", f"{GET} responses 202", {"description": "Later."}]],
        [["drop", f"{GET} responses 202"]],
        ["breaking: The API does not answer `gig.clients.get` with `202` any more "
         "[answer-status-removed]"],
    ),
    (
        [],
        [["set", "paths /clients post responses 201 headers X-Trace schema type", "integer"]],
        ["changed: The header `X-Trace` of the answer of `gig.clients.create` is different "
         "[answer-header-changed]"],
    ),
    (
        [["set", f"{GET} responses 200 content text/csv", {"schema": {"type": "string"}}]],
        [["drop", f"{GET} responses 200 content text/csv"]],
        ["breaking: The answer of `gig.clients.get` is not `text/csv` any more "
         "[answer-media-type-removed]"],
    ),
    (
        [],
        [["set", f"{GET} responses 200 content text/csv", {"schema": {"type": "string"}}]],
        ["added: The answer of `gig.clients.get` may be `text/csv` [answer-media-type-added]"],
    ),
    (
        [["set", "paths /clients post callbacks", {"done": {"a": 1}}]],
        [["set", "paths /clients post callbacks", {"done": {"a": 2}}]],
        ["changed: The call back after `gig.clients.create` is different: `done` "
         "[callback-changed]"],
    ),
    (
        [["set", "paths /clients post callbacks", {"done": {"a": 1}}]],
        [["drop", "paths /clients post callbacks"]],
        ["breaking: The API does not call back after `gig.clients.create` any more: `done` "
         "[callback-removed]"],
    ),
    (
        [["set", "servers +", {"url": "https://other.example"}]],
        [["drop", "servers 1"]],
        ["breaking: `https://other.example` is not an address of the API any more "
         "[server-removed]"],
    ),
    (
        [],
        [["set", "servers 0 description", "The server."]],
        ["text: The servers are described differently [server-text-changed]"],
    ),
    (
        [],
        [["set", "servers 0 variables", {"region": {"default": "mx"}}]],
        ["breaking: Calls go to `[{\"region\": {\"default\": \"mx\"}}]` instead of `[null]` "
         "[server-changed]"],
    ),
    (
        [],
        [["drop", "servers 0"]],
        ["breaking: Calls go to nothing instead of `https://api.example/v2` [server-changed]"],
    ),
    (
        [],
        [["set", "components securitySchemes bearer description", "A token."]],
        ["text: `bearer` is described differently [security-scheme-text-changed]"],
    ),
    (
        [],
        [["set", "security", [{"bearer": ["read"]}]]],
        ["breaking: The API needs `bearer (read)` instead of `bearer` [security-changed]"],
    ),
    (
        [],
        [["set", "externalDocs", {"url": "https://docs.example"}]],
        ["text: The API is described differently [api-text-changed]"],
    ),
    (
        [],
        [["set", "jsonSchemaDialect", "https://json-schema.example"]],
        ["changed: `jsonSchemaDialect` of the document is different [api-keyword-changed]"],
    ),
    (
        [],
        [["set", "webhooks client.created post summary", "Another."]],
        ["text: The event `client.created` is described differently [event-text-changed]"],
    ),
    (
        [],
        [["set", "webhooks client.created post operationId", "created"]],
        ["changed: `operationId` of the event `client.created` is different [event-changed]"],
    ),
    (
        [],
        [["set", "webhooks client.created post requestBody content application/json example", {}]],
        ["text: The event `client.created` is described differently [event-text-changed]"],
    ),
    (
        [],
        [["drop", f"{INPUT} copies minimum"], ["drop", f"{INPUT} phone pattern"]],
        ["breaking: The argument `phone` of `gig.clients.create` has to match nothing, not "
         "`^[0-9]+$` [request-field-pattern-changed]",
         "changed: The argument `copies` of `gig.clients.create` is limited less: `minimum` is "
         "nothing, was `1` [request-field-limit-loosened]"],
    ),
    (
        [],
        [["set", f"{CLIENT} balance format", "float"]],
        ["breaking: `Client.balance` has the format `float` instead of `double` "
         "[answer-field-format-changed]"],
    ),
    (
        [],
        [["set", f"{INPUT} copies type", "number"]],
        ["changed: The argument `copies` of `gig.clients.create` may be a number; before, only an "
         "integer [request-field-type-widened]"],
    ),
    (
        [],
        [["set", f"{INPUT} name enum", ["a"]]],
        ["breaking: The argument `name` of `gig.clients.create` is only `[\"a\"]`; before, nothing "
         "[request-field-type-narrowed]"],
    ),
    (
        [],
        [["set", "components schemas Order enum", ["desc", "asc"]]],
        ["text: `Order` is described differently [schema-text-changed]"],
    ),
    (
        [["set", "components schemas Status x-enum-varnames", ["A", "B"]]],
        [["set", "components schemas Status x-enum-varnames", ["A", "B", "C"]]],
        ["text: `Status` is described differently [schema-text-changed]"],
    ),
    (
        [["set", "components schemas Address additionalProperties", False]],
        [["drop", "components schemas Address additionalProperties"]],
        ["changed: `Address` may have undocumented keys [schema-opened]"],
    ),
    (
        [["set", "components schemas Note additionalProperties", {"type": "integer"}]],
        [["set", "components schemas Note additionalProperties", {"type": "string"}]],
        ["breaking: A value of `Note` is a string instead of an integer [schema-type-changed]"],
    ),
    (
        [["set", f"{CLIENT} tags additionalProperties", {"type": "integer"}]],
        [["set", "components schemas Client discriminator", {"propertyName": "kind"}]],
        ["breaking: `Client` is distinguished by `kind`, not nothing "
         "[schema-discriminator-changed]"],
    ),
    (
        [["set", "components schemas Client discriminator", {"propertyName": "kind"}]],
        [["set", "components schemas Client discriminator mapping", {"a": "b"}]],
        ["breaking: `Client` follows other rules: `{\"propertyName\": \"kind\", \"mapping\": "
         "{\"a\": \"b\"}}`; before, `{\"propertyName\": \"kind\"}` [schema-keyword-changed]"],
    ),
    (
        [["set", f"{CLIENT} phone readOnly", True]],
        [["set", f"{CLIENT} phone readOnly", False]],
        ["changed: `Client.phone` can be set [answer-field-became-writable]"],
    ),
    (
        [],
        [["set", f"{CLIENT} phone readOnly", False]],
        ["text: `Client.phone` is described differently [answer-field-text-changed]"],
    ),
    (
        [["set", f"{CLIENT} phone writeOnly", True]],
        [["drop", f"{CLIENT} phone writeOnly"]],
        ["added: `Client.phone` is answered [answer-field-became-readable]"],
    ),
    (
        [],
        [["set", "components schemas Client required", ["id", "unknown"]]],
        ["changed: `Client.unknown` is always there [answer-field-became-required]"],
    ),
    (
        [],
        [["set", f"{CLIENT} geo", {"type": "object", "properties": {"lat": {"type": "number"}}}]],
        ["added: `Client.geo` is new [answer-field-added-optional]"],
    ),
    (
        [["set", f"{CLIENT} geo", {"type": "object", "properties": {"lat": {"type": "number"}}}]],
        [["set", f"{CLIENT} geo properties lat type", "string"]],
        ["breaking: `Client.geo.lat` is a string instead of a number [answer-field-type-changed]"],
    ),
    (
        [],
        [["set", f"{GET} responses 200 content application/json example", {}]],
        ["text: The answer of `gig.clients.get` is described differently [answer-text-changed]"],
    ),
    (
        [],
        [["set", f"{NOTE} requestBody content application/json schema $ref",
          "#/components/schemas/ClientInput"]],
        ["breaking: `gig.notes.create` takes no argument `text` any more [request-field-removed]",
         "breaking: `gig.notes.create` takes a new required argument `name` "
         "[request-field-added-required]",
         *(f"added: `gig.notes.create` takes a new argument `{name}` "
           "[request-field-added-optional]"
           for name in ("phone", "status", "address", "copies", "due_at"))],
    ),
    (
        [["set", f"{CLIENT} geo", True]],
        [["set", f"{CLIENT} geo", {"type": "object", "additionalProperties": {"type": "number"}}]],
        ["changed: `Client.geo` is only a map of number; before, anything "
         "[answer-field-type-narrowed]"],
    ),
    (
        [["set", f"{CLIENT} geo", {"enum": ["a", 1]}]],
        [["set", f"{CLIENT} geo", {"const": None}]],
        ["changed: `Client.geo` is only null; before, anything [answer-field-type-narrowed]"],
    ),
    (
        [["set", f"{CLIENT} geo", {"items": {"type": "string"}}]],
        [["set", f"{CLIENT} geo", {"anyOf": [{"type": "array"}, {"type": "array"}]}]],
        ["breaking: `Client.geo` may be an array or an array; before, only an array of string "
         "[answer-field-type-widened]",
            "breaking: An item of `Client.geo` may be anything; before, only a string "
            "[answer-field-type-widened]",
        ],
    ),
    (
        [["set", "components schemas Client required", ["id", "unknown"]]],
        [["set", "components schemas Client required", ["id"]]],
        ["breaking: `Client.unknown` may be absent [answer-field-became-optional]"],
    ),
    (
        [],
        [["set", f"{CLIENT} phone x-secret", True]],
        ["changed: `Client.phone`: `x-secret` is `true` instead of nothing "
         "[answer-field-value-fact-changed]"],
    ),
    (
        [["set", "components schemas Address properties city readOnly", True]],
        [["drop", "components schemas Address properties city"]],
        ["breaking: `Address.city` is gone [answer-field-removed]"],
    ),
    (
        [["set", "paths /clients post callbacks", {"done": {"a": 1}, "other": {}}]],
        [["drop", "paths /clients post callbacks other"]],
        ["breaking: The API does not call back after `gig.clients.create` any more: `other` "
         "[callback-removed]"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("before", "edits", "said"), CASES, ids=[case[2][0] for case in CASES])
def test_a_change_is_told(before: list[list[Any]], edits: list[list[Any]], said: list[str]) -> None:
    assert lines(*edits, before=before) == said


def test_another_spelling_of_a_parameter_is_not_an_argument() -> None:
    spelling = {"name": "limit[max]", "in": "query", "schema": {"type": "integer"}}
    [change] = changes(
        ["set", "paths /clients get parameters +", spelling],
        ["set", "paths /clients get x-gigstack alternatives", {"limit[max]": "limit"}],
    )
    assert change.id == "fact-changed"


def test_a_change_has_its_place_its_values_and_its_side() -> None:
    [change] = changes(["set", f"{CLIENT} name type", ["integer", "null"]])
    assert change.place == "components.schemas.Client.properties.name"
    assert (change.was, change.now) == ("a string", "an integer")
    assert change.side == Side.ANSWER
    assert change.subjects == ("Client.name",)
    assert set(change.operations) == {
        *("create_client", "get_client", "delete_client", "list_clients"),
        "event client.created",
    }
    assert change.confidence == 1.0


def test_a_field_that_only_answers_hold_may_come_as_required() -> None:
    [change] = changes(
        ["set", f"{CLIENT} kind", {"type": "string"}],
        ["set", "components schemas Client required", ["id", "kind"]],
    )
    assert (change.id, change.level) == ("answer-field-added-required", "added")
