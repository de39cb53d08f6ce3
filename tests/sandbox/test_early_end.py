"""A sandbox that is ended as soon as it says where it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ENDS_ITSELF_ONCE_ITS_KEY_IS_PRINTED = """
import io, os, signal, sys
from gigstack_api.sandbox.__main__ import main

class Reader(io.StringIO):
    def write(self, text):
        if text.startswith("export GIGSTACK_API_KEY="):
            os.kill(os.getpid(), signal.SIGTERM)
        return len(text)

sys.stdout = Reader()
main(sys.argv[1:])
"""


def test_a_process_stopped_right_after_start_saves_its_state(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    command = [
        sys.executable,
        "-c",
        ENDS_ITSELF_ONCE_ITS_KEY_IS_PRINTED,
        "--port",
        "0",
        "--seed",
        "demo",
        "--state",
        str(file),
    ]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert file.exists()
