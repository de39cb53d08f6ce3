"""Writes a version and its section of the changelog into a checkout, and tags it."""

from __future__ import annotations

import re
from pathlib import Path

from gigstack_api.regenerate.comparison.printing import to_changelog
from gigstack_api.regenerate.comparison.versions import numbers
from scripts.release_notes import NothingToCompare, compare_with, last_release, wrong_version

from .running import ReleaseError, run, tool

VERSION = re.compile(r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?")
FRAGMENTS = Path("docs", "changes")


def check_version(checkout: Path, version: str) -> None:
    """Refuses a version that cannot follow the last release.

    Raises:
        ReleaseError: it is not a version, is not newer, or has a tag.
    """
    if not VERSION.fullmatch(version):
        raise ReleaseError(f"VERSION={version}: write it as 1.2.3, 1.2.3a1, 1.2.3b1 or 1.2.3rc1")
    tags = run("git", "tag", "--list", "v*", cwd=checkout).split()
    if f"v{version}" in tags:
        raise ReleaseError(f"v{version} is released already")
    for tag in tags:
        if numbers(version) < numbers(tag.removeprefix("v")):
            raise ReleaseError(f"{version} is older than {tag}")


def cut(checkout: Path, version: str, date: str) -> None:
    """Sets the version, moves the fragments into the changelog, commits and tags.

    Raises:
        ReleaseError: nothing has changed for users, or the version hides that something breaks.
    """
    _add_lines_of_the_spec(checkout, version)
    if not any((checkout / FRAGMENTS).glob("+*.md")):
        raise ReleaseError(f"{FRAGMENTS} holds no change: there is nothing to release")
    _replace(checkout / "gigstack_api" / "_version.py", r'(?<=__version__ = ")[^"]*', version)
    _replace(checkout / "CITATION.cff", r"(?<=^version: ).*", version)
    run(tool("towncrier"), "build", "--yes", "--version", version, "--date", date, cwd=checkout)
    run("git", "add", "--all", cwd=checkout)
    run("git", "commit", "--quiet", "-m", f"release: {version}", cwd=checkout)
    run("git", "tag", "-a", f"v{version}", "-m", f"gigstack_api {version}", cwd=checkout)


def _add_lines_of_the_spec(checkout: Path, version: str) -> None:
    """Adds a fragment of each kind for what changed in the spec and in generated code."""
    try:
        last = last_release(checkout)
        report, released = compare_with(checkout, last)
    except NothingToCompare:
        return
    if complaint := wrong_version(report, released, version):
        raise ReleaseError(complaint)
    for title, lines in to_changelog(report.entries).items():
        for number, line in enumerate(lines):
            path = checkout / FRAGMENTS / f"+spec-{number}.{title.lower()}.md"
            path.write_text(line.removeprefix("- ") + "\n", encoding="utf-8")


def _replace(path: Path, pattern: str, text: str) -> None:
    """Replaces the one place of a file that a pattern finds.

    Raises:
        ReleaseError: there is not exactly one.
    """
    new, count = re.subn(pattern, text, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if count != 1:
        raise ReleaseError(f"{path.name} holds its version {count} times")
    path.write_text(new, encoding="utf-8")
