"""The options of openapi-python-client in `generator-config.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gigstack_api.regenerate import normalising, options
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.facts import infer
from gigstack_api.regenerate.writing import generate

THING: Node = {
    "type": "object",
    "description": "A thing.",
    "properties": {
        "name": {"type": "string", "description": "Its name."},
        "1st": {"description": "The first."},
    },
}
ANSWER: Node = {
    "description": "-",
    "content": {"application/vnd.thing": {"schema": {"$ref": "#/components/schemas/Thing"}}},
}
SPEC: Node = {
    "openapi": "3.1.0",
    "info": {"title": "Things", "version": "1"},
    "paths": {"/thing": {"get": {"operationId": "get_thing", "responses": {"200": ANSWER}}}},
    "components": {"schemas": {"Thing": THING}},
}


LISTED = '''
    """A thing.

    Attributes:
        name: Its name.
        attribute_1st: The first.
    """
'''


def written(folder: Path) -> dict[str, str]:
    """The code of the spec by file."""
    generate(infer(normalising.normalise(SPEC).document).document, folder / "trial")
    found = (folder / "trial").rglob("*.py")
    return {path.name: path.read_text(encoding="utf-8") for path in found}


def test_the_options_stand_at_the_top_of_the_project() -> None:
    assert Path(options.__file__).parents[2] / "generator-config.yml" == options.FILE
    assert yaml.safe_load(options.FILE.read_text())["field_prefix"] == "field_"


def test_an_option_that_is_changed_takes_effect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = written(tmp_path / "usual")
    assert "Download" in usual["get_thing.py"]
    assert LISTED not in usual["thing.py"]
    assert "field_1st" in usual["thing.py"]
    changed = {
        "docstrings_on_attributes": False,
        "content_type_overrides": {"application/vnd.thing": "application/json"},
        "field_prefix": "attribute_",
    }
    file = tmp_path / "changed.yml"
    file.write_text(yaml.safe_dump(changed))
    monkeypatch.setattr(options, "FILE", file)
    found = written(tmp_path / "changed")
    assert "Download" not in found["get_thing.py"]
    assert found["thing.py"].count('"""') == 6
    assert LISTED in found["thing.py"]
