"""The rules for openapi.yaml: the spec keeps them, and each finds what breaks it."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Any

import pytest
from attrs import frozen

from gigstack_api.regenerate.document import walk
from scripts.spec.lint import RULES, Rule, lint
from scripts.spec.model import Node, reachable
from scripts.spec.rules import files, operations, schemas, secrets, snippets

from .wire import SPEC

FROZEN = pickle.dumps(SPEC)
GONE = object()
TEXT: Node = {"type": ["string", "null"], "description": "A text."}

LIST = ("paths", "/clients", "get")
LIST_ANSWER = (*LIST, "responses", "200")
LIST_FACTS = (*LIST, "x-gigstack")
CREATE_FACTS = ("paths", "/clients", "post", "x-gigstack")
GET_FACTS = ("paths", "/clients/{id}", "get", "x-gigstack")
HEALTH = ("paths", "/auth/health", "get")
FILE_FACTS = (
    "paths",
    "/invoices/download/package/{package_id}",
    "get",
    "x-gigstack",
)
PAID_FACTS = ("paths", "/payments/{id}/paid", "post", "x-gigstack")
SCHEMAS = ("components", "schemas")
CLIENT = (*SCHEMAS, "Client", "properties")
CSF = (*SCHEMAS, "ClientCsfInput", "properties", "file")
INPUT = (*SCHEMAS, "ClientInput", "properties")
GET = ("paths", "/clients/{id}", "get")
CREATE_INVOICE = ("paths", "/invoices/income", "post")
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


OF_OPERATIONS = [rule for rule in RULES if rule.__module__ == operations.__name__]

BREAKS = [
    Break(
        schemas.references_lead_somewhere,
        (*SCHEMAS, "ClientEnvelope", "properties", "data"),
        {"anyOf": [{"$ref": "#/components/schemas/Customer"}]},
        "ClientEnvelope.properties.data.anyOf[0]: '#/components/schemas/Customer' leads nowhere",
    ),
    Break(
        schemas.references_lead_somewhere,
        LIST_ANSWER,
        {"content": {"application/json": {"schema": {"$ref": "more.yaml#/Client"}}}},
        "'more.yaml#/Client' leads nowhere",
    ),
    Break(
        operations.operations_are_complete,
        LIST,
        {"operationId": "create_client"},
        "operationId 'create_client': must name one operation, not 2",
    ),
    Break(
        operations.operations_are_complete,
        LIST,
        {"operationId": GONE},
        "operationId '': must name one operation, not 1",
    ),
    Break(
        operations.operations_are_complete,
        LIST,
        {"tags": ["customers"]},
        "GET /clients: give it one tag, one that is declared",
    ),
    Break(
        operations.operations_are_complete,
        LIST,
        {"tags": ["clients", "teams"]},
        "GET /clients: give it one tag, one that is declared",
    ),
    Break(
        operations.operations_are_complete,
        LIST_FACTS,
        {"method": "get"},
        "clients.get: must be the method of one operation, not of 2",
    ),
    Break(
        operations.operations_are_complete,
        LIST_FACTS,
        {"method": "import"},
        "GET /clients: 'import' cannot be the name of a method",
    ),
    Break(
        operations.operations_are_documented,
        LIST,
        {"summary": GONE},
        "GET /clients: write a summary",
    ),
    Break(
        operations.operations_are_documented,
        LIST,
        {"description": "", "x-note": GONE},
        "GET /clients: write a description",
    ),
    Break(
        operations.operations_are_documented,
        LIST,
        {"summary": "List them."},
        "GET /clients: remove the final dot of the summary",
    ),
    Break(
        operations.operations_are_documented,
        LIST,
        {"externalDocs": {"url": "https://docs.gigstack.io/x"}},
        "GET /clients: externalDocs and",
    ),
    Break(
        operations.operations_are_documented,
        LIST_FACTS,
        {"docs": "https://docs.gigstack.io/x"},
        "GET /clients: externalDocs and",
    ),
    Break(
        operations.operations_are_documented,
        HEALTH,
        {"x-note": "Likely."},
        "GET /auth/health: is inferred; say from what",
    ),
    Break(
        operations.parameters_are_described,
        ("components", "parameters", "Team", "schema"),
        {"description": GONE},
        "GET /clients team: describe it",
    ),
    Break(
        operations.parameters_are_described,
        ("components", "parameters", "Team"),
        {"description": "X"},
        "GET /clients team: move the description",
    ),
    Break(
        operations.facts_are_known,
        LIST,
        {"x-gigstack": GONE},
        "GET /clients: needs x-gigstack",
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
        "GET /clients: unknown key in x-gigstack: colour",
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
        operations.replay_classes_are_right,
        LIST_FACTS,
        {"replay": "keyed"},
        "GET /clients: replay must be once or safe, not keyed",
    ),
    Break(
        operations.replay_classes_are_right,
        PAID_FACTS,
        {"replay": "natural"},
        "POST /payments/{id}/paid: is natural, but its body takes no `search`",
    ),
    Break(
        operations.replay_classes_are_right,
        ("paths", "/clients/{id}", "put", "x-gigstack"),
        {"replay": "safe"},
        "PUT /clients/{id}: replay must be idempotent or once, not safe",
    ),
    Break(
        operations.replay_classes_are_right,
        ("paths", "/auth/signup", "post", "x-gigstack"),
        {"idempotency_key": GONE},
        "POST /auth/signup: is keyed; set idempotency_key to its location",
    ),
    Break(
        operations.values_exist,
        LIST_FACTS,
        {"unwrap": "data.clients"},
        "GET /clients: unwrap 'data.clients' does not exist",
    ),
    Break(
        operations.values_exist,
        GET_FACTS,
        {"paging": "next"},
        "GET /clients/{id}: unwrap 'data' of a list must be an array",
    ),
    Break(
        operations.values_exist,
        (*FILE_FACTS, "download"),
        {"fields": ["data.zip"]},
        "download field 'data.zip' does not exist",
    ),
    Break(
        operations.values_exist,
        LIST_ANSWER,
        {"content": GONE},
        "GET /clients: has an answer without a body; unwrap must be empty",
    ),
    Break(
        operations.values_exist,
        LIST_ANSWER,
        {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}},
        "GET /clients: its answer is not JSON; unwrap must be none, without fields",
    ),
    Break(
        operations.arguments_exist,
        LIST_FACTS,
        {"idempotency_key": "body.idempotency_key"},
        "GET /clients: takes no idempotency_key",
    ),
    Break(
        operations.arguments_exist,
        LIST_FACTS,
        {"alternatives": {"created>": "next"}},
        "GET /clients: alternatives name 'created>'",
    ),
    Break(
        operations.arguments_exist,
        LIST_FACTS,
        {"times": {"created_gte": "s"}},
        "GET /clients: times must be {'created_gte': 's', 'cr",
    ),
    Break(
        operations.arguments_exist,
        PAID_FACTS,
        {"times": {"date": "ms"}},
        "POST /payments/{id}/paid: times must be {'date': 's'}",
    ),
    Break(
        operations.arguments_exist,
        LIST_FACTS,
        {"ranges": {"limit": [1, 50]}},
        "GET /clients: ranges must be {'limit': [1, 100]",
    ),
    Break(
        operations.arguments_exist,
        LIST_FACTS,
        {"metadata_filter": GONE},
        "GET /clients: metadata_filter and a parameter",
    ),
    Break(
        operations.arguments_exist,
        HEALTH,
        {"security": [{"bearer": []}]},
        "GET /auth/health: anonymous and `security: [{}]`",
    ),
    Break(
        operations.answers_are_components,
        (*LIST, "responses"),
        {"401": GONE},
        "GET /clients: add the answer 401",
    ),
    Break(
        operations.answers_are_components,
        LIST_ANSWER,
        {"description": ""},
        "GET /clients 200: describe it",
    ),
    Break(
        operations.answers_are_components,
        (*LIST_ANSWER, "content"),
        {"application/json": {"schema": {"type": "object"}}},
        "GET /clients 200: make the schema of application/json a component",
    ),
    Break(
        operations.answers_are_components,
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
        "TaxType: x-values describe values that are not in the enum: ['VAT']",
    ),
    Break(
        schemas.enums_are_open,
        (*SCHEMAS, "TaxType"),
        {"x-enum-varnames": ["IVA"]},
        "TaxType: x-enum-varnames must give each value",
    ),
    Break(
        schemas.codes_are_strings,
        (*SCHEMAS, "PaymentFormCode"),
        {"type": "integer"},
        "PaymentFormCode: a code (payment_form) must be",
    ),
    Break(
        schemas.codes_are_strings,
        (*SCHEMAS, "PaymentFormCode"),
        {"enum": ["01"]},
        "PaymentFormCode: a code (payment_form) must be",
    ),
    *(
        Break(
            schemas.keywords_are_allowed,
            (*CLIENT, "id"),
            {name: []},
            f"Client.id: remove {name}",
        )
        for name in ("default", "const", "allOf", "oneOf", "nullable", "discriminator")
    ),
    Break(
        schemas.keywords_are_allowed,
        (*SCHEMAS, "Client"),
        {"additionalProperties": False},
        "Client: remove additionalProperties",
    ),
    Break(
        schemas.keywords_are_allowed,
        (*CLIENT, "id"),
        {"format": "uuid"},
        "Client.id: remove the format uuid",
    ),
    Break(
        schemas.keywords_are_allowed,
        (*CLIENT, "created_at"),
        {"x-unit": "h"},
        "Client.created_at: x-unit must be s or ms",
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
        "Client: remove `required`",
    ),
    Break(
        schemas.schemas_are_described,
        (*SCHEMAS, "Client"),
        {"description": GONE},
        "Client: describe it",
    ),
    Break(
        schemas.schemas_are_described,
        (*CLIENT, "id"),
        {"description": ""},
        "Client.id: describe it",
    ),
    Break(
        schemas.components_are_used,
        SCHEMAS,
        {"Lonely": {"type": "object"}},
        "Lonely: unused; remove it",
    ),
    Break(
        schemas.components_are_used,
        ("components", "parameters"),
        {"Lonely": {"schema": {}}},
        "Lonely: unused",
    ),
    Break(
        schemas.other_names_are_known,
        (*SCHEMAS, "InvoiceCancelInput", "x-alternatives"),
        {"motive": "substitution_uuid"},
        "InvoiceCancelInput: x-alternatives.motive must stand for a field and be none",
    ),
    Break(
        schemas.other_names_are_known,
        (*SCHEMAS, "InvoiceCancelInput", "x-alternatives"),
        {"instead": "nothing"},
        "InvoiceCancelInput: x-alternatives.instead must stand for a field and be none",
    ),
    Break(
        schemas.other_names_are_known,
        (*SCHEMAS, "UserUpdateInput", "x-refused"),
        {"phone": "no"},
        "UserUpdateInput: phone cannot be both a field and in x-refused",
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
        schemas.template_texts_are_removed,
        SCHEMAS,
        {"Pet": TEXT},
        "Pet: is left over from the documentation tool",
    ),
    Break(
        schemas.template_texts_are_removed,
        LIST,
        {"summary": "Add a Pet to the store"},
        "spec.paths./clients.get.summary: 'Pet' is left over",
    ),
    Break(
        secrets.secrets_are_marked,
        CLIENT,
        {"portal_token": TEXT},
        "Client.portal_token: looks like a secret; set x-secret",
    ),
    Break(
        secrets.secrets_are_marked,
        CLIENT,
        {"key": {"anyOf": [TEXT]}},
        "Client.key: looks like a secret; set x-secret",
    ),
    Break(
        secrets.secrets_are_marked,
        CLIENT,
        {"name": {**TEXT, "x-secret": "no"}},
        "Client.name: x-secret must be true or false, not 'no'",
    ),
    Break(
        files.uploads_are_described,
        CSF,
        {"x-media-types": GONE},
        "ClientCsfInput.file: list the accepted kinds in x-media-types",
    ),
    Break(
        files.uploads_are_described,
        CSF,
        {"x-media-types": []},
        "ClientCsfInput.file: list the accepted kinds in x-media-types",
    ),
    Break(
        operations.ids_exist,
        (*GET, "x-gigstack"),
        {"ids": {"uuid": {"Client": "id"}}},
        "GET /clients/{id}: ids name 'uuid', which is not in the path",
    ),
    Break(
        operations.ids_exist,
        (*GET, "x-gigstack"),
        {"ids": {"id": {"Client": "uuid"}}},
        "GET /clients/{id}: ids name Client.uuid, which does not exist",
    ),
    Break(
        schemas.fields_are_always_there,
        (*SCHEMAS, "Invoice", "properties", "id"),
        {"x-always": True},
        "Invoice.id: remove x-always; create_income_invoice shows none",
    ),
    Break(
        operations.fiscal_bodies_are_marked,
        (*CREATE_INVOICE, "x-gigstack"),
        {"stamps": GONE},
        "POST /invoices/income: set stamps: true",
    ),
    Break(
        operations.fiscal_bodies_are_marked,
        LIST_FACTS,
        {"stamps": True},
        "GET /clients: remove stamps",
    ),
    Break(
        schemas.accepted_models_exist,
        (*SCHEMAS, "InlineClient"),
        {"x-accepts": ["Client", "Webhok"]},
        "InlineClient: x-accepts names Webhok, which has none of its fields",
    ),
    Break(
        files.uploads_are_described,
        CSF,
        {"x-media-types": ["pdf"]},
        "ClientCsfInput.file: list the accepted kinds in x-media-types",
    ),
    Break(
        files.uploads_are_described,
        CSF,
        {"x-max-bytes": "5 MiB"},
        "x-max-bytes must be a number of bytes, not '5 MiB'",
    ),
    Break(
        files.uploads_are_described,
        CLIENT,
        {"name": {**TEXT, "x-max-bytes": 5}},
        "Client.name: x-media-types and x-max-bytes",
    ),
    *(
        Break(snippets.examples_are_python, CREATE_FACTS, {"example": example}, finding)
        for example, finding in (
            ("await (", "POST /clients: its example is not Python"),
            ("client = 1", "POST /clients: its example has to call gig.clients.create"),
            ("x = 1\n" * 10, "POST /clients: its example has at most 9 lines"),
            (f"x = '{'x' * 90}'", "POST /clients: its example has at most 9 lines of 88"),
        )
    ),
]


def test_the_spec_keeps_all_rules() -> None:
    quick = [rule for rule in RULES if rule != schemas.spec_is_valid]  # `make check` runs it
    assert lint(SPEC, quick) == []


@pytest.mark.parametrize(
    "broken", BREAKS, ids=lambda broken: f"{broken.rule.__name__}-{broken.finding[:40]}"
)
def test_a_rule_finds_what_breaks_it(broken: Break) -> None:
    found = lint(broken.applied(), [broken.rule])
    assert any(broken.finding in finding for finding in found), found
    assert all("\n" not in finding and ": " in finding for finding in found)


def test_every_rule_is_broken_by_a_test() -> None:
    assert {broken.rule for broken in BREAKS} | {schemas.spec_is_valid} == set(RULES)


def test_a_spec_that_is_not_openapi_gets_no_other_findings() -> None:
    found = lint({"openapi": "3.1.0", "info": {}, "paths": {}})
    assert any("info: is not valid OpenAPI 3.1" in finding for finding in found), found
    assert all("is not valid OpenAPI" in finding for finding in found)


def answering(answer: Node, **facts: Any) -> Node:
    """The spec, in which `GET /clients/{id}` has another answer and other facts."""
    spec: Node = pickle.loads(FROZEN)
    node = spec["paths"]["/clients/{id}"]["get"]
    del node["responses"]["200"]
    node["responses"] |= answer
    node["x-gigstack"] |= facts
    return spec


def test_an_answer_without_a_body_is_allowed() -> None:
    spec = answering({"204": {"description": "Done."}}, unwrap="empty")

    assert lint(spec, OF_OPERATIONS) == []


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "text/csv"])
def test_a_file_alone_is_allowed(media_type: str) -> None:
    schema = {"type": "string", "format": "binary"}
    answer = {"200": {"description": "A file.", "content": {media_type: {"schema": schema}}}}
    file: Node = {"media_type": media_type, "file_name": "{id}", "fields": []}

    assert lint(answering(answer, unwrap="none", download=file), OF_OPERATIONS) == []


def test_parameters_of_a_whole_path_are_allowed() -> None:
    spec: Node = pickle.loads(FROZEN)
    item = spec["paths"]["/clients/{id}"]
    item["parameters"] = item["get"].pop("parameters")
    for method in ("put", "delete"):
        del item[method]["parameters"]

    assert lint(spec, OF_OPERATIONS) == []


def test_a_rule_that_meets_a_malformed_part_says_so() -> None:
    found = lint({"paths": {"/a": {"get": {"tags": 3}}}}, [operations.operations_are_complete])

    assert any("too malformed to check operations_are_complete: Type" in line for line in found)


def mutations(spec: Node, seed: int) -> Iterator[Node]:
    """A spec with one part removed or replaced, over and over."""
    random = Random(seed)
    frozen = pickle.dumps(spec)
    while True:
        mutated = pickle.loads(frozen)
        holders = [node for _, node in walk(mutated) if node]
        holder = random.choice(holders)
        key = random.choice(sorted(holder))
        value = random.choice([GONE, None, 7, "x", [], {}, [None], {"$ref": "#/nowhere"}])
        if value is GONE:
            del holder[key]
        else:
            holder[key] = value
        yield mutated


def test_no_malformed_spec_stops_the_rules() -> None:
    paths = {path: SPEC["paths"][path] for path in ("/auth/health", "/auth/signup")}
    spec = {**SPEC, "paths": paths, "webhooks": {}}
    used = reachable(spec, paths)
    spec["components"] = {
        kind: {
            name: part
            for name, part in parts.items()
            if kind == "securitySchemes" or f"#/components/{kind}/{name}" in used
        }
        for kind, parts in SPEC["components"].items()
    }
    assert lint(spec) == []

    for mutated in islice(mutations(spec, seed=1), 10):
        for rule in RULES:
            assert all(isinstance(finding, str) for finding in lint(mutated, [rule]))
