"""The generated models: they lose nothing and agree with the types of their fields."""

from __future__ import annotations

import inspect
import pickle
from copy import copy, deepcopy
from datetime import datetime
from typing import Any

import pytest

from gigstack_api import InvalidArgumentError, models
from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.schema.json import encode_json
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model, write_fields
from gigstack_api._core.schema.views import attributes_of
from scripts.spec.examples import made
from tests.contract.wire import SPEC

GENERATED = [
    cls
    for _, cls in inspect.getmembers(models, inspect.isclass)
    if issubclass(cls, Model) and cls is not Model
]


@pytest.mark.parametrize("cls", GENERATED)
@pytest.mark.parametrize("value", ["odd", 5, ["x", {"y": 1}], {"id": {"z": [1]}}])
def test_a_generated_model_keeps_values_of_unexpected_types(
    cls: type[Model], value: object
) -> None:
    came = dict.fromkeys(cls.wire_fields(), value) | {"grown": value}
    assert cls.from_dict(came).to_dict() == came
    list(model(cls).drift(came, ""))


def plausible(cls: type[Model]) -> Any:
    """A model with a value in every field, as the spec has it."""
    schemas = SPEC["components"]["schemas"]
    return cls.from_dict(made(SPEC, schemas[cls.__name__])) if cls.__name__ in schemas else cls()


def refuse() -> Any:
    raise AssertionError("not read in one pass")


@pytest.mark.parametrize("cls", GENERATED)
def test_a_documented_object_is_read_in_one_pass(cls: type[Model]) -> None:
    whole = plausible(cls)
    body = encode_json({"success": True, "message": "ok", "data": whole.to_dict()})
    assert Value(model(cls)).read_plain(body, refuse) == whole


@pytest.mark.parametrize("cls", GENERATED)
def test_generated_writing_agrees_with_the_field_types(cls: type[Model]) -> None:
    whole = plausible(cls)
    written = write_fields(whole.to_dict(), cls.wire_fields())
    assert model(cls).write(whole, "") == written
    for api_name in cls.wire_fields():
        alone = cls.from_dict({api_name: whole.to_dict().get(api_name)})
        assert model(cls).write(alone, "") == {
            name: value for name, value in written.items() if name == api_name
        }


@pytest.mark.parametrize("cls", GENERATED)
@pytest.mark.parametrize("value", [float("nan"), {1, 2}, b"bytes", datetime(2026, 11, 21)])
def test_a_generated_model_refuses_what_cannot_be_sent(cls: type[Model], value: object) -> None:
    for name, _ in attributes_of(cls).values():
        odd = cls()
        setattr(odd, name, value)
        with pytest.raises(InvalidArgumentError):
            model(cls).write(odd, "")


def test_a_generated_model_is_copied_compared_and_pickled() -> None:
    item = models.InvoiceItem.from_dict({"id": "1", "taxes": [{"rate": 0.16}], "grown": 1})
    assert copy(item) == deepcopy(item) == pickle.loads(pickle.dumps(item)) == item
    assert item != models.InvoiceItem.from_dict({"id": "1", "taxes": [{"rate": 0.08}], "grown": 1})
    assert item != models.InvoiceItem.from_dict({"id": "1", "taxes": [{"rate": 0.16}]})
    assert item != models.Tax()  # type: ignore[comparison-overlap] # of another class
    with pytest.raises(TypeError, match="unhashable"):
        hash(item)
