"""The sandbox runs from a package in a zip file."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import gigstack_api

from .pdf import MORAL

PLAY = """
import sys
sys.path.insert(0, sys.argv[1])
import anyio
import gigstack_api
from gigstack_api.sandbox import Sandbox

assert ".zip" in gigstack_api.__file__, gigstack_api.__file__

async def play():
    async with Sandbox().client() as gig:
        client = await gig.clients.upload_csf(file=open(sys.argv[2], "rb").read())
        print(client.tax_id)

anyio.run(play)
"""


def test_a_sandbox_runs_from_a_zip(tmp_path: Path) -> None:
    package = Path(gigstack_api.__file__).parent
    archive, csf = tmp_path / "app.zip", tmp_path / "csf.pdf"
    csf.write_bytes(MORAL)
    with zipfile.ZipFile(archive, "w") as bundle:
        for path in package.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                bundle.write(path, path.relative_to(package.parent))
        name = "gigstack_api/sandbox/openapi.yaml"  # where a wheel has it
        if name not in bundle.namelist():
            bundle.write(package.parent / "openapi.yaml", name)
    done = subprocess.run(
        [sys.executable, "-P", "-c", PLAY, str(archive), str(csf)],
        cwd=tmp_path,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "EDE101010AB1"), done.stderr
