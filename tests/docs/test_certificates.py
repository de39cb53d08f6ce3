"""The pages whose blocks upload certificates, with such files beside them."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from gigstack_api.sandbox import Sandbox
from scripts.docs.blocks import python_blocks
from scripts.docs.pages import GUIDES

from .running import run_page

DER = b"\x30\x82\x01\x00" + bytes(256)
"""The form of a certificate or key of the SAT; the sandbox does not open them."""


@pytest.mark.parametrize("page", ["connect", "sat-downloads"])
def test_a_page_with_certificates_prints_what_it_shows(
    page: str, demo: Path, served: tuple[Sandbox, str]
) -> None:
    for name in ("csd.cer", "csd.key", "fiel.cer", "fiel.key"):
        (demo / name).write_bytes(DER)
    sandbox, _ = served
    # Time passes quickly: jobs at the SAT have ended when they are looked at again.
    hours = count(sandbox.clock(), 3600)
    sandbox.state.now = lambda: next(hours)
    problems = run_page(python_blocks(GUIDES / f"{page}.md"), demo)
    if problems:
        pytest.fail("\n\n".join(problems), pytrace=False)
