"""`make release VERSION=1.2.3`: all of a release but the upload.

It works in a clone under build/release. Only when every step has passed do the commit and the tag
come into this checkout, and the files into dist/VERSION.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from scripts import extras
from scripts.sandbox_process import ROOT

from . import artefacts, evidence, installs
from .cutting import check_version, cut
from .running import ReleaseError, run

HOME = ROOT / "build" / "release"


def main() -> None:
    """Makes a release.

    Raises:
        SystemExit: a step failed; this checkout is unchanged.
    """
    parser = argparse.ArgumentParser(prog="python -m scripts.release", description=__doc__)
    parser.add_argument("version")
    parser.add_argument(
        "--tested", action="store_true", help="make check and make test have passed on this commit"
    )
    arguments = parser.parse_args()
    version: str = arguments.version
    try:
        left = [*release(version, is_tested=arguments.tested)]
    except ReleaseError as error:
        sys.exit(f"{error}\nNothing was released; this checkout is unchanged.")
    print("== left to do", *(f"- {line}" for line in left), sep="\n")


def release(version: str, *, is_tested: bool) -> Iterator[str]:
    """Makes a release. Yields what is left to do by hand.

    Raises:
        ReleaseError: a step failed.
    """
    if run("git", "status", "--porcelain", cwd=ROOT):
        raise ReleaseError("commit or stash the changes of this checkout first")
    check_version(ROOT, version)
    shutil.rmtree(HOME, ignore_errors=True)
    clone, files = HOME / "clone", HOME / "files"
    files.mkdir(parents=True)
    run("git", "clone", "--quiet", ROOT, clone, cwd=HOME)
    _say(f"version {version} and its changelog")
    cut(clone, version, datetime.now(UTC).date().isoformat())
    _say("sdist and wheel, built twice")
    _, wheel = artefacts.build(clone, files)
    for target in ("docs", *(() if is_tested else ("check", "test"))):
        _say(f"make {target}")
        run("make", target, cwd=clone)
    _say("installed")
    missing = [*_install_everywhere(wheel, version)]
    _say("licences, SBOM, known vulnerabilities")
    unaudited = _write_evidence(wheel, clone, files)
    _take_over(clone, files, version)
    yield from missing
    if unaudited:
        yield f"run pip-audit where its service answers: it did not judge {len(unaudited)} packages"
    yield f"git push origin HEAD v{version}"
    yield f"twine upload dist/{version}/*.whl dist/{version}/*.tar.gz"
    yield f"publish dist/{version}/site, and licences.md and sbom.json beside the release"


def _say(step: str) -> None:
    print(f"== {step}", flush=True)


def _install_everywhere(wheel: Path, version: str) -> Iterator[str]:
    """Tries a wheel on each Python, and each extra alone with the lowest versions.

    Yields:
        The Pythons that are missing.
    """
    for line in installs.try_everywhere(wheel, version, HOME):
        print(f"   {line}", flush=True)
        if not line.endswith("works"):
            yield line
    oldest = installs.find_python(installs.VERSIONS[0]) or Path(sys.executable)
    extras.check(
        lambda extra: installs.install(
            wheel,
            (extra,) if extra else (),
            HOME / f"lowest-{extra or 'alone'}",
            oldest,
            "lowest-direct",
        )
    )


def _write_evidence(wheel: Path, clone: Path, files: Path) -> list[str]:
    """Writes the licences and the SBOM. Returns the packages that could not be audited."""
    python = installs.install(wheel, installs.EXTRAS, HOME / "all", Path(sys.executable), "highest")
    evidence.write_licences(python, files / "licences.md")
    evidence.write_sbom(python, files / "sbom.json", project=clone)
    return evidence.audit(python, HOME)


def _take_over(clone: Path, files: Path, version: str) -> None:
    """Brings the commit and the tag into this checkout, and the files into dist."""
    target = ROOT / "dist" / version
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(files, target)
    shutil.copytree(clone / "site", target / "site")
    run("git", "pull", "--quiet", "--ff-only", "--tags", clone, "HEAD", cwd=ROOT)


if __name__ == "__main__":
    main()
