"""Evidence about the dependencies of a release: licences, an SBOM, known vulnerabilities."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from .running import ReleaseError, run, tool

ALLOWED = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|LGPL|Lesser General Public"
    r"|0BSD|Unlicense|CC0|HPND|Zlib)",
    re.IGNORECASE,
)
"""Licences that let anyone use the package in an app of their own."""

SAME_TERMS_ONLY = re.compile(r"(?<!Lesser )General Public|\b(?<!L)(A?GPL)", re.IGNORECASE)


def write_licences(python: Path, target: Path) -> None:
    """Writes the licences of all packages of an environment as a Markdown table.

    Raises:
        ReleaseError: one is unknown, or asks users of the package to share their code.
    """
    found = json.loads(
        run(
            *(tool("pip-licenses"), f"--python={python}", "--format=json", "--with-urls"),
            *("--from=mixed", "--ignore-packages", "gigstack-api"),
            cwd=target.parent,
        )
    )
    if wrong := [*unusable(found)]:
        raise ReleaseError("\n".join(["licences that have to be looked at:", *wrong]))
    target.write_text(as_table(found), encoding="utf-8")


def unusable(packages: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """The packages whose licence is not known to be free for every app."""
    for package in packages:
        licence = package["License"]
        free = [part for part in re.split(r";| OR ", licence) if not SAME_TERMS_ONLY.search(part)]
        if not any(map(ALLOWED.search, free)):
            yield f"{package['Name']} {package['Version']}: {licence}"


def as_table(packages: Iterable[Mapping[str, str]]) -> str:
    """The packages with version, licence and address as a Markdown table."""
    rows = (
        f"| {one['Name']} | {one['Version']} | {_first_line(one['License'])} | {one['URL']} |"
        for one in packages
    )
    return "\n".join(["| package | version | licence | address |", "|---|---|---|---|", *rows, ""])


def _first_line(licence: str) -> str:
    """A licence in a cell: some packages give their whole text."""
    return licence.strip().splitlines()[0].replace("|", "/")


def write_sbom(python: Path, target: Path, *, project: Path) -> None:
    """Writes a CycloneDX bill of the packages of an environment, the same bytes each time."""
    run(
        *(tool("cyclonedx-py"), "environment", python, "--pyproject", project / "pyproject.toml"),
        *("--output-reproducible", "--of", "JSON", "-o", target),
        cwd=target.parent,
    )


def audit(python: Path, folder: Path) -> list[str]:
    """The packages of an environment that the advisory service could not be asked about.

    Raises:
        ReleaseError: a package has a known vulnerability.
    """
    requirements = folder / "installed.txt"
    frozen = run(tool("uv"), "pip", "freeze", "--python", python, cwd=folder)
    requirements.write_text(
        "".join(f"{line}\n" for line in frozen.splitlines() if "==" in line), encoding="utf-8"
    )
    report = folder / "audit.json"
    try:
        run(
            *(tool("pip-audit"), "--no-deps", "--disable-pip", "-r", requirements),
            *("--format=json", "-o", report, "--timeout=30"),
            cwd=folder,
        )
    except ReleaseError:
        if not report.exists():
            return ["all packages: the advisory service cannot be reached"]
    finally:
        requirements.unlink()
    vulnerable, skipped = read_audit(json.loads(report.read_text(encoding="utf-8")))
    if vulnerable:
        raise ReleaseError("\n".join(["known vulnerabilities:", *vulnerable]))
    return skipped


def read_audit(report: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """From the report of pip-audit: the vulnerable packages, and those that were not judged."""
    vulnerable, skipped = list[str](), list[str]()
    for one in report["dependencies"]:
        if "skip_reason" in one:
            skipped.append(one["name"])
        elif one["vulns"]:
            ids = ", ".join(vuln["id"] for vuln in one["vulns"])
            vulnerable.append(f"{one['name']} {one['version']}: {ids}")
    return vulnerable, skipped
