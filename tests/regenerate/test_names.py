"""Python names of what a spec names."""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword, kwlist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openapi_python_client.strings import ClassName, PythonIdentifier

from gigstack_api._core.schema.models import Model
from gigstack_api.regenerate import names, reserved
from gigstack_api.regenerate.member_names import member_names

FIELDS = {
    "name": "name",
    "taxId": "taxId",
    "tax_id": "tax_id",
    "tax-id": "tax_id",
    "tax-ID": "tax_id",
    "from": "from_",
    "None": "None_",
    "class": "class_",
    "match": "match",
    "self": "self_",
    "cls": "cls_",
    "to_dict": "to_dict_",
    "additional_properties": "additional_properties_",
    "items": "items",
    "keys": "keys",
    "copy": "copy",
    "1st": "field_1st",
    "2": "field_2",
    "²": "field_2",
    "$ref_": "ref",
    "$type": "type",
    "@id": "id",
    "a.b": "a_b",
    "a b": "a_b",
    "x-id": "x_id",
    "a..b--c": "a_b_c",
    "_id": "id_",
    "__v": "v_",
    "_": "field",
    "": "field",
    "$": "field",
    "☃": "field",
    "+1": "plus_1",
    "-1": "minus_1",
    "created>": "created_gt",
    "created<=": "created_lte",
    "created[gte]": "created_gte",
    "DateSent<": "date_sent_lt",
    "año": "año",
    "ﬁle": "file",
    "dict": "dict_",
    "str": "str_",
    "Mapping": "Mapping_",
}


@pytest.mark.parametrize(("wire", "name"), FIELDS.items())
def test_a_field_is_called(wire: str, name: str) -> None:
    assert names.field_name(wire) == name


def test_a_field_called_like_a_type_gives_way_to_others() -> None:
    assert names.field_name("list", {"string"}) == "list"
    assert names.field_name("list", {"array"}) == "list_"
    assert names.field_name("int", {"integer"}) == "int_"


def test_no_field_hides_what_a_model_does() -> None:
    attributes = [name for name in dir(Model) if not name.startswith("_")]
    assert {"from_dict", "to_dict", "to_json", "additional_properties"} <= set(attributes)
    for attribute in attributes:
        assert names.field_name(attribute) == f"{attribute}_"


@pytest.mark.parametrize("word", kwlist)
def test_no_name_is_a_keyword(word: str) -> None:
    for choose in (
        names.field_name,
        names.argument_name,
        names.path_argument_name,
        names.method_name,
    ):
        assert not iskeyword(choose(word))


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("Idempotency-Key", "idempotency_key"),
        ("X-Request-Id", "x_request_id"),
        ("taxId", "taxId"),
        ("self", "self_"),
    ],
)
def test_an_argument_is_called(wire: str, name: str) -> None:
    assert names.argument_name(wire) == name


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("id", "id"),
        ("clientId", "client_id"),
        ("AccountSid", "account_sid"),
        ("1st-part", "field_1st_part"),
        ("in", "in_"),
    ],
)
def test_a_part_of_a_path_is_called(wire: str, name: str) -> None:
    assert names.path_argument_name(wire) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Client", "Client"),
        ("pet", "Pet"),
        ("Geo Point(1)", "GeoPoint1"),
        ("HTTPError", "HTTPError"),
        ("a_b-c", "ABC"),
        ("3ds", "Model3Ds"),
        ("", "ModelModel"),
        ("warning", "WarningModel"),
        ("FieldType", "FieldTypeModel"),
        ("list_things body", "ListThingsBody"),
        ("class", "Class"),
    ],
)
def test_a_class_is_called(text: str, name: str) -> None:
    assert names.class_name(text) == name


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("clients", "clients"),
        ("Client Ledgers", "client_ledgers"),
        ("request", "request_api"),
        ("1-on-1", "module_1_on_1"),
    ],
)
def test_a_resource_is_called(tag: str, name: str) -> None:
    assert names.resource_name(tag) == name


