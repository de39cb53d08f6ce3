"""The sentences of errors in the chosen language.

The package raises English sentences, which also pass through journals, reports and workers. They
are the keys of the Spanish ones here, and the values in them are taken over.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

from .._core.schema.data import Data
from ..errors import APIError, DeliveryError, FileNotSavedError
from .texts import TEXTS, chosen, text
from .texts.arguments import OPTIONS
from .texts.bad_cells import BAD_CELLS
from .texts.bad_files import BAD_FILES, Sentences
from .texts.failed_runs import EXPORTS, IMPORTS, JOURNALS, WORKERS
from .texts.lookups import LOOKUPS
from .texts.no_answer import NO_ANSWER

TABLES: tuple[Sentences, ...] = (
    *(BAD_FILES, BAD_CELLS, JOURNALS, IMPORTS, EXPORTS, WORKERS, NO_ANSWER, LOOKUPS),
)

NESTED = frozenset({"problem", "note", "reason"})
"""Values that are sentences themselves."""

ONE_PART = "(?:(?!; ).)+?"

VALUES = {
    "problem": ".+?",
    "note": ".+?",
    "error": ".+?",
    "line": r"\d+",
    **dict.fromkeys(("operation", "field", "name", "part", "option"), r"[\w.-]+|'[^']*'"),
    "call": r"[\w.]+, [A-Z]+ /\S*(?:, idempotency key [^)]+)?",
}
"""The form of a value by its name; others are anything without `; `."""

PLACE = re.compile(
    r"(?:(?P<file>.+), )??"
    r"(?:line (?P<line>\d+)(?:, column (?P<column>'.*'|\".*\"))?"
    r"|lines (?P<first>\d+) to (?P<last>\d+)|cell (?P<cell>[A-Z]+\d+))"
)
FINDING = re.compile(r"(?P<call>\w+: )?(?P<path>[\w.\[\]]+): .+ \((?P<code>[a-z0-9_]+)\)")
MORE = re.compile(r"and (\d+) more")

SYSTEM = frozenset(
    ("ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "ENOSPC", "EROFS", "EEXIST", "EADDRINUSE")
)
"""Errors of the system that have a text `system.NAME`."""


class Sentence(Data, frozen=True):
    """An English sentence and the Spanish one."""

    pattern: re.Pattern[str]
    spanish: str

    def of(self, english: str) -> str | None:
        """The Spanish of a sentence; None if it is another one."""
        match = self.pattern.fullmatch(english)
        if match is None:
            return None
        values = match.groupdict()
        for name, value in values.items():
            if name == "names":
                values[name] = value.replace(" and ", " y ").replace(" or ", " o ")
            elif name in NESTED:
                found = spanish(value)
                if found is None and name == "problem":
                    return None
                values[name] = found or value
        return self.spanish.format(**values)


def sentence_of(error: object) -> str:
    """The sentence of an error in the chosen language; English if there is no other."""
    english = system_sentence(error) if isinstance(error, OSError) else str(error)
    if chosen() == "es":
        return spanish(english) or english
    for argument, option in OPTIONS.items():
        english = english.replace(argument, option)
    return english


def whole_sentence(error: Exception) -> str:
    """The sentence of the error that ends a command; what stays English gets a lead."""
    if isinstance(error, APIError):
        return text("error.api", error=error)
    sentence = sentence_of(error)
    if chosen() == "en" or sentence != str(error):
        return sentence
    if isinstance(error, DeliveryError):
        return text("error.no_answer", error=error)
    return text("error.other", error=error)


def system_sentence(error: OSError) -> str:
    """The sentence of an error of the system in the chosen language, with the file."""
    if isinstance(error, FileNotSavedError):
        return error.strerror or str(error)
    if _name_of(error) not in SYSTEM or not isinstance(error.filename, str):
        return str(error)
    return text("error.system", file=error.filename, problem=problem_of(error))


def problem_of(error: OSError) -> str:
    """The problem in the chosen language, without the file."""
    name = _name_of(error)
    return text(f"system.{name}") if name in SYSTEM else error.strerror or str(error)


def _name_of(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, "")


def spanish(english: str) -> str | None:
    """The Spanish of a sentence, its place in a file and its values included; None if it has
    none.
    """
    for head, problem in _splits(english):
        place = PLACE.fullmatch(head)
        if place is not None and (found := spanish(problem)) is not None:
            return f"{_place(place)}: {found}"
    return _finding(english) or _whole(english) or _of_file(english) or _parts(english)


def _of_file(english: str) -> str | None:
    """A sentence after the name of a file."""
    named = ((file, _whole(problem)) for file, problem in _splits(english))
    return next((f"{file}: {problem}" for file, problem in named if problem), None)


def _es(key: str, **values: object) -> str:
    return TEXTS[key]["es"].format(**values)


def _splits(english: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(": ", english):
        yield english[: match.start()], english[match.end() :]


def _place(match: re.Match[str]) -> str:
    values = match.groupdict()
    places = [values["file"]]
    if values["line"]:
        places.append(_es("place.line", line=values["line"]))
    if values["column"]:
        places.append(_es("place.column", column=values["column"]))
    if values["first"]:
        places.append(_es("place.lines", first=values["first"], last=values["last"]))
    if values["cell"]:
        places.append(_es("place.cell", cell=values["cell"]))
    return ", ".join(filter(None, places))


def _finding(english: str) -> str | None:
    """A finding of the fiscal checks, whose rules have Spanish texts themselves."""
    match = FINDING.fullmatch(english)
    if match is None:
        return None
    from ..fiscal.rules import RULES

    rule = RULES.get(match["code"])
    return (
        None
        if rule is None
        else f"{match['call'] or ''}{match['path']}: {rule.text_es} ({match['code']})"
    )


def _parts(english: str) -> str | None:
    """Several sentences, of which those without Spanish stay English."""
    more = MORE.fullmatch(english)
    if more is not None:
        return _es("error.more", count=more[1])
    head, mark, tail = english.rpartition("; ")
    found = mark and (spanish(head), spanish(tail))
    return f"{found[0] or head}; {found[1] or tail}" if found and any(found) else None


def _whole(english: str) -> str | None:
    return next((found for known in sentences() if (found := known.of(english))), None)


@cache
def sentences() -> tuple[Sentence, ...]:
    """All sentences, those with the most letters of their own first."""
    pairs = [pair for table in TABLES for pair in table.items()]
    pairs.sort(key=lambda pair: -sum(len(words) for words, *_ in Formatter().parse(pair[0])))
    return tuple(Sentence(_pattern(english), spanish) for english, spanish in pairs)


def _pattern(english: str) -> re.Pattern[str]:
    pieces: list[str] = []
    for words, name, _, _ in Formatter().parse(english):
        pieces.append(re.escape(words))
        if name is not None:
            pieces.append(f"(?P<{name}>{VALUES.get(name, ONE_PART)})")
    return re.compile("".join(pieces), re.DOTALL)
