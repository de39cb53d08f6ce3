"""A documentation site as one OpenAPI document: fetched, repaired, joined."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import anyio
import httpx
from attrs import define, field, frozen

from ..document import Node, calls, keys_of, schemas, walk
from ..findings import Finding, UnusableSpec, refuse
from .cache import Cache, Kept
from .fetching import Fetcher, Manners, Overloaded, Unfetchable
from .index import NAME, Entry, Index, Kind, key_of, parse_index
from .merging import Page, merge
from .notes import Notes
from .pages import read_page

MOST_FAILURES = 10
"""After so many pages that the host does not give, although it has them, a run stops."""

MOST_BYTES = 200 * 2**20
"""Of all pages together."""

AGAIN = "Run it again: it goes on with the pages that are missing."


@frozen
class Site:
    """The document of a site, and how it was read.

    `gaps` are the pages that could not be read. `unchanged` counts those that the host reported as
    unchanged since the last run, `pages` all of them.
    """

    document: Node
    notes: tuple[Finding, ...]
    gaps: tuple[Finding, ...]
    pages: int
    unchanged: int


@define
class _Run:
    """The pages that a run has read so far, by their address."""

    fetcher: Fetcher
    cache: Cache
    done: set[str]
    bodies: dict[str, Kept] = field(factory=dict[str, Kept])
    gaps: dict[str, Finding] = field(factory=dict[str, Finding])
    failures: int = 0
    size: int = 0
    stop: str = ""


def is_index(source: str) -> bool:
    """Whether a source is a documentation site: the address of its `llms.txt`, or of the site."""
    parts = urlsplit(source)
    return parts.scheme in ("http", "https") and (
        parts.path.rpartition("/")[2] == NAME or parts.path.strip("/") == ""
    )


def read_site(
    source: str,
    cache: Path,
    *,
    previous: Node | None = None,
    keep_gaps: bool = False,
    manners: Manners | None = None,
) -> Site:
    """The document of a site.

    Args:
        source: The address of the site or of its `llms.txt`.
        cache: A folder for what is fetched.
        previous: The document of the last run.
        keep_gaps: Takes from it the operations whose pages cannot be read, instead of refusing.
        manners: How the host is treated.

    Raises:
        UnusableSpec: the site cannot be read. The pages that were fetched are kept for the next
            run.
    """
    address = source if urlsplit(source).path.endswith(NAME) else urljoin(f"{source}/", NAME)
    try:
        return anyio.run(_read, address, Cache(cache), previous, keep_gaps, manners or Manners())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        remedy = "Free some space, or choose another folder."
        raise refuse(str(cache), f"Pages cannot be kept here: {reason}.", remedy) from error


async def _read(
    address: str, cache: Cache, previous: Node | None, keep_gaps: bool, manners: Manners
) -> Site:
    async with httpx.AsyncClient(timeout=manners.timeout_s) as http:
        fetcher = Fetcher(http, cache, manners)
        index = await _read_index(fetcher, address)
        wanted = [entry for entry in index.entries if entry.kind is not Kind.GUIDE]
        run = _Run(fetcher, cache, cache.begin(repr(sorted(entry.url for entry in wanted))))
        async with anyio.create_task_group() as tasks:
            for entry in wanted:
                tasks.start_soon(_fetch, run, entry)
    if run.stop:
        raise UnusableSpec([*run.gaps.values(), Finding(address, run.stop, AGAIN)])
    notes = Notes()
    pages = list(_pages(run, wanted))
    if run.gaps and not (keep_gaps and previous is not None and pages):
        remedy = f"{AGAIN} Or let it keep what the last sync had of them (GAPS=keep)."
        problem = f"{len(run.gaps)} of {len(wanted)} pages could not be read."
        raise UnusableSpec([*run.gaps.values(), Finding(address, problem, remedy)])
    document = merge(index.name, pages, notes)
    if run.gaps and previous is not None:
        gone = {entry.key for entry in wanted if entry.url in run.gaps}
        document = with_previous(document, previous, gone)
    cache.end()
    gaps = tuple(run.gaps.values())
    return Site(document, (*index.notes, *notes.found), gaps, len(wanted), fetcher.unchanged)


async def _read_index(fetcher: Fetcher, address: str) -> Index:
    try:
        kept = await fetcher.fetch(address)
        text = kept.body.decode()
    except (Unfetchable, Overloaded) as error:
        problem = f"The index cannot be read: {error}."
        raise refuse(address, problem, "Check the address, or try again later.") from error
    except UnicodeDecodeError as error:
        raise refuse(address, "The index is not UTF-8.", "Check the address.") from error
    fetcher.unchanged = 0
    return parse_index(text, address)


async def _fetch(run: _Run, entry: Entry) -> None:
    """Fetches a page into the run, or says why not."""
    known = run.cache.load(entry.url) if entry.url in run.done else None
    try:
        async with run.fetcher.slots:
            if run.stop:
                return
            kept = known or await run.fetcher.fetch(entry.url)
    except Unfetchable as error:
        remedy = (
            "The index is ahead of the pages, or the page was removed." if error.is_gone else ""
        )
        run.gaps[entry.url] = Finding(entry.url, f"Cannot be read: {error}.", remedy)
        run.failures += not error.is_gone
        if run.failures >= MOST_FAILURES and not run.stop:
            run.stop = f"{MOST_FAILURES} pages could not be fetched, the last because {error}."
        return
    except Overloaded as error:
        run.stop = f"The sync stopped: {error}."
        return
    if known is None:
        run.cache.mark(entry.url)
    run.size += len(kept.body)
    run.bodies[entry.url] = kept
    if run.size > MOST_BYTES:
        run.stop = f"The pages are larger than {MOST_BYTES // 2**20} MiB together."


def _pages(run: _Run, entries: list[Entry]) -> list[Page]:
    """The pages that could be read; the others become gaps."""
    found: list[Page] = []
    for entry in entries:
        kept = run.bodies.get(entry.url)
        if kept is None:
            continue
        try:
            document = read_page(kept.body.decode(), entry.url)
        except UnicodeDecodeError:
            run.gaps[entry.url] = Finding(entry.url, "It is not UTF-8.", "Tell the vendor.")
        except UnusableSpec as error:
            run.gaps[entry.url] = error.findings[0]
        else:
            found.append(Page(entry, document, _age(kept.last_modified)))
    return found


def _age(last_modified: str) -> str:
    """A text that orders pages by the time they were changed."""
    try:
        return f"{parsedate_to_datetime(last_modified).timestamp():015.0f}"
    except ValueError:
        return ""


def with_previous(document: Node, previous: Node, gone: set[str]) -> Node:
    """A document with the operations of an earlier one whose pages are gone, and their schemas."""
    paths = {path: dict(item) for path, item in document["paths"].items()}
    for call in calls(previous):
        if key_of(call.operation) in gone:
            paths.setdefault(call.path, {}).setdefault(call.method, call.operation)
    known, older = dict(schemas(document)), schemas(previous)
    waiting: list[object] = [paths]
    while waiting:
        for _, node in walk(waiting.pop()):
            keys = keys_of(str(node.get("$ref", "")))
            name = keys[2] if keys[:2] == ["components", "schemas"] else ""
            if name in older and not known.get(name):
                known[name] = older[name]
                waiting.append(older[name])
    components = {**document.get("components", {}), **({"schemas": known} if known else {})}
    return {**document, "paths": dict(sorted(paths.items())), "components": components}
