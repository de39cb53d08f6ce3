"""Writes `gigstack_api/operations` and `gigstack_api/_generated` from `openapi.yaml`.

With `--check` it compares them byte for byte instead and writes nothing.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import yaml

from gigstack_api.regenerate import writing
from gigstack_api.regenerate.findings import UnusableSpec

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "openapi.yaml"
PACKAGE = ROOT / "gigstack_api"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> dict[str, Any]:
    """The document of a YAML file."""
    document: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    return document


def main() -> None:
    """Generates, or checks for drift."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="compare with what is committed, write nothing"
    )
    checks = parser.parse_args().check
    try:
        if not checks:
            count = writing.write(read_yaml(SPEC), PACKAGE)
            print(f"wrote {count} modules to {' and '.join(writing.GENERATED)}")
            return
        found = writing.differences(read_yaml(SPEC), PACKAGE)
    except UnusableSpec as error:
        raise SystemExit(f"openapi.yaml cannot be used:\n{error}") from None
    if found:
        raise SystemExit(
            "the generated code differs from openapi.yaml; run `make generate`:\n  "
            + "\n  ".join(found)
        )
    print("the generated code matches openapi.yaml")


if __name__ == "__main__":
    main()
