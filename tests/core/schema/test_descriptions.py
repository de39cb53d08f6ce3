"""Models as other tools see them: attrs, type hints, `copy.replace`, `dict`, JSON texts, help."""

from __future__ import annotations

import inspect
import pydoc
import subprocess
import sys
import typing
import weakref
from copy import deepcopy
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest

from gigstack_api import models
from gigstack_api._core.schema.models import Model
from gigstack_api.models import Client, ClientAddress

GENERATED = [
    cls
    for _, cls in inspect.getmembers(models, inspect.isclass)
    if issubclass(cls, Model) and cls is not Model
]
CLIENT = Client.from_dict(
    {"id": "client_1", "name": "Ana", "from": "api", "address": {"zip": "03100"}, "grown": 1}
)


@pytest.mark.parametrize("cls", GENERATED)
def test_the_type_hints_of_every_model_resolve(cls: type[Model]) -> None:
    hints = typing.get_type_hints(cls)
    assert hints["additional_properties"] == dict[str, Any]
    assert [*dict(cls())] == [name for name in hints if name != "additional_properties"]


def test_type_hints_name_the_classes_of_nested_fields() -> None:
    assert typing.get_type_hints(Client)["address"] == ClientAddress | None
    assert typing.get_type_hints(models.Invoice)["items"] == list[models.InvoiceItem] | None


@pytest.mark.parametrize("cls", GENERATED)
def test_attrs_knows_the_fields_of_every_model(cls: type[Model]) -> None:
    seen: Any = cls
    assert attrs.has(seen)
    names = [field.name for field in attrs.fields(seen)]
    assert names == [*dict(cls()), "additional_properties"]


def test_attrs_tells_the_types_of_fields() -> None:
    seen: Any = Client
    fields: Any = attrs.fields(seen)
    assert fields.address.type == ClientAddress | None
    assert fields.from_.kw_only
    assert fields.from_.default is None


def test_attrs_takes_models_apart_and_changes_them() -> None:
    client: Any = CLIENT
    apart = attrs.asdict(client, filter=lambda _, value: bool(value))
    assert apart == {
        "id": "client_1",
        "name": "Ana",
        "from_": "api",
        "address": {"zip": "03100"},
        "additional_properties": {"grown": 1},
    }
    assert attrs.astuple(client, recurse=False)[0] == "client_1"
    assert attrs.evolve(client, name="Zoe").to_dict() == {**CLIENT.to_dict(), "name": "Zoe"}
    assert CLIENT.name == "Ana"


def test_a_copy_may_have_other_values() -> None:
    changed = CLIENT.__replace__(name="Zoe")
    assert changed.to_dict() == {**CLIENT.to_dict(), "name": "Zoe"}
    with pytest.raises(TypeError, match="nme"):
        CLIENT.__replace__(nme="Zoe")


def test_dict_gives_all_fields_and_the_unknown_ones_last() -> None:
    fields = dict(CLIENT)
    assert list(fields)[:3] == ["id", "address", "name"]
    assert (fields["from_"], fields["address"], fields["email"]) == (
        "api",
        ClientAddress(zip="03100"),
        None,
    )
    assert list(fields)[-1] == "grown"


def test_a_model_is_written_as_json_and_read_back() -> None:
    text = CLIENT.to_json()
    assert text == (
        '{"id":"client_1","address":{"zip":"03100"},"name":"Ana","from":"api","grown":1}'
    )
    assert Client.from_json(text) == Client.from_json(text.encode("utf-16")) == CLIENT


@pytest.mark.parametrize("text", ["", "[1]", "null", b"\xff", "{", '{"a": ' + "[" * 200])
def test_a_text_that_is_no_json_object_is_refused(text: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Client.from_json(text)


@pytest.mark.parametrize("value", [float("nan"), [float("inf"), None], object()])
def test_a_value_json_cannot_hold_is_not_written(value: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        Client(name=value).to_json()


def test_numbers_and_times_are_written_as_json_has_them() -> None:
    text = models.Tax(
        rate=Decimal("0.1066670"),  # as `decimals=True` reads it
        additional_properties={"at": datetime(2026, 11, 28, tzinfo=UTC), "none": [None]},
    ).to_json()
    assert text == '{"rate":0.1066670,"at":"2026-11-28T00:00:00Z","none":[null]}'


def test_help_shows_the_text_of_each_field() -> None:
    shown = pydoc.plain(pydoc.render_doc(models.LineItemInput))
    assert "description: The product or service sold." in shown
    assert "Finds the service, or creates it." in shown
    doc = inspect.getdoc(Client)
    assert doc is not None
    assert doc.startswith("A client (receptor) of a team.")
    assert "from_: Where it was made: `api`, `manual`." in doc


def test_a_model_without_source_or_texts_shows_its_own_text() -> None:
    made: dict[str, Any] = {"Model": Model, "__name__": "nowhere"}
    exec('class Made(Model):\n    """A text."""\nclass Silent(Model):\n    pass', made)
    assert inspect.getdoc(made["Made"]) == "A text."
    assert made["Silent"].__doc__ is None


def test_models_have_no_hash_and_take_weak_references() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(CLIENT)
    copied = deepcopy(CLIENT)
    assert weakref.ref(copied)() is copied


def test_a_model_takes_documented_keywords_only() -> None:
    untyped: Any = Client
    with pytest.raises(TypeError):
        untyped("client_1")
    with pytest.raises(TypeError, match="nme"):
        untyped(nme="Ana")
    with pytest.raises(AttributeError):
        CLIENT.nme = "Ana"  # type: ignore[attr-defined]


def test_rich_hides_secrets_as_the_repr_does() -> None:
    team = models.WebhookSigning.from_dict({"secret": "whsec", "api_key": "k"})
    assert "whsec" not in repr([*team.__rich_repr__()])
    assert "whsec" not in repr(team)


def test_models_do_not_import_attrs_for_their_description() -> None:
    code = (
        "import sys, gigstack_api.models as m; m.Client; before = set(sys.modules)\n"
        "m.Client.from_json('{}').to_json(); m.Client.__doc__\n"
        "print({'attrs', 'ast', 'inspect'} & (set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
