"""The generated folders of a package: written, replaced, compared."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import UnusableSpec

from .derived import with_derived_facts
from .enums import lost_enum_values
from .formatting import format_code
from .generating import render
from .layout import NOT_CODE, lay_out
from .target import Target

GENERATED = ("_generated", "operations")
"""The generated folders of a package. The first is private, the second public."""


def generate(document: Node, package: Path, target: Target | None = None) -> None:
    """Writes the code of a document to a new folder.

    Args:
        document: The document, normalised and with facts.
        package: The folder of the package, which must not exist.
        target: The package that it is; by default one of the name of the folder with a client
            written by hand.

    Raises:
        UnusableSpec: something of the document would be lost.
        TemplateBug: a template failed.
        FormattingError: what it wrote is not Python.
    """
    target = target or Target(package.name)
    if lost := list(lost_enum_values(document)):
        raise UnusableSpec(lost)
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw"
        render(with_derived_facts(document), raw, target)
        for module in raw.rglob("*.py"):
            text = module.read_text(encoding="utf-8")
            if text.strip():
                module.write_text(target.with_public_imports(text), encoding="utf-8")
            else:
                module.unlink()
        format_code(raw)
        lay_out(raw, package, target)


def write(document: Node, package: Path) -> int:
    """Replaces the generated folders of a package; gives the number of modules written.

    Raises:
        UnusableSpec: no code can be written; the package is unchanged.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / package.name
        generate(document, output)
        for name in GENERATED:
            shutil.rmtree(package / name, ignore_errors=True)
            shutil.copytree(output / name, package / name)
    return len(files_of(package))


def differences(document: Node, package: Path) -> list[str]:
    """The generated files of a package that differ from what a document gives, and how.

    Raises:
        UnusableSpec: no code can be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / package.name
        generate(document, output)
        found, wanted = files_of(package), files_of(output)

    changed = {name for name in found.keys() & wanted.keys() if found[name] != wanted[name]}
    steps = {
        "missing": wanted.keys() - found.keys(),
        "not generated": found.keys() - wanted.keys(),
        "changed": changed,
    }
    return sorted(f"{name}: {step}" for step, names in steps.items() for name in names)


def files_of(package: Path) -> dict[str, bytes]:
    """The bytes of the files in the generated folders by their path in the package; no caches."""
    paths = [path for name in GENERATED for path in (package / name).rglob("*") if path.is_file()]
    inner = [(path.relative_to(package), path) for path in paths]
    return {
        name.as_posix(): path.read_bytes()
        for name, path in inner
        if not NOT_CODE.intersection(name.parts)
    }
