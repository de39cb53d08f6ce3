"""Errors behind the checks, and the folder that is replaced."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment

from gigstack_api.regenerate.folder import replacing
from gigstack_api.regenerate.pipeline import own_spec
from gigstack_api.regenerate.writing.formatting import FormattingError, format_code
from gigstack_api.regenerate.writing.generating import PlacedTemplate, TemplateBug


def test_code_that_is_not_python_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("def broken(:\n")
    with pytest.raises(FormattingError, match=r"broken\.py"):
        format_code(tmp_path)


@pytest.mark.parametrize(
    ("given", "place"),
    [({}, "components"), ({"endpoint_collection": SimpleNamespace(tag="things")}, "tag things")],
)
def test_an_error_of_a_template_has_a_place(given: dict[str, object], place: str) -> None:
    environment = Environment(autoescape=True)
    environment.template_class = PlacedTemplate
    with pytest.raises(TemplateBug, match=place):
        environment.from_string("{{ nothing.at.all }}").render(**given)


def test_a_folder_is_as_it_was_if_the_new_one_is_not_written(tmp_path: Path) -> None:
    old = tmp_path / "package"
    old.mkdir()
    (old / "module.py").write_text("x = 1\n")
    with pytest.raises(FileNotFoundError), replacing(old):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["package"]
    assert (old / "module.py").read_text() == "x = 1\n"


def test_the_spec_of_this_package_is_found() -> None:
    assert own_spec().read_text(encoding="utf-8").startswith("# Built by `make spec`")
