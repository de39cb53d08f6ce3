"""Sends generated requests, valid and invalid, to a sandbox process, and checks every response
against openapi.yaml (schemathesis).

Takes at most `--seconds` seconds, and is repeatable with `--seed`. Needs the extra `fuzz`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.sandbox_process import ROOT, running

LEFT_OUT = {
    "positive_data_acceptance": (
        "valid input may still be refused: the client does not exist, the folio is taken"
    ),
    "negative_data_rejection": (
        "unknown fields and parameters are ignored on purpose, and enums are open"
    ),
    "missing_required_header": "the spec requires no headers",
}
"""Checks that do not apply, with the reason."""


def main() -> int:
    """Runs schemathesis and returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--examples",
        type=int,
        default=40,
        help="approximate number of requests per operation and phase",
    )
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with running("--seed", "demo") as environment, tempfile.TemporaryDirectory() as folder:
        command = [
            str(Path(sys.executable).with_name("schemathesis")), "run", str(ROOT / "openapi.yaml"),
            "--url", environment["GIGSTACK_API_BASE_URL"],
            "--header", f"Authorization: Bearer {environment['GIGSTACK_API_KEY']}",
            "--exclude-checks", ",".join(LEFT_OUT),
            "--max-examples", str(options.examples),
            "--max-time", str(options.seconds),
            "--seed", str(options.seed),
            "--no-shrink", "--continue-on-failure",
            "--suppress-health-check", "all", "--warnings", "off",
        ]  # fmt: skip
        return subprocess.run(command, cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
