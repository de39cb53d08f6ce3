"""Looks at the built site: every page with axe-core, then the search questions.

Names of pages (`en/guides/errors.html`) limit the first part to them; `--questions` leaves it out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from ...pages import DOCS
from ..building import SITE
from ..serving import serving
from . import accessibility, questions
from .browser import NoBrowserError, browsing

BROWSERS = 2
SHARD = 20
"""How many pages a browser looks at, before a fresh one goes on."""


def main(arguments: list[str] | None = None) -> int:
    """Prints what is wrong. The exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.docs.site.look")
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--questions", action="store_true", help="only the search questions")
    options = parser.parse_args(arguments)
    pages = options.pages or [
        page.relative_to(SITE).as_posix() for page in sorted(SITE.rglob("??/**/*.html"))
    ]
    started = time.monotonic()
    count = 0
    try:
        with serving(SITE) as address:
            for fault in _faults(address, [] if options.questions else pages):
                print(fault, flush=True)
                count += 1
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    looked = 0 if options.questions else len(pages)
    print(f"{looked} pages, {count} faults in {time.monotonic() - started:.0f} s")
    return bool(count)


def _faults(address: str, pages: list[str]) -> Iterator[str]:
    """The faults of the questions, then of the pages, which two browsers share."""
    with browsing() as browser:
        yield from questions.faults(browser, address, questions.read(DOCS / "questions.yaml"))

    if not pages:
        return
    script = accessibility.axe()

    def look(shard: list[str]) -> list[str]:
        with browsing() as browser:
            return list(accessibility.faults(browser, address, shard, script=script))

    shards = [pages[start : start + SHARD] for start in range(0, len(pages), SHARD)]
    with ThreadPoolExecutor(BROWSERS) as pool:
        for faults in pool.map(look, shards):
            yield from faults


if __name__ == "__main__":
    sys.exit(main())
