"""Files for machines: a Markdown twin beside every page, `llms.txt` and `llms-full.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from . import markdown
from .configuration import DESCRIPTIONS, NAME, NAMES
from .navigation import LANGUAGES, Tree

SENTENCE = re.compile(r"(?<=[.!?]) ")


def write_twins(pages: Path, site: Path, titles: Mapping[str, str]) -> None:
    """Writes the Markdown of each page beside its HTML: `errors.md` beside `errors.html`."""
    for path in titles:
        twin = site / f"{path}.md"
        twin.parent.mkdir(parents=True, exist_ok=True)
        twin.write_text(_text_of(pages, f"{path}.md"), encoding="utf-8")


def write_lists(pages: Path, site: Path, language: str, navigation: Tree, address: str) -> None:
    """Writes `llms.txt`, a list of all pages, and `llms-full.txt`, all pages in one file.

    `address` is that of the site; if it is empty, links are relative.
    """
    here = f"{address}{language}/" if address else ""
    above = address or "../"
    head = f"# {NAME}\n\n> {DESCRIPTIONS[language]}\n"
    others = [name for name in LANGUAGES if name != language]
    lines = [head, *_lines(pages, here, navigation, level=2), "\n## Optional\n"]
    lines += [f"- [{NAMES[name]}]({above}{name}/llms.txt)" for name in others]
    lines.append(f"- [llms-full.txt]({here}llms-full.txt)")
    (site / "llms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    whole = [_text_of(pages, file).strip() for _, file in _files(navigation)]
    (site / "llms-full.txt").write_text("\n\n".join([head, *whole]) + "\n", encoding="utf-8")


def write_entrance(site: Path, address: str) -> None:
    """Writes the list at the top, which leads to that of each language."""
    lines = [f"# {NAME}", "", f"> {DESCRIPTIONS['en']}", "", "## Documentation", ""]
    lines += [f"- [{NAMES[name]}]({address}{name}/llms.txt)" for name in LANGUAGES]
    (site / "llms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _lines(pages: Path, here: str, tree: Tree, *, level: int) -> Iterator[str]:
    for entry in tree:
        for title, inside in entry.items():
            if isinstance(inside, str):
                said = SENTENCE.split(markdown.summary(_text_of(pages, inside)))[0]
                yield f"- [{title}]({here}{inside})" + (f": {said}" if said else "")
            else:
                yield f"\n{'#' * level} {title}\n"
                yield from _lines(pages, here, inside, level=level + 1)


def _files(tree: Tree) -> Iterator[tuple[str, str]]:
    for entry in tree:
        for title, inside in entry.items():
            if isinstance(inside, str):
                yield title, inside
            else:
                yield from _files(inside)


def _text_of(pages: Path, file: str) -> str:
    text = (pages / file).read_text(encoding="utf-8")
    return markdown.without_ids(markdown.FRONT.sub("", text))
