"""Generated models read any answer without failing and without losing anything."""

from __future__ import annotations

from typing import Any

import pytest

from .trial import Trial


def read(trial: Trial, **values: object) -> Any:
    thing: Any = trial.model("Thing")
    return thing.from_dict(values)


def test_a_known_enum_value_becomes_a_member(trial: Trial) -> None:
    color: Any = trial.model("Color")
    assert read(trial, color="deep-blue").color is color.DEEP_BLUE


def test_an_unknown_enum_value_is_kept_as_a_string(trial: Trial) -> None:
    thing = read(trial, id="thing_1", color="ultraviolet", owner={"name": "Ana"})
    assert (thing.id, thing.color, thing.owner.name) == ("thing_1", "ultraviolet", "Ana")


def test_a_missing_required_key_reads_as_none(trial: Trial) -> None:
    thing = read(trial, amount=2)
    assert (thing.id, thing.color, thing.amount) == (None, None, 2)


def test_an_empty_object_is_read(trial: Trial) -> None:
    assert read(trial).to_dict() == {}


def test_null_for_an_optional_object_reads_as_none(trial: Trial) -> None:
    assert read(trial, owner=None).owner is None


def test_null_for_a_non_nullable_object_reads_as_none(trial: Trial) -> None:
    assert read(trial, labels=None).labels is None


@pytest.mark.parametrize("value", [None, 1_700_000_000_000, "2026-11-21T04:43:00Z", "yesterday"])
@pytest.mark.parametrize("name", ["made_at", "paid_at"])
def test_a_time_in_any_format_is_kept_unchanged(trial: Trial, name: str, value: object) -> None:
    assert getattr(read(trial, **{name: value}), name) == value


@pytest.mark.parametrize("value", ["a text", 7, ["a list"], {"an": "object"}, True])
def test_a_value_of_an_unexpected_type_is_kept_unchanged(trial: Trial, value: object) -> None:
    for name in ("id", "color", "owner", "parts", "labels", "amount", "size", "made_at", "paid_at"):
        kept = read(trial, **{name: value}).to_dict()
        assert kept == {name: value}


def test_unknown_fields_are_kept_and_written_back(trial: Trial) -> None:
    thing = read(trial, id="thing_1", invented={"today": 1}, owner={"name": "Ana", "shoe_size": 38})
    assert thing.additional_properties == {"invented": {"today": 1}}
    assert thing.owner.additional_properties == {"shoe_size": 38}
    assert thing.to_dict() == {
        "id": "thing_1",
        "invented": {"today": 1},
        "owner": {"name": "Ana", "shoe_size": 38},
    }


def test_a_free_form_object_is_a_plain_dict(trial: Trial) -> None:
    assert type(read(trial, labels={"any": {"thing": [1]}}).labels) is dict
    assert not hasattr(trial.models(), "FreeForm")


def test_a_model_nests_in_lists_of_its_own_type(trial: Trial) -> None:
    thing = read(trial, id="a", parts=[{"id": "b", "parts": [{"id": "c"}]}])
    assert thing.parts[0].parts[0].id == "c"
    assert type(thing.parts[0].parts[0]) is type(thing)


def test_a_number_or_string_field_keeps_the_type_it_got(trial: Trial) -> None:
    assert [read(trial, size=size).size for size in (1, 1.5, "1.5")] == [1, 1.5, "1.5"]


def test_an_absent_field_does_not_get_the_default_of_the_spec(trial: Trial) -> None:
    assert read(trial).amount is None


def test_a_field_named_with_a_keyword_gets_an_underscore(trial: Trial) -> None:
    thing = read(trial, **{"class": "A"})
    assert thing.class_ == "A"
    assert thing.to_dict() == {"class": "A"}


def test_a_model_has_the_fields_of_the_spec_in_their_order(trial: Trial) -> None:
    assert list(dict(read(trial))) == [
        "id",
        "color",
        "owner",
        "parts",
        "labels",
        "amount",
        "size",
        "made_at",
        "paid_at",
        "class_",
    ]


def test_envelopes_bodies_and_free_forms_get_no_model(trial: Trial) -> None:
    assert sorted(trial.models().__all__) == ["Color", "Owner", "Thing"]
    assert sorted(path.stem for path in (trial.folder / "_generated" / "models").glob("*.py")) == [
        "__init__",
        "color",
        "owner",
        "thing",
    ]


def test_a_secret_field_is_kept_but_not_printed(trial: Trial) -> None:
    thing = read(trial, id="thing_1", owner={"name": "Ana", "pin": "1234"})
    assert thing.owner.pin == "1234"
    assert repr(thing) == "Thing(id='thing_1', owner=Owner(name='Ana', pin=***))"
