"""Descriptions of classes and fields, read from their source."""

from __future__ import annotations

import pytest

from gigstack_api._core.schema.descriptions import field_texts, public_text
from gigstack_api.models import Client


class Thing:
    size: int
    """How large.

    In metres.
    """
    name: str
    "Its name."
    untold: str
    count = 5
    """Not annotated."""
    colour: str


class Special(Thing):
    size: int
    """How large it is."""


def test_the_texts_below_annotations_are_found() -> None:
    assert field_texts(Thing) == {"size": "How large.\n\nIn metres.", "name": "Its name."}
    assert field_texts(Special) == {"size": "How large it is.", "name": "Its name."}
    assert field_texts(Client)["from_"] == "Where it was made: `api`, `manual`."
    assert field_texts(Client) is field_texts(Client)


def test_a_class_without_source_has_no_texts() -> None:
    assert field_texts(type("Made", (), {})) == {}
    assert field_texts(int) == {}


@pytest.mark.parametrize(
    ("text", "public"),
    [
        (None, ""),
        ("One\n    line.", "One line."),
        ("One.\n\n    Two\n    lines.", "One.\n\nTwo lines."),
        ("Amount. Unverified: inferred. From a sample.", "Amount."),
        ("Amount. Not confirmed by the API's documentation. More.", "Amount. More."),
        ("Not confirmed by the API's documentation.", ""),
        ("Unverified: named by one client.", ""),
        ("An `Unverified` state.", "An `Unverified` state."),
    ],
)
def test_research_notes_are_left_out(text: str | None, public: str) -> None:
    assert public_text(text) == public
