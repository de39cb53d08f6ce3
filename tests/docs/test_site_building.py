"""The build of the site, on a small tree of pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from scripts.docs.site import search
from scripts.docs.site.assembling import Sources, changelog
from scripts.docs.site.building import BuildError, Options, build, warnings_of
from scripts.docs.site.navigation import NavigationError

DRAFT = Options(draft=True)
NAVIGATION = """
- title: [Guides, Guías]
  pages:
    guides/errors: [Errors, Errores]
    guides/later: [Later, Después]
- title: [Reference, Referencia]
  folder: reference
- title: [Inside, Por dentro]
  pages:
    inside/changelog: [Changelog, Cambios]
"""
PAGES = {
    "en/index.md": "# Invoices\n\nStart with [errors](guides/errors.md#unknown).\n",
    "es/index.md": "# Facturas\n\nEmpieza por los [errores](guides/errors.md#unknown).\n",
    "en/guides/errors.md": (
        "# Errors\n\n<!-- test: x -->\nWhat to do.\n\n## Unknown\n\n"
        "![A way](../../images/way.svg)\n"
    ),
    "es/guides/errors.md": (
        "# Errores\n\nQué hacer.\n\n## Cuando no se sabe {#unknown}\n\n"
        "![Un camino](../../images/way.svg)\n"
    ),
    "images/way.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "navigation.yaml": NAVIGATION,
}
LOG = (
    "# Changelog\n\n## [Unreleased]\n\n"
    "- [Errors](docs/en/guides/errors.md), [a file](examples/x.py)\n"
)


def reference(target: Path, language: str) -> list[Path]:
    page = target / "reference" / "codes.md"
    page.parent.mkdir()
    page.write_text(f"# Codes ({language})\n\nAll of them.\n", encoding="utf-8")
    return [page]


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    docs = tmp_path / "docs"
    for name, text in PAGES.items():
        file = docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    log = tmp_path / "CHANGELOG.md"
    log.write_text(LOG, encoding="utf-8")
    return Sources(docs=docs, changelog=log, reference=reference)


def test_a_page_that_does_not_exist_stops_the_build(sources: Sources, tmp_path: Path) -> None:
    with pytest.raises(NavigationError, match=r"docs/en/guides/later\.md"):
        build(Options(), sources, work=tmp_path / "work", site=tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_draft_is_a_site_of_both_languages(sources: Sources, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(DRAFT, sources, work=tmp_path / "work", site=site) == 10

    page = (site / "en" / "guides" / "errors.html").read_text(encoding="utf-8")
    assert "test: x" not in page
    assert 'hreflang="es" rel="alternate" href="../../es/guides/errors.html"' in page
    assert 'src="../images/way.svg"' in page
    spanish = (site / "es" / "guides" / "errors.html").read_text(encoding="utf-8")
    assert 'lang="es"' in spanish
    assert 'id="unknown"' in spanish
    assert "not written yet" in (site / "en" / "guides" / "later.html").read_text(encoding="utf-8")

    assert (
        (site / "es" / "guides" / "errors.md").read_text(encoding="utf-8").startswith("# Errores")
    )
    listed = (site / "en" / "llms.txt").read_text(encoding="utf-8")
    assert "- [Errors](guides/errors.md): What to do." in listed
    assert "- [Codes (en)](reference/codes.md): All of them." in listed
    assert "# Codes (es)" in (site / "es" / "llms-full.txt").read_text(encoding="utf-8")
    assert "es/llms.txt" in (site / "llms.txt").read_text(encoding="utf-8")

    found = json.loads((site / "es" / "search.json").read_text(encoding="utf-8"))["items"]
    assert "guides/errors.html#unknown" in [item["location"] for item in found]
    (worker,) = (site / "es" / "assets" / "javascripts" / "workers").iterdir()
    assert worker.read_bytes() == search.WORKER.read_bytes()


def test_a_published_site_has_addresses(sources: Sources, tmp_path: Path) -> None:
    site = tmp_path / "site"
    address = "https://example.mx/gig/"
    build(Options(draft=True, address=address), sources, work=tmp_path / "work", site=site)
    page = (site / "es" / "guides" / "errors.html").read_text(encoding="utf-8")
    assert f'rel="canonical" href="{address}es/guides/errors.html"' in page
    assert f"<loc>{address}en/guides/errors.html</loc>" in (site / "en/sitemap.xml").read_text()
    assert f"({address}es/guides/errors.md)" in (site / "es" / "llms.txt").read_text()
    assert f"({address}es/llms.txt)" in (site / "llms.txt").read_text()
    assert (site / "en" / "404.html").is_file()


def test_a_warning_stops_the_build(sources: Sources, tmp_path: Path) -> None:
    with (sources.docs / "en" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](guides/none.md)\n")
    with pytest.raises(BuildError, match=r"^en/index\.md:\d+:\d+: page does not exist$"):
        build(DRAFT, sources, work=tmp_path / "work", site=tmp_path / "site")


def test_a_link_that_leads_nowhere_stops_the_build(sources: Sources, tmp_path: Path) -> None:
    def pictured(target: Path, language: str) -> list[Path]:
        (page,) = reference(target, language)
        page.write_text('# Codes\n\n<a href="none.html">x</a>\n', encoding="utf-8")
        return [page]

    with pytest.raises(BuildError, match=r"en/reference/codes\.html: none\.html: the file"):
        build(
            DRAFT,
            evolve(sources, reference=pictured),
            work=tmp_path / "work",
            site=tmp_path / "site",
        )


def test_warnings_are_a_line_each() -> None:
    drawn = (
        "\x1b[33mWarning:\x1b[0m page does not exist\n   \x1b[38;5;246m╭─[\x1b[0m a.md:3:8 "
        "\x1b[38;5;246m]\x1b[0m\n 3 │ [x](y.md)\n───╯\n1 issue found\n"
    )
    assert warnings_of(drawn) == ["a.md:3:8: page does not exist"]


def test_the_changelog_leads_to_pages_of_the_site() -> None:
    assert changelog(LOG, "es") == (
        "# Registro de cambios\n\nEl registro de cambios se escribe en inglés.\n\n"
        "## Unreleased\n\n- [Errors](../guides/errors.md), a file\n"
    )


def test_a_text_that_zensical_no_longer_has_is_named() -> None:
    script = ",".join(search.SPANISH)
    assert search.translated(script) == ",".join(search.SPANISH.values())
    with pytest.raises(search.ChangedError, match='no longer says "Filters"'):
        search.translated(script.replace('"Filters"', '"Facets"'))


def test_another_layout_of_zensical_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(search.ChangedError, match=r"0 files .* search\.\*\.js"):
        search.install(tmp_path, "en")
