"""`gigstack_api.core` holds each name that generated code imports."""

from __future__ import annotations

import re

import gigstack_api.core
from gigstack_api.regenerate.writing.generating import TEMPLATES
from gigstack_api.regenerate.writing.target import PRIVATE

IMPORT = re.compile(r"^ *from gigstack_api\.(?:_core[\w.]*|_lazy) import (.+)$", re.MULTILINE)


def imported_by_templates() -> set[str]:
    lines = [
        names
        for path in TEMPLATES.glob("*.jinja")
        for names in IMPORT.findall(path.read_text(encoding="utf-8"))
    ]
    return {name.split()[0] for line in lines for name in line.split(",")}


def test_every_name_that_templates_import_is_promised() -> None:
    names = imported_by_templates()
    assert {"Route", "Model", "Pager", "export_lazily"} <= names
    assert [name for name in sorted(names) if not hasattr(gigstack_api.core, name)] == []


def test_no_template_imports_the_core_in_another_way() -> None:
    for path in TEMPLATES.glob("*.jinja"):
        text = path.read_text(encoding="utf-8")
        assert "gigstack_api._" not in PRIVATE.sub("", text), path.name
