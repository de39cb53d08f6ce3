"""`scripts/generate.py --check` tells each file that is not what the spec gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.generate import differences

from .trial import TRIAL_SPEC, Trial


@pytest.fixture
def target(trial: Trial, tmp_path: Path) -> Path:
    return Path(shutil.copytree(trial.folder, tmp_path / "_generated"))


def test_code_fresh_from_the_generator_shows_no_difference(target: Path) -> None:
    assert differences(TRIAL_SPEC, target) == []


def test_a_hand_edit_an_extra_file_and_a_missing_file_are_each_reported(target: Path) -> None:
    edited = target / "models" / "thing.py"
    edited.write_text(edited.read_text() + "# by hand\n")
    (target / "models" / "extra.py").write_text("")
    (target / "api" / "things" / "get_thing.py").unlink()
    assert differences(TRIAL_SPEC, target) == [
        "api/things/get_thing.py: missing",
        "models/extra.py: not generated",
        "models/thing.py: changed",
    ]


def test_an_edit_of_one_byte_is_reported(target: Path) -> None:
    edited = target / "__init__.py"
    content = bytearray(edited.read_bytes())
    content[-3] ^= 1
    edited.write_bytes(content)
    assert differences(TRIAL_SPEC, target) == ["__init__.py: changed"]


def test_a_folder_that_is_not_there_or_not_generated_is_reported(target: Path) -> None:
    shutil.rmtree(target / "models")
    (target / "tags").mkdir()
    (target / "tags" / "__init__.py").write_text("")
    found = differences(TRIAL_SPEC, target)
    assert "tags/__init__.py: not generated" in found
    assert {each for each in found if each.startswith("models/")} == {
        f"models/{name}.py: missing" for name in ("__init__", "color", "owner", "thing")
    }


def test_caches_are_no_difference(target: Path) -> None:
    for cache in ("__pycache__", "models/__pycache__", ".ruff_cache", "api/gone/__pycache__"):
        (target / cache).mkdir(parents=True, exist_ok=True)
        (target / cache / "thing.cpython-311.pyc").write_bytes(b"x")
    assert differences(TRIAL_SPEC, target) == []
