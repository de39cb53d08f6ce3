"""A sync: the vendor's newest document, its place in `spec/upstream`, and what it changes."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from attrs import field, frozen

from gigstack_api.regenerate import overlays, writing
from gigstack_api.regenerate.comparison.reports import Report, report
from gigstack_api.regenerate.docs_site import Manners, is_index, read_site
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import Finding, UnusableSpec, refuse
from gigstack_api.regenerate.normalising import normalise
from gigstack_api.regenerate.normalising.shape import check_shape
from gigstack_api.regenerate.normalising.versions import upgrade_schemas
from gigstack_api.regenerate.normalising.work import Work
from gigstack_api.regenerate.reading import read

from .build import build
from .carrying import carried
from .model import load
from .upstream import read_upstream, write_upstream

ROOT = Path(__file__).resolve().parents[2]
INDEX = re.compile(r"actions\[(\d+)\]")


@frozen(kw_only=True)
class Places:
    """Where things are. `cache` keeps the pages of the vendor between two syncs."""

    upstream: Path = ROOT / "spec" / "upstream"
    overlay: Path = ROOT / "spec" / "overlay.yaml"
    package: Path = ROOT / "gigstack_api"
    repository: Path = ROOT
    cache: Path = ROOT / "build" / "spec-sync"


@frozen
class Fetched:
    """The document of the vendor, and remarks on how it was read."""

    document: Node
    notes: tuple[Finding, ...] = ()
    gaps: tuple[Finding, ...] = ()


@frozen
class Fitted:
    """A document after an overlay, with the actions that do not apply to it any more."""

    document: Node
    unmatched: tuple[str, ...] = field(default=())
    idle: tuple[str, ...] = field(default=())
    guesses: tuple[Finding, ...] = field(default=())


def fetch(
    source: str,
    previous: Node | None,
    places: Places,
    *,
    keep_gaps: bool = False,
    manners: Manners | None = None,
) -> Fetched:
    """The newest document of the vendor, in the form of OpenAPI 3.1.

    Args:
        source: A file or URL of an OpenAPI document, or the address of the documentation.
        previous: The document of the last sync.
        places: Where pages are kept.
        keep_gaps: Keeps the last state of pages that cannot be read.
        manners: How the host of the documentation is treated.

    Raises:
        UnusableSpec: it cannot be read.
    """
    if is_index(source):
        site = read_site(
            source, places.cache, previous=previous, keep_gaps=keep_gaps, manners=manners
        )
        document = carried(site.document, previous) if previous else site.document
        return Fetched(document, site.notes, site.gaps)
    work = Work(read(source))
    check_shape(work)
    work.stop_if_refused()
    upgrade_schemas(work)
    return Fetched(work.document)


def fit(upstream: Node, overlay: Node) -> Fitted:
    """The spec of a document and an overlay. Actions that do not fit are left out.

    Raises:
        UnusableSpec: the overlay is malformed.
    """
    misfits: dict[int, str] = {}
    while True:
        kept = [action for index, action in enumerate(overlay["actions"]) if index not in misfits]
        reduced = {**overlay, "actions": kept}
        try:
            applied = overlays.apply(upstream, reduced)
            break
        except UnusableSpec as error:
            numbers = [index for index in range(len(overlay["actions"])) if index not in misfits]
            found = {
                numbers[int(match[1])]: f"{overlay['actions'][numbers[int(match[1])]]['target']}: "
                f"{finding.problem}"
                for finding in error.findings
                if (match := INDEX.search(finding.place)) and "target" in kept[int(match[1])]
            }
            if not found:
                raise
            misfits |= found
    built = build(upstream, reduced)
    return Fitted(
        built.document,
        (*misfits.values(), *map(str, applied.unmatched)),
        tuple(map(str, applied.idle)),
        built.guesses,
    )


def sync(new: Fetched, places: Places, *, python: bool = True, dry_run: bool = False) -> Report:
    """Puts a document into `spec/upstream`; gives what changes with it.

    Args:
        new: The document.
        places: Where it belongs, and what is made from it.
        python: Whether the package is generated from it, to compare the Python API.
        dry_run: Whether nothing is written.

    Raises:
        UnusableSpec: it cannot be used. Nothing is written.
        OSError: it cannot be written. Nothing is.
    """
    overlay = load(places.overlay)
    notes = [*new.gaps, *new.notes]
    first = not places.upstream.exists()
    before = fit(new.document if first else read_upstream(places.upstream), overlay)
    after = fit(new.document, overlay)
    old, now = normalise(before.document), normalise(after.document)
    notes += [note for note in now.notes if note not in set(old.notes)]
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / places.package.name
        packages: tuple[Path, Path] | None = (places.package, package)
        try:
            if python:
                writing.generate(now.document, package)
            else:
                packages = None
        except UnusableSpec as error:
            notes += error.findings
            packages = None
        result = report(
            old.document,
            now.document,
            packages=packages,
            unmatched=[one for one in after.unmatched if one not in before.unmatched],
            idle=[one for one in after.idle if one not in before.idle],
            notes=notes,
            guesses=[one for one in after.guesses if one not in set(before.guesses)],
            repository=places.repository,
        )
    if not dry_run:
        write_upstream(new.document, places.upstream)
    return result


def check_source(source: str) -> str:
    """A source that names something.

    Raises:
        UnusableSpec: it is empty.
    """
    if not source.strip():
        raise refuse("FROM", "It is empty.", "Name a file, a URL, or the documentation.")
    return source.strip()
