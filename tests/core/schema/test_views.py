"""Models as dataclasses, results as mappings."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from gigstack_api import Page, Upserted
from gigstack_api.models import Client, ClientAddress

CAME: dict[str, Any] = {
    "id": "client_1",
    "from": "api",
    "address": {"zip": "03100", "planet": "Mars"},
    "bcc": ["a"],
    "grown": {"a": [1]},
}


def test_asdict_gives_the_json_object() -> None:
    client = Client.from_dict(CAME)
    assert dataclasses.is_dataclass(client)
    assert dataclasses.asdict(client) == CAME
    assert dataclasses.asdict(client) == client.to_dict()
    assert dataclasses.asdict(Client()) == {}


def test_unknown_fields_named_like_a_method_are_left_out() -> None:
    client = Client.from_dict({"id": "1", "gone": None, "to_dict": 1, "__class__": 2})
    assert dataclasses.asdict(client) == {"id": "1"}


def test_replace_gives_a_changed_copy() -> None:
    client = Client.from_dict(CAME)
    changed = dataclasses.replace(client, name="Ana", from_="manual")
    assert changed.to_dict() == CAME | {"name": "Ana", "from": "manual"}
    assert client.to_dict() == CAME
    assert dataclasses.replace(client) == client


def test_the_fields_of_a_class_are_its_attributes() -> None:
    names = [field.name for field in dataclasses.fields(ClientAddress)]
    assert names[:2] == ["country", "street"]
    assert names[-1] == "additional_properties"
    assert "from_" in {field.name for field in dataclasses.fields(Client)}


def test_a_field_can_be_read_by_its_name_in_the_api() -> None:
    client = Client.from_dict(CAME)
    assert getattr(client, "from") == "api"
    assert getattr(client, "grown") == {"a": [1]}  # noqa: B009 - undocumented
    for name in ("nmae", "class", "__class_getitem__"):
        assert not hasattr(client, name)
    with pytest.raises(AttributeError, match="'Client' object has no attribute 'nmae'") as refused:
        getattr(client, "nmae")  # noqa: B009 - a misspelt attribute
    assert (refused.value.name, refused.value.obj) == ("nmae", client)


def test_a_model_under_construction_has_no_undocumented_fields() -> None:
    with pytest.raises(AttributeError, match="additional_properties"):
        object.__new__(Client).additional_properties  # noqa: B018 - unset


def test_a_result_is_a_mapping_for_dict() -> None:
    client = Client(id="1")
    assert dict(Upserted(client, created=True)) == {"client": client, "created": True}
    page = Page(data=(client,), next="a")
    assert dict(page) == {
        "data": (client,),
        "has_more": None,
        "next": "a",
        "total_results": None,
        "number": None,
        "size": None,
    }
    assert list(page) == [client]
    with pytest.raises(KeyError, match="keys"):
        page["keys"]
