"""`differences` names every file that differs from what the spec gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gigstack_api.regenerate.writing import differences

from .trial import Trial, trial_spec


@pytest.fixture
def target(trial: Trial, tmp_path: Path) -> Path:
    return Path(shutil.copytree(trial.folder, tmp_path / trial.folder.name))


def test_freshly_generated_code_has_no_difference(target: Path) -> None:
    assert differences(trial_spec(), target) == []


def test_edited_extra_and_missing_files_are_reported(target: Path) -> None:
    for name in ("_generated/models/thing.py", "operations/things/list_things.py"):
        edited = target / name
        edited.write_text(edited.read_text() + "# by hand\n")
    (target / "_generated" / "models" / "extra.py").write_text("")
    (target / "operations" / "things" / "extra.py").write_text("")
    (target / "_generated" / "api" / "things.py").unlink()
    (target / "operations" / "things" / "get_thing.py").unlink()
    assert differences(trial_spec(), target) == [
        "_generated/api/things.py: missing",
        "_generated/models/extra.py: not generated",
        "_generated/models/thing.py: changed",
        "operations/things/extra.py: not generated",
        "operations/things/get_thing.py: missing",
        "operations/things/list_things.py: changed",
    ]


@pytest.mark.parametrize(
    "name", ["_generated/__init__.py", "operations/__init__.py", "operations/things/__init__.py"]
)
def test_an_edit_of_one_byte_is_reported(target: Path, name: str) -> None:
    edited = target / name
    content = bytearray(edited.read_bytes())
    content[-3] ^= 1
    edited.write_bytes(content)
    assert differences(trial_spec(), target) == [f"{name}: changed"]


def test_missing_and_extra_folders_are_reported(target: Path) -> None:
    shutil.rmtree(target / "_generated" / "models")
    (target / "operations" / "tags").mkdir()
    (target / "operations" / "tags" / "__init__.py").write_text("")
    assert differences(trial_spec(), target) == [
        *(
            f"_generated/models/{name}.py: missing"
            for name in ("__init__", "color", "owner", "thing")
        ),
        "operations/tags/__init__.py: not generated",
    ]


def test_caches_are_not_reported(target: Path) -> None:
    for cache in (
        "_generated/models/__pycache__",
        "_generated/.ruff_cache",
        "operations/__pycache__",
        "operations/gone/__pycache__",
    ):
        (target / cache).mkdir(parents=True, exist_ok=True)
        (target / cache / "thing.cpython-311.pyc").write_bytes(b"x")
    assert differences(trial_spec(), target) == []


def test_files_beside_the_generated_folders_are_not_reported(target: Path) -> None:
    (target / "by_hand.py").write_text("x = 1\n")
    assert differences(trial_spec(), target) == []
