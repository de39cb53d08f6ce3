"""Public values can be copied with changes: `copy.replace` of Python 3.13."""

from __future__ import annotations

import copy
import sys
from typing import Any

import attrs
import msgspec
import pytest

from gigstack_api import Page, RetryPolicy, Upserted, UpsertOutcome
from gigstack_api.models import Client

ROW: dict[str, str] = {}
VALUES: list[tuple[Any, dict[str, Any]]] = [
    (Page(data=(1, 2), has_more=True), {"data": (1,)}),
    (RetryPolicy(), {"max_attempts": 2}),
    (Upserted(Client(), created=True), {"created": False}),
    (UpsertOutcome(index=1, row=ROW), {"index": 2}),
]


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace is new in Python 3.13")
@pytest.mark.parametrize(("value", "changes"), VALUES)
def test_a_value_is_copied_with_changes(value: Any, changes: dict[str, Any]) -> None:
    replace: Any = vars(copy)["replace"]
    changed = replace(value, **changes)
    assert {name: getattr(changed, name) for name in changes} == changes
    assert changed != value
    assert replace(value) == value


def copied_by_copy(client: Client, **changes: str) -> Any:
    if sys.version_info < (3, 13):
        pytest.skip("copy.replace is new in Python 3.13")
    return vars(copy)["replace"](client, **changes)


@pytest.mark.parametrize("replace", [msgspec.structs.replace, attrs.evolve, copied_by_copy])
def test_a_model_is_copied_with_changes(replace: Any) -> None:
    client = Client.from_dict({"id": "x", "name": "A", "from": "api", "grown": 1})
    changed = replace(client, name="Z", from_="manual")
    assert changed.to_dict() == {"id": "x", "name": "Z", "from": "manual", "grown": 1}
    assert client.name == "A"
    with pytest.raises(TypeError):
        replace(client, nme="Z")
