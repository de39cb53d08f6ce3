"""Writes the pictures: all, or those that are named. `make bench` writes performance.svg."""

from __future__ import annotations

import sys
from importlib import import_module

from ..pages import DOCS
from ..site.look.browser import NoBrowserError

FOLDER = DOCS / "images"
NAMES = ("call", "notebook", "retry", "shop", "terminal")


def main(names: list[str]) -> int:
    """Writes pictures, and says which. The exit code."""
    FOLDER.mkdir(exist_ok=True)
    for name in names or NAMES:
        try:
            made = import_module(f"{__package__}.{name}").pictures()
        except NoBrowserError as error:
            print(f"{name}: {error}", file=sys.stderr)
            return 1
        for file, content in made.items():
            (FOLDER / file).write_bytes(content)
            print(f"docs/images/{file}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
