"""Builds the site of both languages into a folder, in the order of this module."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from attrs import frozen

from ..pages import ROOT
from . import links, machines, search
from .assembling import Sources, assemble
from .configuration import SITE_URL, project
from .navigation import LANGUAGES, tree

HERE = Path(__file__).resolve().parent
THEME = HERE / "theme"
WORK = ROOT / "build" / "docs"
SITE = ROOT / "site"
COLOR = re.compile(r"\x1b\[[0-9;]*m")
WARNING = re.compile(r"^Warning: (?P<text>.*)\n.*?\[ (?P<place>\S+) \]", re.MULTILINE)
SOURCES = Sources()
NEEDS_AN_ADDRESS = ("404.html", "sitemap.xml")


class BuildError(Exception):
    """The site cannot be built as its pages are. The text has a line for each fault."""


@frozen
class Options:
    """How the site is built.

    A `draft` has a stub where a page of the navigation does not exist yet, and links to any part of
    a page. `address` is where the site is published, with a slash at its end, or empty.
    """

    draft: bool = False
    address: str = SITE_URL


def build(
    options: Options, sources: Sources = SOURCES, *, work: Path = WORK, site: Path = SITE
) -> int:
    """Builds the site.

    Args:
        options: How it is built.
        sources: Where the pages come from.
        work: Where the pages are put together.
        site: Where the site goes; what was there is replaced.

    Returns:
        How many pages it has.

    Raises:
        NavigationError: navigation and pages differ.
        BuildError: Zensical warned, or a link leads nowhere.
    """
    if not options.draft:
        sources.check()
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    count = sum(
        _build_language(language, options, sources, work / language, site / language)
        for language in LANGUAGES
    )
    shutil.copyfile(THEME / "entrance.html", site / "index.html")
    machines.write_entrance(site, options.address)
    if faults := links.check(site, anchors=not options.draft):
        raise BuildError("\n".join(map(str, faults)))
    return count


def _build_language(
    language: str, options: Options, sources: Sources, work: Path, site: Path
) -> int:
    """Builds the site of a language. How many pages it has."""
    pages = work / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    pages.mkdir(parents=True)
    titles = assemble(pages, language, sources, draft=options.draft)
    navigation = tree(sources.navigation, language, titles)
    settings = project(
        language, navigation, theme=THEME, anchors=not options.draft, address=options.address
    )
    _generate(work, settings)
    shutil.move(work / "site", site)
    search.install(site, language)
    if not options.address:
        for name in NEEDS_AN_ADDRESS:
            (site / name).unlink()
    machines.write_twins(pages, site, titles)
    machines.write_lists(pages, site, language, navigation, options.address)
    return len(titles)


def _generate(folder: Path, settings: str) -> None:
    """Has Zensical build a language.

    Its cache is left out: it keeps pages whose template has changed since.
    """
    file = folder / "zensical.toml"
    file.write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
    done = subprocess.run(
        [*command, "--config-file", str(file)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    said = warnings_of(done.stderr)
    if done.returncode or said:
        raise BuildError("\n".join(f"{folder.name}/{line}" for line in said) or done.stderr)


def warnings_of(output: str) -> list[str]:
    """A line for each warning in what Zensical prints as drawings: its place, then its text."""
    text = COLOR.sub("", output)
    return [f"{found['place']}: {found['text']}" for found in WARNING.finditer(text)]
