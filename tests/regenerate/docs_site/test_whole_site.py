"""A site of 45 operations that Apidog could have written gives back the operations."""

from __future__ import annotations

import pytest

from gigstack_api.regenerate.docs_site import Site, read_site
from gigstack_api.regenerate.document import calls, resolve
from scripts.spec.model import load

from .apidog import pages_of
from .manners import QUICK
from .recorded import Recorded, recorded_site

COUNT = 45


@pytest.fixture(scope="module")
def recording() -> list[tuple[str, str, str]]:
    return list(pages_of(load(), COUNT))


@pytest.fixture(scope="module")
def runs(
    recording: list[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Recorded, Site, Site]:
    """The site after two runs, and what they found."""
    with recorded_site() as site:
        site.pages.update({f"/{slug}": markdown for slug, _, markdown in recording})
        guide = "[Welcome]({site}/welcome-30000000m0.md): Read this first"
        site.index(guide, *(line for _, line, _ in recording))
        folder = tmp_path_factory.mktemp("cache")
        first = read_site(site.url, folder, manners=QUICK)
        return site, first, read_site(f"{site.url}/llms.txt", folder, manners=QUICK)


def test_every_operation_comes_back(runs: tuple[Recorded, Site, Site]) -> None:
    found = runs[1]
    spec = load()
    expected = {call.place: call for call in list(calls(spec))[:COUNT]}
    operations = {call.place: call.operation for call in calls(found.document)}
    assert operations.keys() == expected.keys()
    for place, call in expected.items():
        mine, theirs = operations[place], call.operation
        assert mine["summary"] == theirs["summary"]
        assert mine.get("description", "") == theirs.get("description", "")
        assert [one["name"] for one in mine.get("parameters", ())] == [
            resolve(spec, one, "")["name"] for one in theirs.get("parameters", ())
        ]
        assert mine["responses"].keys() == theirs["responses"].keys()
        assert ("requestBody" in mine) == ("requestBody" in theirs)
    assert found.pages == COUNT
    assert (found.gaps, found.unchanged) == ((), 0)


def test_every_schema_comes_back(runs: tuple[Recorded, Site, Site]) -> None:
    found = runs[1].document["components"]["schemas"]
    assert len(found) > 60
    spec = load()["components"]["schemas"]
    for name, schema in found.items():
        assert schema.get("properties", {}).keys() == spec[name].get("properties", {}).keys()
        assert schema.get("type") == spec[name].get("type")


def test_what_belongs_to_all_is_there_once(runs: tuple[Recorded, Site, Site]) -> None:
    document = runs[1].document
    assert document["info"] == {"title": "gigstack", "version": "1.0.0"}
    assert [server["url"] for server in document["servers"]] == ["https://api.gigstack.io/v2"]
    assert document["security"] == [{"bearer": []}]
    assert document["components"]["securitySchemes"] == {
        "bearer": {"type": "http", "scheme": "bearer"}
    }
    assert [tag["name"] for tag in document["tags"]][:2] == ["Clients", "Services"]


def test_guides_are_not_fetched(runs: tuple[Recorded, Site, Site]) -> None:
    assert [path for path in runs[0].paths if "m0" in path] == []


def test_a_second_run_is_answered_with_unchanged(runs: tuple[Recorded, Site, Site]) -> None:
    site, first, second = runs
    assert second.document == first.document
    assert (first.unchanged, second.unchanged) == (0, COUNT)
    of_second = site.asked[COUNT + 1 :]
    assert len(of_second) == COUNT + 1
    assert all("if-none-match" in headers for _, headers in of_second)


def test_at_most_three_requests_are_under_way(runs: tuple[Recorded, Site, Site]) -> None:
    site = runs[0]
    assert site.most_at_once <= 3
    agents = {headers["user-agent"] for _, headers in site.asked}
    assert len(agents) == 1
    assert "gigstack-api-python/" in agents.pop()
