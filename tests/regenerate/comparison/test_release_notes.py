"""The changelog since a release, and the version that it demands."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from gigstack_api.regenerate.comparison.changes import Level
from gigstack_api.regenerate.comparison.packages import ApiChange
from gigstack_api.regenerate.comparison.reports import Entry
from gigstack_api.regenerate.comparison.versions import breaks, demanded_version, numbers
from scripts.release_notes import NothingToCompare, git, main, run
from tests.regenerate.changes.editing import edited

from .edits import BASE, CLIENT
from .test_packages import FILES, package

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
ADDED = [["set", f"{CLIENT} kind", {"type": "string"}]]


def entry(level: Level) -> Entry:
    return Entry(line="x", api=(ApiChange(name="A", what="type", level=level),))


@pytest.mark.parametrize(
    ("released", "level", "demanded"),
    [
        ("0.1.3", Level.BREAKING, "0.2.0"),
        ("0.1.3", Level.ADDED, "0.1.4"),
        ("v0.1.3", Level.CHANGED, "0.1.4"),
        ("1.2.3", Level.BREAKING, "2.0.0"),
        ("1.2.3", Level.ADDED, "1.3.0"),
        ("1.2.3", Level.DEPRECATED, "1.3.0"),
        ("1.2.3", Level.CHANGED, "1.2.4"),
    ],
)
def test_a_change_demands_a_version(released: str, level: Level, demanded: str) -> None:
    assert demanded_version(released, [entry(level)]) == demanded
    assert bool(breaks([entry(level)])) == (level == Level.BREAKING)


def test_versions_are_compared_by_their_numbers() -> None:
    assert numbers("v1.10") == (1, 10, 0)
    assert numbers("0.2.0") > numbers("0.1.12")
    assert numbers("x") == (0, 0, 0)


def write(root: Path, document: dict[str, Any]) -> None:
    (root / "openapi.yaml").write_text(
        yaml.safe_dump(document),  # pyright: ignore[reportUnknownMemberType]
        encoding="utf-8",
    )


def commit(root: Path, *words: str) -> None:
    for arguments in (("add", "-A"), (*WHO, "commit", "-q", "-m", "x"), *[words] * bool(words)):
        subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one release, 0.1.0."""
    folder = tmp_path / "project"
    package(folder / "gigstack_api", FILES)
    (folder / "gigstack_api" / "_version.py").write_text('__version__ = "0.1.0"\n')
    write(folder, BASE)
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    commit(folder, "tag", "v0.1.0")
    return folder


def break_model(root: Path) -> None:
    path = root / "gigstack_api" / "_generated" / "models" / "thing.py"
    path.write_text(path.read_text().replace("    size: float | None = None\n", ""))


def test_the_section_lists_what_changed_since_the_last_tag(root: Path) -> None:
    write(root, edited(BASE, ADDED))
    break_model(root)
    assert run(root, None, "0.1.0", check=False) == (
        "## [Unreleased]\n\n"
        "### Added\n\n- `Client.kind` is new.\n\n"
        "### Removed\n\n- **Breaking:** `Thing.size` is gone."
    )


def test_nothing_changed_since_the_release(root: Path) -> None:
    said = run(root, None, "0.1.0", check=False)
    assert said == "## [Unreleased]\n\nThe API and the package are the same."


def test_a_breaking_change_needs_its_version(root: Path) -> None:
    break_model(root)
    with pytest.raises(SystemExit) as refused:
        run(root, None, "0.1.1", check=True)
    said = str(refused.value)
    assert said.startswith("1 changes break code that runs on 0.1.0:\n  `Thing.size` is gone\n")
    assert "Raise it to 0.2.0" in said
    assert run(root, None, "0.2.0", check=True) == "version 0.2.0 fits the changes since v0.1.0"


def test_a_change_that_breaks_nothing_needs_no_version(root: Path) -> None:
    write(root, edited(BASE, ADDED))
    assert run(root, None, "0.1.0", check=True).startswith("version 0.1.0 fits")


def test_another_commit_can_be_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, edited(BASE, ADDED))
    commit(root)
    main(["--from", "HEAD"], root)
    assert "are the same" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="cannot compare with nonsense"):
        main(["--from", "nonsense"], root)


def test_a_commit_without_a_spec_cannot_be_compared(root: Path) -> None:
    (root / "openapi.yaml").unlink()
    commit(root, "tag", "v0.1.1")
    with pytest.raises(NothingToCompare, match=r"v0\.1\.1 has no openapi\.yaml"):
        run(root, None, "0.1.0", check=True)


def test_a_commit_whose_spec_is_broken_cannot_be_compared(root: Path) -> None:
    broken = edited(BASE, [["set", f"{CLIENT} kind", {"$ref": "#/nowhere"}]])
    write(root, broken)
    commit(root, "tag", "v0.1.1")
    with pytest.raises(
        NothingToCompare, match=r"its openapi\.yaml cannot be used: .* leads nowhere"
    ):
        run(root, None, "0.1.0", check=True)


def test_a_shallow_clone_has_nothing_to_compare(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, edited(BASE, ADDED))
    commit(root)
    clone = tmp_path / "clone"
    source = f"file://{root}"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", "--no-tags", source, str(clone)], check=True
    )
    main(["--check"], clone)
    assert capsys.readouterr().out.startswith("nothing to compare with: there is no tag")


def test_a_folder_outside_git_has_nothing_to_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NothingToCompare):
        run(tmp_path, None, "0.1.0", check=True)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NothingToCompare, match="git is not installed"):
        git(tmp_path, "status")
