"""The command `gigstack-api`, also as `python -m gigstack_api`. Needs the extra `cli`."""

from __future__ import annotations

import sys
from importlib.util import find_spec

NEEDED = ("click", "rich", "openpyxl")
"""The packages of the extra."""


def main() -> None:
    """Runs the command with the arguments of this process.

    Raises:
        SystemExit: always, with the exit code.
    """
    if any(find_spec(name) is None for name in NEEDED):
        from .language import choose_from_environment
        from .texts import text

        choose_from_environment()
        sys.stderr.write(f"gigstack-api: {text('missing_extra')}\n")
        sys.exit(2)
    from .app import run

    sys.exit(run(sys.argv[1:]))
