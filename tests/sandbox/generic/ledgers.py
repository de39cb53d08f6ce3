"""Our own spec with a private resource, as an overlay would add it."""

from __future__ import annotations

from typing import Any

from gigstack_api.sandbox.spec import load


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


def _answer(name: str) -> dict[str, Any]:
    return {"description": "It.", "content": _json(name)}


ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
QUERY = [
    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100}},
    {"name": "next", "in": "query", "schema": {"type": "string"}},
    {
        "name": "status",
        "in": "query",
        "schema": {"type": "array", "items": {"type": "string", "enum": ["open", "closed"]}},
    },
]
BODY = {"required": True, "content": _json("LedgerInput")}

PATHS: dict[str, Any] = {
    "/ledgers": {
        "post": {
            "tags": ["ledgers"],
            "operationId": "create_ledger",
            "requestBody": BODY,
            "responses": {"201": _answer("LedgerEnvelope")},
        },
        "get": {
            "tags": ["ledgers"],
            "operationId": "list_ledgers",
            "parameters": QUERY,
            "responses": {"200": _answer("LedgerPage")},
        },
    },
    "/ledgers/{id}": {
        "parameters": [ID],
        "get": {
            "tags": ["ledgers"],
            "operationId": "get_ledger",
            "responses": {"200": _answer("LedgerEnvelope")},
        },
        "put": {
            "tags": ["ledgers"],
            "operationId": "update_ledger",
            "requestBody": BODY,
            "responses": {"200": _answer("LedgerEnvelope")},
        },
        "delete": {
            "tags": ["ledgers"],
            "operationId": "delete_ledger",
            "responses": {"204": {"description": "It is gone."}},
        },
    },
    "/ledgers/{id}/close": {
        "parameters": [ID],
        "post": {
            "tags": ["ledgers"],
            "operationId": "close_ledger",
            "responses": {"200": _answer("LedgerEnvelope")},
        },
    },
}
FIELDS = {
    "name": {"type": "string", "minLength": 1},
    "status": {"type": "string", "enum": ["open", "closed"], "default": "open"},
    "balance": {"type": "number"},
}
SCHEMAS: dict[str, Any] = {
    "LedgerInput": {"type": "object", "required": ["name"], "properties": FIELDS},
    "Ledger": {
        "type": "object",
        "required": ["id", "name"],
        "properties": {
            "id": {"type": "string"},
            **FIELDS,
            "team": {"type": "string"},
            "livemode": {"type": "boolean"},
            "created_at": {"type": "integer", "x-unit": "s"},
            "updated_at": {"type": "integer", "x-unit": "ms"},
        },
    },
    "LedgerEnvelope": {
        "type": "object",
        "required": ["message", "data"],
        "properties": {
            "message": {"type": "string"},
            "data": {"$ref": "#/components/schemas/Ledger"},
        },
    },
    "LedgerPage": {
        "type": "object",
        "properties": {
            "message": {"type": "string"},
            "data": {"type": "array", "items": {"$ref": "#/components/schemas/Ledger"}},
            "has_more": {"type": "boolean"},
            "next": {"type": "string"},
            "total_results": {"type": "integer"},
        },
    },
}


def alone() -> dict[str, Any]:
    """The private resource as a spec of its own."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Ledgers", "version": "1"},
        "servers": [{"url": "https://ledgers.test"}],
        "security": [{"bearer": []}],
        "paths": PATHS,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def with_ours() -> dict[str, Any]:
    """Our spec with the private resource in it."""
    ours = load()
    components = ours["components"]
    return {
        **ours,
        "paths": {**ours["paths"], **PATHS},
        "components": {**components, "schemas": {**components["schemas"], **SCHEMAS}},
    }
