"""Builds the site. `--draft` puts a stub where a page of the navigation does not exist yet."""

from __future__ import annotations

import sys
import time

from .building import SITE, BuildError, Options, build
from .navigation import NavigationError


def main(arguments: list[str]) -> int:
    """Builds, and says what is wrong or how long it took. The exit code."""
    started = time.monotonic()
    try:
        count = build(Options(draft="--draft" in arguments))
    except (NavigationError, BuildError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{count} pages in {time.monotonic() - started:.1f} s: {SITE / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
