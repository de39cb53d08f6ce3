"""The rules for openapi.yaml: the spec keeps them, and each of them sees what breaks it."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from attrs import frozen

from scripts.spec.lint import RULES, Rule, lint
from scripts.spec.model import Node
from scripts.spec.rules import files, operations, schemas, secrets

from .wire import SPEC

FROZEN = pickle.dumps(SPEC)
GONE = object()
TEXT: Node = {"type": ["string", "null"], "description": "A text."}

LIST = ("paths", "/clients", "get")
LIST_ANSWER = (*LIST, "responses", "200")
LIST_FACTS = (*LIST_ANSWER, "x-gigstack")
CREATE_FACTS = ("paths", "/clients", "post", "responses", "200", "x-gigstack")
GET_FACTS = ("paths", "/clients/{id}", "get", "responses", "200", "x-gigstack")
HEALTH = ("paths", "/auth/health", "get")
FILE_FACTS = (
    "paths",
    "/invoices/download/package/{package_id}",
    "get",
    "responses",
    "200",
    "x-gigstack",
)
PAID_FACTS = ("paths", "/payments/{id}/paid", "post", "responses", "200", "x-gigstack")
SCHEMAS = ("components", "schemas")
CLIENT = (*SCHEMAS, "Client", "properties")
CSF = (*SCHEMAS, "ClientCsfInput", "properties", "file")
INPUT = (*SCHEMAS, "ClientInput", "properties")
EXAMPLE = (
    "paths",
    "/clients",
    "post",
    "requestBody",
    "content",
    "application/json",
    "examples",
    "documented",
    "value",
)


@frozen
class Break:
    """A change of the spec at a place, and the finding it must give."""

    rule: Rule
    place: tuple[str, ...]
    changes: dict[str, Any]
    finding: str

    def applied(self) -> Node:
        """The spec with the change."""
        spec: Node = pickle.loads(FROZEN)
        node: Any = spec
        for name in self.place:
            node = node[name]
        for name, value in self.changes.items():
            if value is GONE:
                del node[name]
            else:
                node[name] = value
        return spec


BREAKS = [
    Break(schemas.spec_is_valid, ("info",), {"title": GONE}, "info: is not valid OpenAPI 3.1"),
    Break(
        operations.operations_are_ours,
        ("paths", "/clients"),
        {"get": GONE},
        "paths: must hold 109 operations, not 108",
    ),
    Break(
        operations.operations_are_ours,
        LIST,
        {"operationId": "create_client"},
        "operationId 'create_client': must name one operation, not 2",
    ),
    Break(
        operations.operations_are_ours,
        LIST,
        {"operationId": GONE},
        "operationId '': must name one operation, not 1",
    ),
    Break(
        operations.operations_are_ours,
        LIST,
        {"tags": ["customers"]},
        "GET /clients: give it one tag, one that is declared",
    ),
    Break(
        operations.operations_are_ours,
        LIST,
        {"tags": ["clients", "teams"]},
        "GET /clients: give it one tag, one that is declared",
    ),
    Break(
        operations.operations_are_ours,
        LIST_FACTS,
        {"method": "get"},
        "clients.get: must be the method of one operation, not of 2",
    ),
    Break(
        operations.operations_are_ours,
        LIST_FACTS,
        {"method": "import"},
        "GET /clients: 'import' cannot be the name of a method",
    ),
    Break(operations.operations_are_told, LIST, {"summary": GONE}, "GET /clients: write a summary"),
    Break(
        operations.operations_are_told,
        LIST,
        {"description": ""},
        "GET /clients: write a description",
    ),
    Break(
        operations.operations_are_told,
        LIST,
        {"summary": "List them."},
        "GET /clients: take the dot from the summary",
    ),
    Break(
        operations.operations_are_told,
        LIST,
        {"externalDocs": {"url": "https://docs.gigstack.io/x"}},
        "GET /clients: externalDocs and",
    ),
    Break(
        operations.operations_are_told,
        LIST_FACTS,
        {"docs": "https://docs.gigstack.io/x"},
        "GET /clients: externalDocs and",
    ),
    Break(
        operations.operations_are_told,
        HEALTH,
        {"description": "Likely."},
        "GET /auth/health: is inferred; say from what",
    ),
    Break(
        operations.parameters_are_told,
        ("components", "parameters", "Team", "schema"),
        {"description": GONE},
        "GET /clients team: describe it",
    ),
    Break(
        operations.parameters_are_told,
        ("components", "parameters", "Team"),
        {"description": "X"},
        "GET /clients team: move the description",
    ),
    Break(
        operations.facts_are_known,
        LIST_ANSWER,
        {"x-gigstack": GONE},
        "GET /clients: put x-gigstack on the first success answer",
    ),
    Break(
        operations.facts_are_known,
        LIST_FACTS,
        {"replay": GONE},
        "GET /clients: x-gigstack needs replay",
    ),
    Break(
        operations.facts_are_known,
        LIST_FACTS,
        {"colour": "red"},
        "GET /clients: x-gigstack knows no colour",
    ),
    Break(
        operations.facts_are_known,
        LIST_FACTS,
        {"deadline_s": 60},
        "GET /clients: x-gigstack.deadline_s cannot be 60",
    ),
    Break(
        operations.facts_are_known,
        LIST_FACTS,
        {"evidence": "rumour"},
        "GET /clients: x-gigstack.evidence cannot be 'rumour'",
    ),
    Break(
        operations.facts_are_known,
        LIST_FACTS,
        {"paging": "scroll"},
        "GET /clients: x-gigstack.paging cannot be 'scroll'",
    ),
    Break(
        operations.facts_are_known,
        LIST_FACTS,
        {"times": {"limit": "min"}},
        "GET /clients: x-gigstack.times cannot be",
    ),
    Break(
        operations.facts_are_known,
        FILE_FACTS,
        {"download": {"fields": []}},
        "package_id}: x-gigstack.download cannot be",
    ),
    Break(
        operations.replay_is_agreed,
        LIST_FACTS,
        {"replay": "once"},
        "GET /clients: replay must be safe, not once",
    ),
    Break(
        operations.replay_is_agreed,
        CREATE_FACTS,
        {"replay": "once"},
        "POST /clients: replay must be natural, not once",
    ),
    Break(
        operations.replay_is_agreed,
        PAID_FACTS,
        {"replay": "idempotent"},
        "POST /payments/{id}/paid: replay must be once",
    ),
    Break(
        operations.replay_is_agreed,
        ("paths", "/auth/signup", "post", "responses", "201", "x-gigstack"),
        {"idempotency_key": GONE},
        "POST /auth/signup: is keyed, so say where the idempotency_key goes",
    ),
    Break(
        operations.values_are_found,
        LIST_FACTS,
        {"unwrap": "data.clients"},
        "GET /clients: unwrap 'data.clients' leads nowhere",
    ),
    Break(
        operations.values_are_found,
        GET_FACTS,
        {"paging": "next"},
        "GET /clients/{id}: unwrap 'data' of a list must lead to an array",
    ),
    Break(
        operations.values_are_found,
        (*FILE_FACTS, "download"),
        {"fields": ["data.zip"]},
        "download field 'data.zip' leads nowhere",
    ),
    Break(
        operations.arguments_are_found,
        LIST_FACTS,
        {"idempotency_key": "body.idempotency_key"},
        "GET /clients: takes no idempotency_key",
    ),
    Break(
        operations.arguments_are_found,
        LIST_FACTS,
        {"alternatives": {"created>": "next"}},
        "GET /clients: alternatives name 'created>'",
    ),
    Break(
        operations.arguments_are_found,
        LIST_FACTS,
        {"times": {"created_gte": "s"}},
        "GET /clients: times must be {'created_gte': 's', 'cr",
    ),
    Break(
        operations.arguments_are_found,
        PAID_FACTS,
        {"times": {"date": "ms"}},
        "POST /payments/{id}/paid: times must be {'date': 's'}",
    ),
    Break(
        operations.arguments_are_found,
        LIST_FACTS,
        {"ranges": {"limit": [1, 50]}},
        "GET /clients: ranges must be {'limit': [1, 100]",
    ),
    Break(
        operations.arguments_are_found,
        LIST_FACTS,
        {"metadata_filter": GONE},
        "GET /clients: metadata_filter and the parameter",
    ),
    Break(
        operations.arguments_are_found,
        HEALTH,
        {"security": [{"bearer": []}]},
        "GET /auth/health: anonymous and `security: [{}]`",
    ),
    Break(
        operations.answers_are_named,
        (*LIST, "responses"),
        {"401": GONE},
        "GET /clients: add the answer 401",
    ),
    Break(
        operations.answers_are_named,
        LIST_ANSWER,
        {"description": ""},
        "GET /clients 200: describe it",
    ),
    Break(
        operations.answers_are_named,
        (*LIST_ANSWER, "content"),
        {"application/json": {"schema": {"type": "object"}}},
        "GET /clients 200: make the schema of application/json a component",
    ),
    Break(
        operations.answers_are_named,
        (*LIST, "responses"),
        {
            "400": {
                "description": "No.",
                "content": {"application/json": {"schema": {"type": "string"}}},
            }
        },
        "GET /clients 400: make the schema of application/json a component",
    ),
    Break(
        operations.names_do_not_clash,
        INPUT,
        {"team": TEXT},
        "POST /clients: 2 arguments would be called 'team'",
    ),
    Break(
        operations.names_do_not_clash,
        INPUT,
        {"extra_query": TEXT},
        "POST /clients: 2 arguments would be called 'extra_query'",
    ),
    Break(
        operations.names_do_not_clash,
        LIST_FACTS,
        {"alternatives": {}},
        "GET /clients: 2 arguments would be called 'created_gte'",
    ),
    Break(
        schemas.objects_are_components,
        CLIENT,
        {"id": {"type": "object"}},
        "Client.id: make the object a component",
    ),
    Break(
        schemas.objects_are_components,
        CLIENT,
        {"id": {"properties": {"a": TEXT}}},
        "Client.id: make the object a component",
    ),
    Break(
        schemas.objects_are_components,
        CLIENT,
        {"bcc": {"type": "array", "items": {"type": ["object", "null"]}}},
        "Client.bcc.items: make the object a component",
    ),
    Break(
        schemas.objects_are_components,
        (*SCHEMAS, "Client"),
        {"x-role": "thing"},
        "Client: x-role cannot be 'thing'",
    ),
    Break(
        schemas.enums_are_open,
        CLIENT,
        {"id": {"enum": ["a"]}},
        "Client.id: make the enum a component",
    ),
    Break(
        schemas.enums_are_open,
        CLIENT,
        {"id": {"$ref": "#/components/schemas/TaxType"}},
        "Client.id: put TaxType and {type: string}",
    ),
    Break(
        schemas.enums_are_open,
        CLIENT,
        {"id": {"anyOf": [{"$ref": "#/components/schemas/TaxType"}, {"type": "null"}]}},
        "Client.id.anyOf[0]: put TaxType and {type: string}",
    ),
    Break(
        schemas.enums_are_open,
        (*SCHEMAS, "TaxType"),
        {"x-values": {"VAT": "no"}},
        "TaxType: x-values explain what is no value: ['VAT']",
    ),
    Break(
        schemas.enums_are_open,
        (*SCHEMAS, "TaxType"),
        {"x-enum-varnames": ["IVA"]},
        "TaxType: x-enum-varnames must name each value",
    ),
    Break(
        schemas.codes_are_texts,
        (*SCHEMAS, "PaymentFormCode"),
        {"type": "integer"},
        "PaymentFormCode: a code (payment_form) must be",
    ),
    Break(
        schemas.codes_are_texts,
        (*SCHEMAS, "PaymentFormCode"),
        {"enum": ["01"]},
        "PaymentFormCode: a code (payment_form) must be",
    ),
    *(
        Break(
            schemas.keywords_are_allowed,
            (*CLIENT, "id"),
            {name: []},
            f"Client.id: take {name} away",
        )
        for name in ("default", "const", "allOf", "oneOf", "nullable", "discriminator")
    ),
    Break(
        schemas.keywords_are_allowed,
        (*SCHEMAS, "Client"),
        {"additionalProperties": False},
        "Client: take additionalProperties",
    ),
    Break(
        schemas.keywords_are_allowed,
        (*CLIENT, "id"),
        {"format": "uuid"},
        "Client.id: take the format uuid away",
    ),
    Break(
        schemas.keywords_are_allowed,
        (*CLIENT, "created_at"),
        {"x-unit": "h"},
        "Client.created_at: x-unit is s or ms",
    ),
    Break(
        schemas.keywords_are_allowed,
        (*CLIENT, "created_at"),
        {"x-unit": GONE},
        "Client.created_at: a Unix time needs x-unit",
    ),
    Break(
        schemas.answers_are_nullable,
        (*CLIENT, "id"),
        {"type": "string"},
        "Client.id: allow null; it is part of an answer",
    ),
    Break(
        schemas.answers_are_nullable,
        (*CLIENT, "address"),
        {"anyOf": [{"$ref": "#/components/schemas/ClientAddress"}]},
        "Client.address: allow null; it is part of an answer",
    ),
    Break(
        schemas.answers_are_nullable,
        (*SCHEMAS, "Client"),
        {"required": ["id"]},
        "Client: take `required` away",
    ),
    Break(
        schemas.schemas_are_told, (*SCHEMAS, "Client"), {"description": GONE}, "Client: describe it"
    ),
    Break(schemas.schemas_are_told, (*CLIENT, "id"), {"description": ""}, "Client.id: describe it"),
    Break(
        schemas.components_are_used,
        SCHEMAS,
        {"Lonely": {"type": "object"}},
        "Lonely: nothing uses it; take it away",
    ),
    Break(
        schemas.components_are_used,
        ("components", "parameters"),
        {"Lonely": {"schema": {}}},
        "Lonely: nothing uses it",
    ),
    Break(
        schemas.fields_have_names,
        CLIENT,
        {"to_dict": TEXT},
        "Client.to_dict: cannot be an attribute of a model",
    ),
    Break(
        schemas.fields_have_names,
        CLIENT,
        {"from_": TEXT},
        "Client.from_: cannot be an attribute of a model",
    ),
    Break(
        schemas.fields_have_names,
        CLIENT,
        {"3ds": TEXT},
        "Client.3ds: cannot be an attribute of a model",
    ),
    Break(
        schemas.examples_fit,
        EXAMPLE,
        {"name": 7},
        "POST /clients body example documented: $.name: 7 is not of type 'string'",
    ),
    Break(
        schemas.examples_fit,
        ("components", "responses", "NotFound", "content", "application/json", "examples"),
        {"client": {"value": "gone"}},
        "NotFound example client: $:",
    ),
    Break(
        schemas.texts_are_ours,
        SCHEMAS,
        {"Pet": TEXT},
        "Pet: is a left-over of the documentation tool",
    ),
    Break(
        schemas.texts_are_ours,
        LIST,
        {"summary": "Add a Pet to the store"},
        "spec.paths./clients.get.summary: 'Pet' is a left-over",
    ),
    Break(
        secrets.secrets_are_marked,
        CLIENT,
        {"portal_token": TEXT},
        "Client.portal_token: sounds like a secret; say x-secret",
    ),
    Break(
        secrets.secrets_are_marked,
        CLIENT,
        {"key": {"anyOf": [TEXT]}},
        "Client.key: sounds like a secret; say x-secret",
    ),
    Break(
        secrets.secrets_are_marked,
        CLIENT,
        {"name": {**TEXT, "x-secret": "no"}},
        "Client.name: x-secret is true or false, not 'no'",
    ),
    Break(
        files.uploads_are_told,
        CSF,
        {"x-media-types": GONE},
        "ClientCsfInput.file: say in x-media-types which kinds",
    ),
    Break(
        files.uploads_are_told,
        CSF,
        {"x-media-types": []},
        "ClientCsfInput.file: say in x-media-types which kinds",
    ),
    Break(
        files.uploads_are_told,
        CSF,
        {"x-media-types": ["pdf"]},
        "ClientCsfInput.file: say in x-media-types which kinds",
    ),
    Break(
        files.uploads_are_told,
        CSF,
        {"x-max-bytes": "5 MiB"},
        "x-max-bytes is a number of bytes, not '5 MiB'",
    ),
    Break(
        files.uploads_are_told,
        CLIENT,
        {"name": {**TEXT, "x-max-bytes": 5}},
        "Client.name: x-media-types and x-max-bytes",
    ),
]


def test_the_spec_keeps_all_rules() -> None:
    assert lint(SPEC) == []


@pytest.mark.parametrize(
    "broken", BREAKS, ids=lambda broken: f"{broken.rule.__name__}-{broken.finding[:40]}"
)
def test_a_rule_sees_what_breaks_it(broken: Break) -> None:
    found = lint(broken.applied(), [broken.rule])
    assert any(broken.finding in finding for finding in found), found
    assert all("\n" not in finding and ": " in finding for finding in found)


def test_every_rule_is_broken_by_a_test() -> None:
    assert {broken.rule for broken in BREAKS} == set(RULES)


def test_nothing_more_is_said_of_a_spec_that_is_no_openapi() -> None:
    found = lint({"openapi": "3.1.0", "info": {}, "paths": {}})
    assert found
    assert all("is not valid OpenAPI" in finding for finding in found)
