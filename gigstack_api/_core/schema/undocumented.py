"""Keys of mappings that are not documented: misspelt ones are refused, others reported. Pure."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from ...errors import InvalidArgumentError
from ..limits import LOADING

SHORT = 6
"""Names of fewer letters are misspelt by one letter at most, others by two."""

SIMILAR = 0.6
"""How alike a name must be, from 0 to 1, to be suggested where another is refused in any case."""

FEW = 6
"""So many names are listed where none can be suggested."""

ENDINGS = ("code", "key", "number", "value")
"""Words that people add to a name: `zipcode` for `zip`."""


class Extended(Mapping[str, Any]):
    """A mapping that holds undocumented fields on purpose: those in `undocumented`."""

    __slots__ = ()

    @property
    @abstractmethod
    def undocumented(self) -> Collection[str]:
        """The names of these fields."""


class Undocumented(NamedTuple):
    """The path of a key that is not documented, and the names that are documented there."""

    path: str
    documented: AbstractSet[str]
    absent: tuple[str, ...]
    """Those of them that the mapping does not have."""

    def __str__(self) -> str:
        """The path with the name that may be meant, or with all names if they are few."""
        if meant := closest(self.path.rpartition(".")[2], self.absent):
            return f"{self.path} (did you mean {meant!r}?)"
        if len(self.documented) <= FEW:
            return f"{self.path} (documented: {', '.join(self.documented)})"
        return self.path


def _none() -> Iterable[str]:
    return ()


def check_keys(
    values: Mapping[Any, Any],
    documented: AbstractSet[str],
    path: str,
    undocumented: list[Undocumented],
    *,
    also: Callable[[], Iterable[str]] = _none,
) -> None:
    """Appends every key that is not documented to `undocumented`.

    `also` gives the names of other fields that are allowed.

    Raises:
        InvalidArgumentError: a key is not a string, or it is close to a documented field that the
            mapping does not have.
    """
    if values.keys() <= documented:
        return
    allowed = {*documented, *also()}
    if isinstance(values, Extended):
        allowed.update(values.undocumented)
    absent = tuple(name for name in documented if values.get(name) is None)
    for name in values:
        if name in allowed:
            continue
        if not isinstance(name, str):
            raise InvalidArgumentError(f"{path}: its keys must be strings, not {name!r}")
        if meant := misspelt(name, absent):
            raise InvalidArgumentError(
                f"{path}.{name}: is not a documented field; did you mean {meant!r}?"
            )
        undocumented.append(Undocumented(f"{path}.{name}", documented, absent))


def misspelt(name: str, names: Iterable[str]) -> str | None:
    """The one of `names` that `name` is a misspelling of, if there is one.

    That is one with the same letters (`zipCode` for `zip_code`), with a word such as `code` added,
    or with one or two letters changed (`discunt` for `discount`).
    """
    plain = _letters(name)
    by_letters = {_letters(other): other for other in names}
    for ending in ("", *ENDINGS):
        if plain.endswith(ending) and (found := by_letters.get(plain[: len(plain) - len(ending)])):
            return found
    nearest = min(((distance(plain, other), other) for other in by_letters), default=None)
    if nearest is None:
        return None
    changes, other = nearest
    return (
        by_letters[other] if changes <= (1 if min(len(plain), len(other)) < SHORT else 2) else None
    )


def distance(one: str, other: str) -> int:
    """How many letters must be changed, added, left out or swapped with the next (OSA distance)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        before, previous, row = row, before, [i + 1]
        for j, wanted in enumerate(other):
            best = min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != wanted))
            if i and j and letter == other[j - 1] and one[i - 1] == wanted:
                best = min(best, previous[j - 1] + 1)
            row.append(best)
    return row[-1]


def closest(name: str, names: Iterable[str]) -> str | None:
    """The one of `names` that is most like `name`, if any is like it."""
    with LOADING:
        from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(names), n=1, cutoff=SIMILAR)), None)


def _letters(name: str) -> str:
    return name.replace("_", "").replace("-", "").replace(" ", "").lower()
