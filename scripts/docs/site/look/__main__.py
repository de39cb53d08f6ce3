"""Looks at the built site: every page with axe-core, then the search questions.

Names of pages (`en/guides/errors.html`) limit the first part to them; `--questions` leaves it out.
"""

from __future__ import annotations

import argparse
import sys
import time

from ...pages import DOCS
from ..building import SITE
from ..serving import serving
from . import accessibility, questions
from .browser import NoBrowserError, browsing


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
    try:
        with serving(SITE) as address, browsing() as browser:
            asked = questions.read(DOCS / "questions.yaml")
            faults = list(questions.faults(browser, address, asked))
            if not options.questions:
                faults += accessibility.faults(browser, address, pages)
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    print(*faults, sep="\n")
    looked = 0 if options.questions else len(pages)
    count = sum(map(len, asked.values()))
    took = time.monotonic() - started
    print(f"{count} questions, {looked} pages, {len(faults)} faults in {took:.0f} s")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
