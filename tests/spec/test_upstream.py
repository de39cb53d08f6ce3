"""The folder of what the vendor publishes holds all of a document, in any form."""

from __future__ import annotations

from pathlib import Path

import pytest

from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import UnusableSpec
from scripts.spec import upstream
from scripts.spec.upstream import read_upstream, write_upstream

ODD: Node = {
    "openapi": "3.1.0",
    "info": {"title": "Odd", "version": "1"},
    "tags": [{"name": "shared"}],
    "paths": {
        "/v1.0/a": {
            "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}],
            "get": {"tags": ["shared"], "responses": {}},
            "post": {"tags": ["A/B c"], "responses": {}},
            "put": {"tags": ["A B/c"], "responses": {}},
            "delete": {"responses": {}},
        }
    },
}


def test_any_tag_and_path_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "spec" / "upstream"
    write_upstream(ODD, folder)
    assert read_upstream(folder) == ODD
    assert sorted(path.name for path in folder.iterdir()) == [
        *("A_B_c.yaml", "A_B_c_.yaml", "api.yaml", "shared_.yaml", "untagged.yaml"),
    ]


def test_the_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "upstream"
    write_upstream(ODD, folder)
    (folder / "left.yaml").write_text("{}")
    write_upstream({**ODD, "paths": {}}, folder)
    assert [path.name for path in tmp_path.iterdir()] == ["upstream"]
    assert sorted(path.name for path in folder.iterdir()) == ["api.yaml", "shared_.yaml"]


def test_a_failure_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "upstream"
    write_upstream(ODD, folder)

    def lose(_: Path) -> Node:
        return {}

    monkeypatch.setattr(upstream, "read_upstream", lose)
    with pytest.raises(UnusableSpec, match="would not hold all of the document"):
        write_upstream({**ODD, "paths": {}}, folder)
    monkeypatch.undo()
    assert read_upstream(folder) == ODD
    assert [path.name for path in tmp_path.iterdir()] == ["upstream"]


def test_two_files_that_say_the_same_are_refused(tmp_path: Path) -> None:
    write_upstream(ODD, tmp_path / "upstream")
    (tmp_path / "upstream" / "x.yaml").write_text("info: {title: Other}")
    with pytest.raises(SystemExit, match=r"x.yaml: info.title: stands in another file too"):
        read_upstream(tmp_path / "upstream")
