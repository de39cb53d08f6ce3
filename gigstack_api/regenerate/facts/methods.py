"""Names of methods: the operationId without the noun of its resource. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from keyword import iskeyword

from .operation import Operation

WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
LEFT_OVER = frozenset({"a", "an", "the", "of", "for", "by", "with", "from", "to", "in", "and"})
"""Words that a name cannot end with once its noun is gone; nor can it consist of them."""


def method_name(operation: Operation) -> str:
    """The name of the method of an operation in its resource.

    Of the operationId `get_invoice_files` in the resource `invoices` that is `get_files`. The noun
    of the resource is taken out once, in singular or plural, whole or else without its last words.
    If only the noun of the path is left behind the verb, that goes too.
    """
    group, _, name = operation.id.partition("/")
    own = name if name and words_of(group) == words_of(operation.tag) else operation.id
    words = words_of(own) or _words_of_route(operation)
    rest = _without_noun(words[1:], words_of(operation.tag))
    path = words_of(operation.call.path.strip("/").partition("/")[0])
    if len(rest) < len(words) - 1 and [*map(_singular, rest)] == [*map(_singular, path)]:
        rest = []
    short = words[:1] + rest
    while len(short) > 1 and short[-1] in LEFT_OVER:
        short = short[:-1]
    return usable("_".join(short))


def full_name(operation: Operation) -> str:
    """The whole operationId as the name of a method."""
    return usable("_".join(words_of(operation.id) or _words_of_route(operation)))


def usable(name: str) -> str:
    """A name that a method can have: no keyword, no digit first."""
    if not name or name[0].isdigit():
        name = f"call_{name}".rstrip("_")
    return f"{name}_" if iskeyword(name) else name


def words_of(name: str) -> list[str]:
    """The words of a name in any spelling, in lower case."""
    return [word.lower() for word in WORDS.findall(name)]


def _words_of_route(operation: Operation) -> list[str]:
    """The name of an operation without an operationId: `get_clients_id`."""
    return words_of(f"{operation.call.method} {operation.call.path}")


def _without_noun(words: list[str], noun: list[str]) -> list[str]:
    for part in _parts(noun):
        for start in range(len(words) - len(part) + 1):
            if [_singular(word) for word in words[start : start + len(part)]] == part:
                return words[:start] + words[start + len(part) :]
    return words


def _parts(noun: list[str]) -> Iterable[list[str]]:
    """The noun, then without its last words."""
    singular = [_singular(word) for word in noun]
    return (singular[:size] for size in range(len(singular), 0, -1))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
