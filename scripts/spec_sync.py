"""`python -m scripts.spec_sync FROM`: takes over what the vendor publishes, and says what changed.

FROM is a file or URL of an OpenAPI 3.0 or 3.1 document, or the address of documentation. It is
written to spec/upstream; openapi.yaml and the code stay as they are until `make spec generate`.
With --drift, the log of a DriftLog becomes proposals for spec/overlay.yaml.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from gigstack_api.regenerate import drift
from gigstack_api.regenerate.comparison.printing import to_markdown, to_terminal
from gigstack_api.regenerate.findings import UnusableSpec

from .spec.dumping import dumped
from .spec.model import SPEC, load
from .spec.syncing import Places, check_source, fetch, sync
from .spec.upstream import read_upstream

NEXT = """\
spec/upstream is new. Next: settle what the report says about spec/overlay.yaml, then run
`make spec generate check`."""


def main(arguments: Sequence[str] | None = None, places: Places | None = None) -> int:
    """The exit code: 0, or 2 if something cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        if options.drift is not None:
            _propose(options.drift, options.proposals)
        if options.source is not None:
            _sync(options, places or Places())
    except UnusableSpec as error:
        print(f"{error}\nNothing was changed.", file=sys.stderr)
        return 2
    except OSError as error:
        name = error.filename or "a file"
        print(f"{name}: {error.strerror}. Nothing was changed.", file=sys.stderr)
        return 2
    return 0


def _sync(options: argparse.Namespace, places: Places) -> None:
    source = check_source(options.source)
    previous = read_upstream(places.upstream) if places.upstream.exists() else None
    fetched = fetch(source, previous, places, keep_gaps=options.keep_gaps)
    report = sync(fetched, places, python=options.python, dry_run=options.dry_run)
    print(to_terminal(report, colours=sys.stdout.isatty()), end="")
    if options.report is not None:
        options.report.write_text(to_markdown(report), encoding="utf-8")
    print("\nNothing was written (--dry-run)." if options.dry_run else f"\n{NEXT}")


def _propose(log: Path, target: Path | None) -> None:
    """Prints the proposals of a drift log, or writes them to a file."""
    overlay = drift.actions(log, load(SPEC))
    text = dumped(overlay)
    count = len(overlay["actions"])
    if target is None:
        print(text, end="")
        return
    target.write_text(text, encoding="utf-8")
    print(f"{count} proposals are in {target}. Move those that are right to spec/overlay.yaml.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.spec_sync", description=__doc__)
    parser.add_argument("source", metavar="FROM", nargs="?", help="file, URL, or documentation")
    parser.add_argument("--dry-run", action="store_true", help="report only")
    parser.add_argument("--report", type=Path, metavar="FILE.md", help="the report as Markdown")
    parser.add_argument(
        "--keep-gaps", action="store_true", help="keep the last state of pages that cannot be read"
    )
    parser.add_argument(
        "--no-python",
        dest="python",
        action="store_false",
        help="compare the spec only, which takes seconds less",
    )
    parser.add_argument("--drift", type=Path, metavar="FILE.jsonl", help="the log of a DriftLog")
    parser.add_argument("--proposals", type=Path, metavar="FILE.yaml", help="where they are put")
    return parser


if __name__ == "__main__":
    sys.exit(main())
