"""Writes `gigstack_api/_generated` from `openapi.yaml`; with `--check`, compares it byte for byte instead.

The generator runs into a temporary folder that then takes the place of the old one, so that no stale file stays. Any warning of it is an error.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from filecmp import dircmp
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "gigstack_api" / "_generated"


def generate(spec: Path, output: Path) -> None:
    """Fills `output` with the code of a spec.

    Raises:
        SystemExit: the generator failed or warned.
    """
    command = [
        sys.executable, "-m", "openapi_python_client", "generate",
        "--path", str(spec),
        "--config", str(ROOT / "generator-config.yml"),
        "--custom-template-path", str(ROOT / "scripts" / "templates"),
        "--meta", "none",
        "--output-path", str(output),
        "--overwrite",
        "--fail-on-warning",
    ]  # fmt: skip
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(command, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the generator failed:\n{done.stdout}{done.stderr}")
    for module in output.rglob("*.py"):
        if not module.read_text(encoding="utf-8").strip():
            module.unlink()


def differences(compared: dircmp[str]) -> list[str]:
    """Files that are not the same in both folders."""
    _, mismatch, errors = shallow_free(compared)
    found = [*compared.left_only, *compared.right_only, *mismatch, *errors]
    for name, inner in compared.subdirs.items():
        found += [f"{name}/{each}" for each in differences(inner)]
    return [each for each in found if "__pycache__" not in each]


def shallow_free(compared: dircmp[str]) -> tuple[list[str], list[str], list[str]]:
    """Same, different and unreadable files, by their bytes."""
    same: list[str] = []
    different: list[str] = []
    for name in compared.common_files:
        left, right = Path(compared.left, name), Path(compared.right, name)
        (same if left.read_bytes() == right.read_bytes() else different).append(name)
    return same, different, list(compared.common_funny)


def main() -> None:
    """Generates, or checks for drift."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with what is committed, write nothing")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "_generated"
        generate(ROOT / "openapi.yaml", output)
        if arguments.check:
            found = differences(dircmp(TARGET, output))
            if found:
                raise SystemExit(
                    "_generated is not what openapi.yaml gives; run `make generate`:\n  " + "\n  ".join(sorted(found))
                )
            print("_generated is what openapi.yaml gives")
            return
        shutil.rmtree(TARGET, ignore_errors=True)
        shutil.copytree(output, TARGET, ignore=shutil.ignore_patterns("__pycache__", ".ruff_cache"))
        print(f"wrote {sum(1 for _ in TARGET.rglob('*.py'))} modules to {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
