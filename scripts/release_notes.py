"""Writes the section of the changelog since the last release from both specs and both packages.

With `--check` it says whether the version fits: a breaking change needs a new minor version before
1.0, and a new major version after. The last release is the last tag that can be reached. A clone
without tags has nothing to compare with, and passes.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from gigstack_api import __version__
from gigstack_api.regenerate import facts, normalising
from gigstack_api.regenerate.comparison.printing import to_changelog
from gigstack_api.regenerate.comparison.reports import Report, report
from gigstack_api.regenerate.comparison.versions import breaks, demanded_version, numbers
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.writing import GENERATED

from . import yaml_files

ROOT = Path(__file__).resolve().parent.parent
SPEC = "openapi.yaml"
PACKAGE = "gigstack_api"
VERSION = f"{PACKAGE}/_version.py"


class NothingToCompare(Exception):
    """There is no release to compare with. Its text says why."""


def git(root: Path, *arguments: str) -> bytes:
    """The output of a git command.

    Raises:
        NothingToCompare: git is missing, this is not a repository, or the command failed.
    """
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],  # noqa: S607 - whichever git the user has
            capture_output=True,
            check=True,
        )
    except FileNotFoundError:
        raise NothingToCompare("git is not installed") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        raise NothingToCompare(said or f"git {arguments[0]} failed") from None
    return done.stdout


def last_release(root: Path) -> str:
    """The last tag that can be reached.

    Raises:
        NothingToCompare: there is no tag: nothing is released, or the clone is shallow.
    """
    try:
        return git(root, "describe", "--tags", "--abbrev=0").decode().strip()
    except NothingToCompare as error:
        raise NothingToCompare(f"there is no tag of a release ({error})") from None


def unpack(root: Path, ref: str, folder: Path) -> None:
    """Writes the spec, the version and the generated code of a commit to a folder.

    Raises:
        NothingToCompare: there is no such commit, or it has no spec.
    """
    held = git(root, "ls-tree", "-r", "--name-only", ref).decode().splitlines()
    wanted = (SPEC, VERSION, *(f"{PACKAGE}/{name}/" for name in GENERATED))
    paths = [path for path in held if path.startswith(wanted)]
    if SPEC not in paths:
        raise NothingToCompare(f"{ref} has no {SPEC}")
    with tarfile.open(fileobj=io.BytesIO(git(root, "archive", ref, *paths))) as archive:
        archive.extractall(folder, filter="data")


def read_spec(path: Path) -> Node:
    """The document of a spec, as code is written from it.

    Raises:
        NothingToCompare: no code can be written from it.
    """
    document: Node = yaml_files.read(path)
    try:
        return facts.infer(normalising.normalise(document).document).document
    except UnusableSpec as error:
        raise NothingToCompare(f"its {SPEC} cannot be used: {error}") from None


def compare_with(root: Path, ref: str) -> tuple[Report, str]:
    """The report of all changes since a commit, and the version that it has.

    Raises:
        NothingToCompare: the commit cannot be read.
    """
    with tempfile.TemporaryDirectory() as name:
        before = Path(name)
        unpack(root, ref, before)
        found = report(
            read_spec(before / SPEC),
            read_spec(root / SPEC),
            packages=(before / PACKAGE, root / PACKAGE),
        )
        version = before / VERSION
        text = version.read_text(encoding="utf-8") if version.exists() else ""
    return found, text.partition('__version__ = "')[2].partition('"')[0] or "0.0.0"


def section(report: Report) -> str:
    """The section of the changelog."""
    parts = [
        f"### {title}\n\n" + "\n".join(lines)
        for title, lines in to_changelog(report.entries).items()
    ]
    return "\n\n".join(["## [Unreleased]", *(parts or ["The API and the package are the same."])])


def wrong_version(report: Report, released: str, version: str) -> str:
    """The complaint about a version that does not say that it breaks; empty if it fits."""
    broken = breaks(report.entries)
    needed = demanded_version(released, report.entries)
    if not broken or numbers(version) >= numbers(needed):
        return ""
    lines = "\n".join(f"  {entry.line}" for entry in broken)
    return (
        f"{len(broken)} changes break code that runs on {released}:\n{lines}\n"
        f"The version is {version}. Raise it to {needed} in {VERSION}, or keep the old names for "
        "one release: `make spec-sync` proposes the overlay actions."
    )


def run(root: Path, ref: str | None, version: str, *, check: bool) -> str:
    """The changelog since a release, or for `check` that the version fits.

    Raises:
        NothingToCompare: there is no release.
        SystemExit: the version does not fit.
    """
    ref = ref or last_release(root)
    found, released = compare_with(root, ref)
    if not check:
        return section(found)
    if complaint := wrong_version(found, released, version):
        raise SystemExit(complaint)
    return f"version {version} fits the changes since {ref}"


def main(arguments: list[str] | None = None, root: Path = ROOT) -> None:
    """Prints the notes, or checks the version."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="ref", help="a git ref instead of the last release")
    parser.add_argument("--check", action="store_true", help="only check the version")
    given = parser.parse_args(arguments)
    try:
        print(run(root, given.ref, __version__, check=given.check))
    except NothingToCompare as error:
        if given.ref:
            raise SystemExit(f"cannot compare with {given.ref}: {error}") from None
        print(f"nothing to compare with: {error}")


if __name__ == "__main__":
    main()
