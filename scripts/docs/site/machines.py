"""Files for machines: a Markdown twin beside every page, `llms.txt` and `llms-full.txt`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from . import markdown
from .configuration import DESCRIPTIONS, NAME, NAMES, SITE_URL
from .navigation import LANGUAGES, Tree


def write_twins(pages: Path, site: Path, titles: Mapping[str, str]) -> None:
    """Writes the Markdown of each page beside its HTML: `errors.md` beside `errors.html`."""
    for path in titles:
        twin = site / f"{path}.md"
        twin.parent.mkdir(parents=True, exist_ok=True)
        twin.write_text(_text_of(pages, f"{path}.md"), encoding="utf-8")


def write_lists(pages: Path, site: Path, language: str, navigation: Tree) -> None:
    """Writes `llms.txt`, a list of all pages, and `llms-full.txt`, all pages in one file."""
    head = f"# {NAME}\n\n> {DESCRIPTIONS[language]}\n"
    others = [name for name in LANGUAGES if name != language]
    lines = [head, *_lines(pages, language, navigation, level=2), "\n## Optional\n"]
    lines += [f"- [{NAMES[name]}]({_address(f'../{name}', 'llms.txt')})" for name in others]
    lines.append(f"- [llms-full.txt]({_address(language, 'llms-full.txt')})")
    (site / "llms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    whole = [_text_of(pages, file).strip() for _, file in _files(navigation)]
    (site / "llms-full.txt").write_text("\n\n".join([head, *whole]) + "\n", encoding="utf-8")


def write_entrance(site: Path) -> None:
    """Writes the list at the top, which leads to that of each language."""
    lines = [f"# {NAME}", "", f"> {DESCRIPTIONS['en']}", "", "## Documentation", ""]
    lines += [f"- [{NAMES[name]}]({SITE_URL}{name}/llms.txt)" for name in LANGUAGES]
    (site / "llms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _address(folder: str, file: str) -> str:
    """A file of a language as `llms.txt` names it: absolute if the address of the site is known."""
    if SITE_URL:
        return f"{SITE_URL}{folder.removeprefix('../')}/{file}"
    return f"{folder}/{file}" if folder.startswith("../") else file


def _lines(pages: Path, language: str, tree: Tree, *, level: int) -> Iterator[str]:
    for entry in tree:
        for title, inside in entry.items():
            if isinstance(inside, str):
                said = markdown.summary(_text_of(pages, inside))
                yield f"- [{title}]({_address(language, inside)})" + (f": {said}" if said else "")
            else:
                yield f"\n{'#' * level} {title}\n"
                yield from _lines(pages, language, inside, level=level + 1)


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
