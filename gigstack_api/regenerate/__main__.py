"""The command `python -m gigstack_api.regenerate`: a typed package from an OpenAPI document."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

DEBUG = "GIGSTACK_REGENERATE_DEBUG"
WRITTEN, MOVED, UNUSABLE = 0, 1, 2

EPILOG = """exit codes:
  0  written, or with --check: nothing moved
  1  with --check: something moved
  2  the spec cannot be used, or the folder cannot be written
"""


def parser() -> argparse.ArgumentParser:
    """The parser of the arguments."""
    found = argparse.ArgumentParser(
        prog="python -m gigstack_api.regenerate",
        description="Writes a typed package with a client of an API from its OpenAPI document.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    found.add_argument(
        "--spec",
        required=True,
        metavar="FILE_OR_URL",
        help="OpenAPI 3.0 or 3.1, YAML or JSON; `gigstack` is the spec of this package",
    )
    found.add_argument(
        "--overlay",
        action="append",
        default=[],
        metavar="FILE",
        help="an OpenAPI overlay to apply first; can be given several times",
    )
    found.add_argument("--out", required=True, metavar="DIR", help="the folder of the package")
    found.add_argument(
        "--package",
        metavar="NAME",
        help="its import name, which names the client class too (default: the name of DIR, and a"
        " class named by the title of the API)",
    )
    found.add_argument(
        "--check", action="store_true", help="compare with what is there and write nothing"
    )
    found.add_argument(
        "--report", metavar="FILE.md", help="also write what there is to know to this file"
    )
    found.add_argument(
        "--drift", metavar="FILE.jsonl", help="the log of a DriftLog: also propose overlay actions"
    )
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; gives its exit code."""
    given = parser().parse_args(arguments)
    try:
        return _run(given)
    except Exception as error:  # noqa: BLE001 - no trace reaches the user
        if os.environ.get(DEBUG) == "1":
            traceback.print_exc()
        print(explain(error), file=sys.stderr)
        return UNUSABLE


def _run(given: argparse.Namespace) -> int:
    from .regenerating import check, regenerate
    from .report import checked_lines, markdown, written_lines

    wanted = {
        "out": given.out,
        "overlays": given.overlay,
        "package": given.package,
        "drift": given.drift,
    }
    if given.check:
        checked = check(given.spec, **wanted)
        lines, code = checked_lines(checked, given.out), MOVED if checked.moved else WRITTEN
    else:
        lines, code = written_lines(regenerate(given.spec, **wanted), given.out), WRITTEN
    if given.report:
        Path(given.report).write_text(markdown(given.spec, lines), encoding="utf-8")
    _show(lines)
    return code


def _show(lines: Sequence[str]) -> None:
    """Prints lines. A reader that has gone, such as `head`, has read what it wanted."""
    try:
        print("\n".join(lines), flush=True)
    except BrokenPipeError:
        # Python writes what is left once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def explain(error: Exception) -> str:
    """An error in words for the person who called."""
    if isinstance(error, ImportError) and not str(error.name).startswith("gigstack_api"):
        return f"{error}. Install what it needs: pip install 'gigstack-api[generator]'"
    from .findings import UnusableSpec
    from .writing.generating import TemplateBug

    if isinstance(error, UnusableSpec):
        return f"The spec cannot be used:\n{error}"
    if isinstance(error, OSError):
        return f"{error.filename or 'A file'}: {error.strerror or error}"
    place = f" at {error}" if isinstance(error, TemplateBug) else ""
    cause = error.__cause__ or error
    return (
        f"This is a bug of gigstack_api.regenerate{place}: {type(cause).__name__}: {cause}\n"
        f"Nothing was written. Please report it with the spec; {DEBUG}=1 shows where it happened."
    )


if __name__ == "__main__":
    raise SystemExit(main())
