"""OMIT and the type guards."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable

import pytest

from gigstack_api import OMIT, Match, Omit
from gigstack_api._core.schema.types import is_list, is_mapping, is_object, is_sequence


@pytest.mark.parametrize(
    ("value", "shapes"),
    [
        ({}, {"object", "mapping"}),
        (OrderedDict[str, int](a=1), {"object", "mapping"}),
        (Match("tax_id", "X"), {"mapping"}),
        ([], {"list", "sequence"}),
        ((), {"sequence"}),
        (deque([1]), {"sequence"}),
        ("text", set[str]()),
        (b"bytes", set[str]()),
        (bytearray(b"bytes"), set[str]()),
        (memoryview(b"bytes"), set[str]()),
        ({1}, set[str]()),
        (None, set[str]()),
    ],
)
def test_each_type_guard_accepts_its_own_types(value: object, shapes: set[str]) -> None:
    tests: dict[str, Callable[[object], bool]] = {
        "object": is_object,
        "list": is_list,
        "mapping": is_mapping,
        "sequence": is_sequence,
    }
    assert {name for name, fits in tests.items() if fits(value)} == shapes


def test_omit_is_false_and_prints_its_name() -> None:
    assert not OMIT
    assert repr(OMIT) == "OMIT"
    assert OMIT is Omit.OMIT
