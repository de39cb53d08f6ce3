"""`python -m gigstack_api.regenerate`: what it writes, says, and refuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import Drift, DriftLog
from gigstack_api.regenerate import regenerating
from gigstack_api.regenerate.__main__ import explain, main
from gigstack_api.regenerate.folder import LOCK, files_in
from gigstack_api.regenerate.writing.generating import TemplateBug


def spec(**changes: Any) -> dict[str, Any]:
    """A spec of one operation."""
    text: dict[str, Any] = {"type": "string"}
    thing: dict[str, Any] = {"type": "object", "required": ["id"], "properties": {"id": text}}
    answer: dict[str, Any] = {
        "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
    }
    call: dict[str, Any] = {
        "operationId": "getThing",
        "tags": ["things"],
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": text}],
        "responses": {"200": {"description": "It.", "content": answer}},
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Small things", "version": "1"},
        "servers": [{"url": "https://things.test"}],
        "paths": {"/things/{id}": {"get": call}},
        "components": {"schemas": {"Thing": thing}},
        **changes,
    }


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The file of that spec."""
    path = tmp_path / "spec.json"
    path.write_text(json.dumps(spec()))
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where its package is written."""
    return tmp_path / "things_api"


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_a_package_is_written_with_its_client(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--spec", source, "--out", out) == 0
    assert f"Wrote 11 modules to {out}: `from things_api import SmallThings`." in (
        capsys.readouterr().out
    )
    modules = {"__init__.py", "_generated", "client.py", "models", "operations"}
    assert {path.name for path in out.iterdir()} == {*modules, "openapi.lock", "py.typed"}


def test_a_package_is_named_on_request(source: Path, out: Path) -> None:
    assert run("--spec", source, "--out", out, "--package", "vendors.things") == 0
    assert "class Things(BaseClient, Resources)" in (out / "client.py").read_text()
    operation = "Operation: vendors.things.operations.things.get_thing\n"
    assert operation in (out / "_generated" / "api" / "things.py").read_text()


def test_the_same_spec_gives_the_same_bytes(source: Path, out: Path, tmp_path: Path) -> None:
    other = tmp_path / "again" / "things_api"
    run("--spec", source, "--out", out)
    run("--spec", source, "--out", other)
    assert files_in(out) == files_in(other)
    assert (out / LOCK).read_bytes() == (other / LOCK).read_bytes()


def test_changes_for_users_are_listed(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--spec", source, "--out", out)
    run("--spec", source, "--out", out)
    assert "Changed for users" not in capsys.readouterr().out
    changed = spec()
    call = changed["paths"]["/things/{id}"]["get"]
    call["parameters"].append({"name": "lang", "in": "query", "schema": {"type": "string"}})
    changed["components"]["schemas"]["Thing"]["properties"]["size"] = {"type": "integer"}
    source.write_text(json.dumps(changed))
    run("--spec", source, "--out", out)
    assert (
        "\nChanged for users (2):\n- added: Thing.size added\n"
        "- added: client.things.get(lang) added\n" in capsys.readouterr().out
    )


def test_what_is_gone_from_the_spec_is_gone_from_the_package(source: Path, out: Path) -> None:
    run("--spec", source, "--out", out)
    changed = spec()
    changed["paths"]["/things/{id}"]["get"]["operationId"] = "readThing"
    source.write_text(json.dumps(changed))
    assert run("--spec", source, "--out", out) == 0
    modules = {path.name for path in (out / "operations" / "things").glob("*.py")}
    assert modules == {"__init__.py", "read_thing.py"}


def test_nothing_moved(source: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("--spec", source, "--out", out)
    (out / "__pycache__").mkdir()
    (out / "__pycache__" / "client.pyc").write_bytes(b"x")
    capsys.readouterr()
    assert run("--spec", source, "--out", out, "--check") == 0
    assert capsys.readouterr().out.startswith(f"{out} is what the spec gives. Nothing moved.\n")


def test_a_check_names_the_parts_that_moved(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--spec", source, "--out", out)
    changed = spec(info={"title": "Small things", "version": "2"})
    source.write_text(json.dumps(changed))
    lock = json.loads((out / LOCK).read_text()) | {"generator": "0.28", "formatter": "0.1"}
    (out / LOCK).write_text(json.dumps(lock))
    before = files_in(out)
    capsys.readouterr()
    assert run("--spec", source, "--out", out, "--check") == 1
    assert files_in(out) == before
    assert (
        "Moved: the spec, the document that they give, the version of openapi-python-client, the"
        " version of ruff.\n" in capsys.readouterr().out
    )


def test_a_check_names_the_files_that_differ(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--spec", source, "--out", out)
    (out / "client.py").write_text("# edited\n")
    (out / "py.typed").unlink()
    (out / "extra.py").write_text("")
    capsys.readouterr()
    assert run("--spec", source, "--out", out, "--check") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{out} is not what the spec gives. Moved: the code."
    assert lines[1:4] == [
        "- client.py: changed",
        "- extra.py: not generated",
        "- py.typed: missing",
    ]


def test_a_check_without_a_package_says_that_all_is_new(source: Path, out: Path) -> None:
    assert run("--spec", source, "--out", out, "--check") == 1
    assert not out.exists()


def test_overlays_come_first(
    source: Path, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(
        "overlay: 1.1.0\n"
        "info: {title: ours, version: '1'}\n"
        "actions:\n"
        "- {target: $.components.schemas.Thing.properties, update: {colour: {type: string}}}\n"
        "- {target: \"$.paths['/gone']\", remove: true}\n"
    )
    arguments = ("--spec", source, "--overlay", overlay, "--out", out)
    assert run(*arguments) == 0
    assert "colour: str | None = None" in (out / "_generated" / "models" / "thing.py").read_text()
    assert "actions[1] (remove $.paths['/gone']): It selects nothing." in capsys.readouterr().out
    overlay.write_text(overlay.read_text().replace("colour", "color"))
    assert run(*arguments, "--check") == 1
    assert "Moved: the overlays, the document that they give, the code." in capsys.readouterr().out


def test_a_report_holds_what_was_printed(
    source: Path, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.md"
    run("--spec", source, "--out", out, "--report", report)
    assert report.read_text() == f"# Regeneration from {source}\n\n{capsys.readouterr().out}"


def test_a_drift_log_becomes_proposals(
    source: Path, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "drift.jsonl"
    log = DriftLog(path)
    log(Drift("things.get", "size", expected="no such field", got=5))
    log(Drift("things.gone", "size", expected="no such field", got=5))
    log.flush()
    assert run("--spec", source, "--out", out, "--drift", path) == 0
    written = capsys.readouterr().out
    proposals = written.partition("Proposed by the drift log, not applied (1):")[2]
    assert "size:" in proposals
    assert "Look at these yourself (1):" in proposals
    assert run("--spec", source, "--out", out, "--check", "--drift", path) == 0
    assert capsys.readouterr().out.endswith(proposals)
    assert run("--spec", source, "--out", out, "--drift", tmp_path / "none.jsonl") == 2
    assert "none.jsonl: It cannot be read" in capsys.readouterr().err


def test_a_failed_run_leaves_the_package_as_it_was(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--spec", source, "--out", out)
    before = files_in(out)
    changed = spec()
    changed["components"]["schemas"]["Thing"]["properties"]["owner"] = {
        "$ref": "#/components/schemas/Owner"
    }
    source.write_text(json.dumps(changed))
    capsys.readouterr()
    assert run("--spec", source, "--out", out) == 2
    said = capsys.readouterr().err
    assert said.startswith("The spec cannot be used:\n")
    assert "components.schemas.Thing.properties.owner" in said
    assert files_in(out) == before
    assert [path.name for path in out.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("nonsense: [", "spec.json"),
        ('{"swagger": "2.0"}', "Swagger 2.0"),
        ("[]", "spec.json"),
        (None, "spec.json"),
    ],
)
def test_a_file_that_is_no_spec_is_refused_in_a_sentence(
    source: Path, out: Path, content: str | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is None:
        source.unlink()
    else:
        source.write_text(content)
    assert run("--spec", source, "--out", out) == 2
    text = capsys.readouterr().err
    assert said in text
    assert "Traceback" not in text
    assert not out.exists()


def test_an_overlay_that_is_missing_is_refused(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--spec", source, "--out", out, "--overlay", "gone.yaml") == 2
    assert "gone.yaml: It cannot be read: No such file or directory." in capsys.readouterr().err


def test_a_folder_of_somebody_else_is_not_overwritten(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.mkdir()
    assert run("--spec", source, "--out", out) == 0  # an empty one is taken
    (out / "mine.py").write_text("x = 1\n")
    assert run("--spec", source, "--out", out) == 2
    assert f"{out}/mine.py: This file was not written by this command" in capsys.readouterr().err
    (out / LOCK).unlink()
    assert run("--spec", source, "--out", out) == 2
    assert f"it holds no {LOCK}" in capsys.readouterr().err
    assert (out / "mine.py").read_text() == "x = 1\n"


def test_a_file_in_place_of_the_folder_is_not_overwritten(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.write_text("mine")
    assert run("--spec", source, "--out", out) == 2
    assert f"{out}: This is not a folder." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--out: Python cannot import 'small-things'. Name it with --package"),
        (("--package", "a..b"), "--package: Python cannot import 'a..b'."),
        (("--package", "class"), "--package: Python cannot import 'class'."),
    ],
)
def test_a_name_that_cannot_be_imported_is_refused(
    source: Path,
    tmp_path: Path,
    arguments: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("--spec", source, "--out", tmp_path / "small-things", *arguments) == 2
    assert said in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert run("--spec", source, "--out", tmp_path / "file" / "things_api") == 2
    assert f"{tmp_path}/file: File exists" in capsys.readouterr().err


def test_a_bug_is_told_as_one(
    source: Path, out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise TemplateBug("paths./things.get") from KeyError("x")

    monkeypatch.setattr(regenerating, "regenerate", broken)
    assert run("--spec", source, "--out", out) == 2
    said = capsys.readouterr().err
    assert said.startswith(
        "This is a bug of gigstack_api.regenerate at paths./things.get: KeyError"
    )
    assert "Please report it with the spec" in said
    assert "Traceback" not in said
    monkeypatch.setenv("GIGSTACK_REGENERATE_DEBUG", "1")
    run("--spec", source, "--out", out)
    assert "Traceback" in capsys.readouterr().err


def test_a_missing_extra_is_named() -> None:
    error = ModuleNotFoundError("No module named 'jsonpath'", name="jsonpath")
    assert explain(error) == (
        "No module named 'jsonpath'. Install what it needs: pip install 'gigstack-api[generator]'"
    )
    ours = ModuleNotFoundError("No module named 'x'", name="gigstack_api.x")
    assert explain(ours).startswith("This is a bug of gigstack_api.regenerate: ModuleNotFoundError")


def test_a_reader_that_has_gone_is_no_error(source: Path, out: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "gigstack_api.regenerate"]
    command += ["--spec", str(source), "--out", str(out)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
    assert (out / LOCK).is_file()


def test_the_command_runs_as_a_module(source: Path, out: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "gigstack_api.regenerate",
        "--spec",
        str(source),
        "--out",
        str(out),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "from things_api import SmallThings" in done.stdout
