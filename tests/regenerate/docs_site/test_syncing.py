"""Syncs that meet a busy host, broken pages and the end of the connection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gigstack_api.regenerate.docs_site import Site, read_site
from gigstack_api.regenerate.document import Node, calls
from gigstack_api.regenerate.findings import UnusableSpec

from .apidog import pages_of
from .manners import QUICK, WAITS
from .recorded import CUT, Fault, Recorded, recorded_site

COUNT = 42


def many_things() -> Node:
    """A spec with an operation for each of many kinds of things."""
    answer = {"content": {"application/json": {"schema": {"type": "string"}}}}
    return {
        "paths": {
            f"/things/{number:02}": {
                "get": {
                    "summary": f"Get thing {number}",
                    "tags": ["things"],
                    "responses": {"200": answer},
                }
            }
            for number in range(COUNT)
        }
    }


RECORDING = list(pages_of(many_things(), COUNT))


@pytest.fixture
def site() -> Iterator[Recorded]:
    with recorded_site() as site:
        site.pages.update({f"/{slug}": markdown for slug, _, markdown in RECORDING})
        site.index(*(line for _, line, _ in RECORDING))
        yield site


def read(site: Recorded, folder: Path, **options: Any) -> Site:
    return read_site(f"{site.url}/llms.txt", folder, manners=QUICK, **options)


def pages_asked(site: Recorded) -> int:
    return len(site.paths) - site.paths.count("/llms.txt")


def test_a_page_that_changed_is_read_again(site: Recorded, tmp_path: Path) -> None:
    read(site, tmp_path)
    slug, _, markdown = RECORDING[3]
    site.pages[f"/{slug}"] = markdown.replace("type: string", "type: integer", 1)
    assert read(site, tmp_path).unchanged == COUNT - 1


def test_a_busy_host_gets_what_it_asks_for(site: Recorded, tmp_path: Path) -> None:
    slugs = [f"/{slug}" for slug, _, _ in RECORDING]
    site.faults[slugs[0]].append(Fault(429, {"Retry-After": "7"}))
    site.faults[slugs[1]].extend([Fault(500), Fault(503)])
    site.faults[slugs[2]].append(Fault(CUT))
    WAITS.clear()
    found = read(site, tmp_path)
    assert found.gaps == ()
    assert pages_asked(site) == COUNT + 4
    waits = [wait for wait in WAITS if wait != QUICK.pause_s]
    assert sorted(waits) == [1.0, 1.0, 2.0, 7.0]


def test_a_run_that_was_stopped_goes_on(site: Recorded, tmp_path: Path) -> None:
    slugs = [f"/{slug}" for slug, _, _ in RECORDING]
    site.faults[slugs[30]].append(Fault(429, {"Retry-After": "3600"}))
    with pytest.raises(UnusableSpec, match=r"asks to wait 3600 seconds.*it goes on with the pages"):
        read(site, tmp_path)
    before = {path for path in site.paths if path != slugs[30]}
    site.asked.clear()
    site.has_versions = False
    assert read(site, tmp_path).pages == COUNT
    asked_again = before & {*site.paths} - {"/llms.txt"}
    assert asked_again == set()
    assert len(before) > 25


def test_pages_that_cannot_be_read_refuse_the_site(site: Recorded, tmp_path: Path) -> None:
    site.pages.pop(f"/{RECORDING[5][0]}")
    slug, _, markdown = RECORDING[6]
    site.pages[f"/{slug}"] = markdown.replace("paths:", "paths: [", 1)
    moved = f"/{RECORDING[7][0]}"
    site.faults[moved].append(Fault(302, {"Location": "https://elsewhere.test/page.md"}))
    with pytest.raises(UnusableSpec) as refusal:
        read(site, tmp_path)
    text = str(refusal.value)
    assert "the host has no such page (404)" in text
    assert "The YAML cannot be read" in text
    assert "it redirects to another host, elsewhere.test" in text
    assert text.endswith(
        "3 of 42 pages could not be read. Run it again: it goes on with the pages that are "
        "missing. Or let it keep what the last sync had of them (GAPS=keep)."
    )


def test_gaps_can_keep_what_the_last_sync_had(site: Recorded, tmp_path: Path) -> None:
    whole = read(site, tmp_path).document
    site.pages.pop(f"/{RECORDING[5][0]}")
    found = read(site, tmp_path, previous=whole, keep_gaps=True)
    assert len(found.gaps) == 1
    assert paths(found.document) == paths(whole)
    assert found.document["components"] == whole["components"]


def paths(document: Node) -> dict[str, object]:
    return {call.place: call.operation for call in calls(document)}


def test_a_removed_page_removes_its_operation(site: Recorded, tmp_path: Path) -> None:
    before = paths(read(site, tmp_path).document)
    site.index(*(line for _, line, _ in RECORDING[1:]))
    after = paths(read(site, tmp_path).document)
    assert before.keys() - after.keys() == {"paths./things/00.get"}


def test_a_host_that_fails_for_all_is_left_alone(site: Recorded, tmp_path: Path) -> None:
    for slug, _, _ in RECORDING:
        site.faults[f"/{slug}"].extend([Fault(500)] * 5)
    with pytest.raises(UnusableSpec, match="10 pages could not be fetched"):
        read(site, tmp_path)
    assert pages_asked(site) <= 13 * 5
