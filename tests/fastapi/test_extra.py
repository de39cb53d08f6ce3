"""Without the extra, the import error names it, and everything else works."""

from __future__ import annotations

import subprocess
import sys


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_the_missing_extra_is_named() -> None:
    done = run("import sys\nsys.modules['fastapi'] = None\nimport gigstack_api.fastapi")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "ImportError: gigstack_api.fastapi needs FastAPI: pip install 'gigstack-api[fastapi]'"
    )


def test_webhooks_need_no_extra() -> None:
    done = run(
        "import sys\n"
        "sys.modules['fastapi'] = sys.modules['starlette'] = None\n"
        "from gigstack_api import webhooks\n"
        "body = {'type': 'payment.succeeded', 'data': {'object': {'id': 'payment_1'}}}\n"
        "print(webhooks.parse(body).object_id)"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "payment_1\n", "")
