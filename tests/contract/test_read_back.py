"""Documents that were read are accepted where they are sent: as models and as mappings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from gigstack_api import Gigstack, models
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import fields_of, model
from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api._core.schema.undocumented import Undocumented
from scripts.spec.examples import made

from .wire import SPEC, without_nulls

pytestmark = pytest.mark.anyio

SCHEMAS = SPEC["components"]["schemas"]


def accepted() -> Iterator[Any]:
    """Each object that is sent, with each model of answers that is accepted in its place."""
    for name, schema in SCHEMAS.items():
        for other in schema.get("x-accepts", ()):
            yield pytest.param(name, other, id=f"{other} as {name}")


def model_names() -> Iterator[str]:
    """The names of all models."""
    for name in models.__all__:
        found = getattr(models, name)
        if isinstance(found, type) and issubclass(found, Model):
            yield name


@pytest.mark.parametrize(("name", "other"), list(accepted()))
def test_a_model_of_an_answer_is_sent_where_it_is_accepted(name: str, other: str) -> None:
    kind = model(getattr(models, name), *SCHEMAS[name]["x-accepts"])
    document = made(SPEC, {"$ref": f"#/components/schemas/{other}"})
    read: Model = getattr(models, other).from_dict(document)
    for value in (read, document, read.to_dict()):
        undocumented: list[Undocumented] = []
        assert kind.write(value, "field", undocumented) == document
        assert undocumented == []


@pytest.mark.parametrize("name", list(model_names()))
def test_every_model_is_sent_as_it_was_read(name: str) -> None:
    document = made(SPEC, {"$ref": f"#/components/schemas/{name}"})
    read: Model = getattr(models, name).from_dict(document)
    undocumented: list[Undocumented] = []
    for value in (read, document):
        assert model(type(read)).write(value, "field", undocumented) == document
    assert undocumented == []


def objects(schema: dict[str, Any], value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a value that have a model, by the name of their component."""
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    schema = SCHEMAS.get(name, schema)
    if is_object(value):
        if hasattr(models, name):
            yield name, value
        else:
            for field, inner in value.items():
                yield from objects(schema.get("properties", {}).get(field, {}), inner)
    elif is_list(value):
        for item in value:
            yield from objects(schema.get("items", {}), item)
    for choice in schema.get("anyOf", ()):
        yield from objects(choice, value)


def examples_of_models() -> Iterator[Any]:
    """Every documented example that holds an object of the spec, with its schema."""
    from scripts.spec.model import calls

    for call in calls(SPEC):
        for node in [call.node.get("requestBody", {}), *call.successes.values()]:
            for example, schema, value in call.examples(node):
                if any(objects(schema, value)):
                    yield pytest.param(schema, value, id=f"{call.id}-{example}-{len(str(value))}")


@pytest.mark.parametrize(("schema", "value"), list(examples_of_models()))
def test_a_documented_example_passes_unchanged(schema: dict[str, Any], value: Any) -> None:
    """Example values are written field by field, with the types that the spec gives them."""
    for name, document in objects(schema, value):
        cls = getattr(models, name)
        assert model(cls).write(document, "field", []) == document
        written = model(cls).write(cls.from_dict(document), "field", [])
        assert without_nulls(written) == without_nulls(document)


LINE: Any = {
    "description": "Consultoría",
    "quantity": 1,
    "unit_price": 1000,
    "product_key": "80141503",
    "unit_key": "E48",
    "taxes": [{"type": "IVA", "rate": 0.16}],
}
JUAN: Any = {
    "name": "Juan Pérez García",
    "legal_name": "JUAN PEREZ GARCIA",
    "tax_id": "XAXX010101000",
    "tax_system": "616",
    "use": "S01",
    "address": {"zip": "03100"},
}


@pytest.mark.parametrize("as_mapping", [False, True])
async def test_what_the_sandbox_answers_can_be_sent_back(
    gigstack: Gigstack, as_mapping: bool
) -> None:
    def again(value: Any) -> Any:
        if is_list(value):
            return [again(item) for item in value]
        return value.to_dict() if as_mapping else value

    buyer = await gigstack.clients.create(**JUAN)
    service = await gigstack.services.create(description="Café", unit_price=50)
    first = await gigstack.income_invoices.create(
        client=again(buyer), items=[again(service), LINE], payment_form="01"
    )
    second = await gigstack.income_invoices.create(
        client=again(buyer), items=again(first.items), payment_form="01"
    )
    assert second.total == first.total
    receipt = await gigstack.receipts.create(client=again(buyer), items=again(first.items))
    payment = await gigstack.payments.register(
        client=again(buyer), items=again(receipt.items), payment_form="01"
    )
    third = await gigstack.income_invoices.create(
        client=again(payment.client), items=again(payment.items), payment_form="01"
    )
    assert third.total == first.total
    draft = await gigstack.draft_invoices.create(
        invoice_type="I", client=again(first.client), items=again(third.items), payment_form="01"
    )
    changed = await gigstack.draft_invoices.update(
        draft.id or "", client=again(draft.client), items=again(draft.items)
    )
    assert changed.total == first.total
    assert fields_of(type(changed))
