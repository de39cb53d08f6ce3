"""The types users see are pinned: strict pyright accepts `types_users_see.py`, and only that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CASES = Path(__file__).with_name("types_users_see.py")


def pyright(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pyright", str(path)], capture_output=True, text=True, check=False
    )


def test_users_see_the_documented_types() -> None:
    done = pyright(CASES)
    assert done.returncode == 0, done.stdout


def test_the_check_fails_for_another_type(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        CASES.read_text(encoding="utf-8").replace(
            "assert_type(client, Client)", "assert_type(client, int)"
        ),
        encoding="utf-8",
    )
    done = pyright(wrong)
    assert done.returncode == 1
    assert '"assert_type" mismatch: expected "int" but received "Client"' in done.stdout