@pytest.mark.parametrize(
    ("values", "given", "expected"),
    [
        (["a", "on-hold"], [], None),
        (["+1", "-1", ""], [], ["PLUS_1", "MINUS_1", "EMPTY"]),
        (["1.0", "v2"], [], ["VALUE_1_0", "V2"]),
        (["image/png"], [], ["IMAGE_PNG"]),
        (["a", "A"], ["SMALL", "LARGE"], None),
        (["a"], ["first one"], None),
        ([1, -2], [], None),
        ([1, 2], ["ONE", "TWO"], None),
        (["ü", "☃"], [], ["Ü", "VALUE"]),
    ],
)
def test_members_are_called(
    values: list[str], given: list[str], expected: list[str] | None
) -> None:
    assert member_names(values, given) == expected


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (
            lambda: member_names(["a_b", "a__b"]),
            "'a_b' and 'a__b' would both be called A_B_LOWER",
        ),
        (lambda: member_names([1, 2], ["X", "x"]), "1 and 2 would both be called X"),
        (
            lambda: names.fields(["tax-id", "tax_id"], {}),
            "'tax-id' and 'tax_id' would both be called tax_id",
        ),
        (lambda: names.fields(["a", "b"], {"a": "b"}), "'a' and 'b' would both be called b"),
    ],
)
def test_a_clash_is_refused(call: Callable[[], object], text: str) -> None:
    with pytest.raises(names.NameClash) as caught:
        call()
    assert str(caught.value) == text


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["=", "<", ">="], ["EQUAL", "LESS", "GREATER_EQUAL"]),
        (["google", "google+"], ["GOOGLE", "GOOGLE_PLUS"]),
        (["on-hold", "on_hold"], ["ON_DASH_HOLD", "ON_HOLD"]),
        (["asc", "ASC", "Asc"], ["ASC_LOWER", "ASC", "ASC_MIXED"]),
        (["a b", "a_b"], ["A_SPACE_B", "A_B"]),
        (["\N{EURO SIGN}", "$"], ["EURO_SIGN", "DOLLAR"]),
    ],
)
def test_members_of_one_name_say_their_signs_and_case(
    values: list[str], expected: list[str]
) -> None:
    assert member_names(values) == expected


def test_names_that_differ_in_case_alone_do_not_clash() -> None:
    assert names.fields(["taxId", "tax-id", "TaxId"], {}) == {
        "taxId": "taxId",
        "tax-id": "tax_id",
        "TaxId": "TaxId",
    }


@given(st.text(max_size=20))
def test_any_text_becomes_a_name(text: str) -> None:
    for choose in (
        names.field_name,
        names.argument_name,
        names.body_field_name,
        names.path_argument_name,
    ):
        name = choose(text)
        assert names.is_usable(name)
        assert choose(name) in (name, f"{name}_")
    assert names.module_name(text).isidentifier()
    assert names.resource_name(text).isidentifier()


@given(st.text(max_size=20))
def test_the_generator_keeps_the_names_of_classes_and_modules(text: str) -> None:
    name, module = names.class_name(text), names.module_name(text)
    assert name.isidentifier()
    assert ClassName(name, "") == name
    assert PythonIdentifier(module, "") == module


@given(st.lists(st.text(max_size=8), min_size=1, max_size=5, unique=True))
def test_members_are_names_or_a_clash(values: list[str]) -> None:
    try:
        found = member_names(values)
    except names.NameClash:
        return
    assert found is None or all(names.is_usable(name) for name in found)


def test_templates_and_classes_say_which_names_are_taken() -> None:
    assert {"to_dict", "self", "str", "dict", "Any"} <= reserved.field_words()
    assert "self" in reserved.argument_words()
    assert {"Model", "FieldType", "Mapping"} <= reserved.class_words()
    assert {"request", "paginate", "aclose"} <= reserved.resource_words()
    assert {"list", "int"} <= reserved.type_words()
