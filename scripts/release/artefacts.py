"""The sdist and the wheel of a checkout: reproducible, with the files that belong."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from .running import ReleaseError, run, tool

PACKAGE = "gigstack_api"

FORCED = {
    "openapi.yaml": "gigstack_api/sandbox/openapi.yaml",
    "generator-config.yml": "gigstack_api/regenerate/generator-config.yml",
}
"""Files of the repository that the wheel has at another place."""

NOT_IN_SDIST = (".ci/",)


def build(checkout: Path, target: Path) -> tuple[Path, Path]:
    """The sdist and the wheel, in the folder `target`. Their times are those of the last commit.

    Raises:
        ReleaseError: a build failed, two builds differ, or a file is missing or does not belong.
    """
    first, again = (_build_once(checkout, target / folder) for folder in ("", "again"))
    for one, other in zip(first, again, strict=True):
        if digest(one) != digest(other):
            raise ReleaseError(f"two builds of {one.name} differ")
        other.unlink()
    (target / "again").rmdir()
    sdist, wheel = first
    tracked = run("git", "ls-files", cwd=checkout).splitlines()
    if wrong := [*wrong_in_wheel(names_in_wheel(wheel), tracked)]:
        raise ReleaseError("\n".join([f"in {wheel.name}:", *wrong]))
    if wrong := [*wrong_in_sdist(names_in_sdist(sdist), tracked)]:
        raise ReleaseError("\n".join([f"in {sdist.name}:", *wrong]))
    run(tool("twine"), "check", "--strict", sdist, wheel, cwd=checkout)
    return sdist, wheel


def _build_once(checkout: Path, target: Path) -> tuple[Path, Path]:
    epoch = run("git", "log", "-1", "--format=%ct", cwd=checkout).strip()
    run(
        *(tool("python"), "-m", "build", "--outdir", target, checkout),
        cwd=checkout,
        environment={"SOURCE_DATE_EPOCH": epoch},
    )
    [sdist], [wheel] = target.glob("*.tar.gz"), target.glob("*.whl")
    return sdist, wheel


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names_in_wheel(wheel: Path) -> list[str]:
    """The files in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def names_in_sdist(sdist: Path) -> list[str]:
    """The files in an sdist, without its top folder."""
    with tarfile.open(sdist) as archive:
        return [one.name.partition("/")[2] for one in archive.getmembers() if one.isfile()]


def wrong_in_wheel(names: Iterable[str], tracked: Iterable[str]) -> Iterable[str]:
    """Complaints about a wheel that does not hold exactly the committed files."""
    wanted = {name for name in tracked if name.startswith(f"{PACKAGE}/")} | set(FORCED.values())
    found = {name for name in names if ".dist-info/" not in name}
    if f"{PACKAGE}/py.typed" not in found:
        yield f"{PACKAGE}/py.typed is missing: type checkers would ignore the types"
    yield from _differences(found, wanted)


def wrong_in_sdist(names: Iterable[str], tracked: Iterable[str]) -> Iterable[str]:
    """Complaints about an sdist that does not hold exactly the committed files."""
    wanted = {name for name in tracked if not name.startswith(NOT_IN_SDIST)} | {"PKG-INFO"}
    yield from _differences(set(names), wanted)


def _differences(found: set[str], wanted: set[str]) -> Iterable[str]:
    yield from (f"{name} is missing" for name in sorted(wanted - found))
    yield from (f"{name} does not belong there" for name in sorted(found - wanted))
