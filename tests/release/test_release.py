"""The steps of a release, on small checkouts; `make release` itself is run by maintainers."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from scripts.extras import HERE
from scripts.release import cutting, evidence, installs
from scripts.release.artefacts import FORCED, wrong_in_sdist, wrong_in_wheel
from scripts.release.running import ReleaseError, run
from scripts.sandbox_process import ROOT

TRACKED = [
    ".ci/run",
    "gigstack_api/__init__.py",
    "gigstack_api/py.typed",
    "openapi.yaml",
    "tests/test_a.py",
]
IN_WHEEL = [*TRACKED[1:3], *FORCED.values(), "gigstack_api-1.0.0.dist-info/METADATA"]


def project() -> dict[str, dict[str, dict[str, dict[str, object]]]]:
    found: dict[str, dict[str, dict[str, dict[str, object]]]] = tomllib.loads(
        (ROOT / "pyproject.toml").read_text("utf-8")
    )
    return found


def git(checkout: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    return run("git", *who, *arguments, cwd=checkout)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with a version, a changelog and a change, without a release."""
    for name in ("pyproject.toml", "CITATION.cff", "gigstack_api/_version.py", "CHANGELOG.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text((ROOT / name).read_text("utf-8"), encoding="utf-8")
    (tmp_path / "docs" / "changes").mkdir(parents=True)
    (tmp_path / "docs" / "changes" / "+lists.added.md").write_text("Lists.\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "user.name", "A")
    git(tmp_path, "config", "user.email", "a@example.org")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "-m", "core: begin")
    return tmp_path


def test_a_wheel_holds_what_is_committed_and_nothing_else() -> None:
    assert [*wrong_in_wheel(IN_WHEEL, TRACKED)] == []
    extra = [*IN_WHEEL, "tests/test_a.py", "gigstack_api/notes.txt"]
    extra.remove("gigstack_api/py.typed")
    assert [*wrong_in_wheel(extra, TRACKED)] == [
        "gigstack_api/py.typed is missing: type checkers would ignore the types",
        "gigstack_api/py.typed is missing",
        "gigstack_api/notes.txt does not belong there",
        "tests/test_a.py does not belong there",
    ]


def test_an_sdist_holds_what_is_committed_but_the_script_of_ci() -> None:
    assert [*wrong_in_sdist([*TRACKED[1:], "PKG-INFO"], TRACKED)] == []
    assert [*wrong_in_sdist([*TRACKED, "PKG-INFO"], TRACKED)] == [".ci/run does not belong there"]


def test_the_release_knows_what_the_project_builds() -> None:
    wheel = project()["tool"]["hatch"]["build"]["targets"]["wheel"]  # type: ignore[index]
    assert wheel["force-include"] == FORCED
    for_users = {*HERE}
    assert for_users == set(installs.EXTRAS)
    assert for_users <= set(project()["project"]["optional-dependencies"])


@pytest.mark.parametrize("version", ["1", "1.2", "v1.2.3", "1.2.3.dev1", "", "1.2.3-rc1"])
def test_a_version_of_another_form_is_refused(version: str, checkout: Path) -> None:
    with pytest.raises(ReleaseError, match=r"write it as 1\.2\.3"):
        cutting.check_version(checkout, version)


def test_a_version_comes_after_all_released_ones(checkout: Path) -> None:
    git(checkout, "tag", "v0.2.0")
    cutting.check_version(checkout, "0.2.1")
    with pytest.raises(ReleaseError, match=r"v0\.2\.0 is released already"):
        cutting.check_version(checkout, "0.2.0")
    with pytest.raises(ReleaseError, match=r"0\.1\.9 is older than v0\.2\.0"):
        cutting.check_version(checkout, "0.1.9")


def test_a_release_without_a_change_is_refused(checkout: Path) -> None:
    (checkout / "docs" / "changes" / "+lists.added.md").unlink()
    with pytest.raises(ReleaseError, match="there is nothing to release"):
        cutting.cut(checkout, "0.2.0", "2027-01-31")


def test_a_version_that_is_not_found_is_an_error(checkout: Path) -> None:
    (checkout / "CITATION.cff").write_text("title: none\n", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"CITATION\.cff holds its version 0 times"):
        cutting.cut(checkout, "0.2.0", "2027-01-31")


def test_a_release_is_a_commit_a_tag_and_a_section(checkout: Path) -> None:
    cutting.cut(checkout, "0.2.0rc1", "2027-01-31")
    assert git(checkout, "log", "-1", "--format=%s").strip() == "release: 0.2.0rc1"
    assert git(checkout, "describe").strip() == "v0.2.0rc1"
    assert "## [0.2.0rc1] - 2027-01-31\n\n### Added\n\n- Lists." in (
        checkout / "CHANGELOG.md"
    ).read_text("utf-8")
    assert not any((checkout / "docs" / "changes").glob("+*"))
    for name in ("gigstack_api/_version.py", "CITATION.cff"):
        assert "0.2.0rc1" in (checkout / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("licence", "is_free"),
    [
        ("MIT License", True),
        ("BSD-3-Clause OR Apache-2.0", True),
        ("Mozilla Public License 2.0 (MPL 2.0)", True),
        ("GNU Lesser General Public License v2 or later (LGPLv2+)", True),
        ("GNU General Public License v3 (GPLv3)", False),
        ("AGPL-3.0", False),
        ("GPL-2.0 OR MIT", True),
        ("UNKNOWN", False),
        ("Proprietary", False),
    ],
)
def test_a_licence_is_free_for_every_app_or_named(licence: str, is_free: bool) -> None:
    package = {"Name": "a", "Version": "1", "License": licence}
    assert [*evidence.unusable([package])] == ([] if is_free else [f"a 1: {licence}"])


def test_licences_are_a_table() -> None:
    package = {
        "Name": "a",
        "Version": "1",
        "License": "MIT | X\nwhole text",
        "URL": "https://a.test",
    }
    assert evidence.as_table([package]).splitlines()[2:] == ["| a | 1 | MIT / X | https://a.test |"]


def test_an_audit_names_the_vulnerable_and_the_unjudged() -> None:
    report: dict[str, Any] = {
        "dependencies": [
            {"name": "a", "version": "1", "vulns": []},
            {"name": "b", "version": "2", "vulns": [{"id": "X-1"}, {"id": "X-2"}]},
            {"name": "c", "skip_reason": "not found"},
        ]
    }
    assert evidence.read_audit(report) == (["b 2: X-1, X-2"], ["c"])


def test_a_command_that_fails_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="git nonsense failed in"):
        run("git", "nonsense", cwd=tmp_path)


def test_a_command_does_not_see_our_variables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIGSTACK_API_KEY", "secret")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    printed = run("env", cwd=tmp_path, environment={"A_NAME": "value"})
    assert "A_NAME=value" in printed
    assert "secret" not in printed
    assert "elsewhere" not in printed


def test_fragments_have_a_kind_of_keep_a_changelog() -> None:
    kinds = {kind["directory"] for kind in project()["tool"]["towncrier"]["type"]}  # type: ignore[index]
    files = [path for path in (ROOT / "docs" / "changes").iterdir() if path.name != "README.md"]
    assert {path.suffixes[0].lstrip(".") for path in files} <= kinds
    assert all(path.name.startswith("+") and path.suffix == ".md" for path in files)
