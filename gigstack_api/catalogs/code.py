"""What the codes of the SAT know of themselves: their labels, who may use them, and what goes with
what. Pure.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Never, Self, TypeVar

from .._core.schema.enums import OpenEnum

T = TypeVar("T")


class Person(StrEnum):
    """The two kinds of taxpayers.

    Raises:
        InvalidArgumentError: a value is neither.
    """

    FISICA = "fisica"
    """Persona física · Natural person: an RFC of 13 characters."""
    MORAL = "moral"
    """Persona moral · Legal person: an RFC of 12 characters."""

    @classmethod
    def _missing_(cls, value: object) -> Never:
        from ..errors import (
            InvalidArgumentError,
        )  # loads attrs, which takes longer than all catalogues

        raise InvalidArgumentError("a person is 'fisica' or 'moral'")


class Code(OpenEnum):
    """A code of a SAT catalogue: the string itself, with what it means."""

    label_es: str
    """The SAT's own text."""
    label_en: str
    """What it means, in words of ours."""
    in_cfdi40: bool
    """Whether CFDI 4.0 has it; False for what stayed behind in CFDI 3.3 and is still seen."""

    def __new__(cls, code: str, *_facts: str) -> Self:
        """The code as a string."""
        self = str.__new__(cls, code)
        self._value_ = code
        return self

    # Every member gives its labels. They are optional since mypy takes a look-up,
    # `TaxRegime("601")`, for the making of a member.
    def __init__(
        self, _code: str, label_es: str = "", label_en: str = "", cfdi: str = "4.0"
    ) -> None:
        self.label_es, self.label_en, self.in_cfdi40 = label_es, label_en, cfdi == "4.0"

    @classmethod
    def of(cls, value: T) -> Self | T:
        """The member of a code; a code that is not known stays the string it is, and None stays
        None.
        """
        found: Self | T = super().of(value)
        return found


class RegimeCode(Code):
    """A tax regime, and the persons it is for."""

    persons: frozenset[Person]
    """Who may be in it; nobody where CFDI 4.0 does not have it."""

    def __init__(
        self,
        _code: str,
        label_es: str = "",
        label_en: str = "",
        persons: str = "",
        cfdi: str = "4.0",
    ) -> None:
        super().__init__(_code, label_es, label_en, cfdi)
        self.persons = _persons(persons)

    @classmethod
    def for_person(cls, person: Person | Literal["fisica", "moral"]) -> tuple[Self, ...]:
        """The regimes of CFDI 4.0 that such a person may be in, by their codes.

        Raises:
            InvalidArgumentError: the person is neither 'fisica' nor 'moral'.
        """
        kind = Person(person)
        return tuple(each for each in cls if kind in each.persons)


class UseCode(Code):
    """A use of an invoice, and the receivers it is for."""

    persons: frozenset[Person]
    """Who may receive an invoice for it; nobody where CFDI 4.0 does not have it."""
    regimes: frozenset[str]
    """Codes of the tax regimes whose receivers may have it; none where CFDI 4.0 does not have
    it.
    """

    def __init__(
        self,
        _code: str,
        label_es: str = "",
        label_en: str = "",
        persons: str = "",
        regimes: str = "",
        cfdi: str = "4.0",
    ) -> None:
        super().__init__(_code, label_es, label_en, cfdi)
        self.persons = _persons(persons)
        self.regimes = frozenset(regimes.split())

    @classmethod
    def allowed_for(cls, regime: str) -> tuple[Self, ...]:
        """The uses that CFDI 4.0 lets a receiver of this tax regime have; none for a regime that it
        does not have.
        """
        return tuple(each for each in cls if each.allows(regime))

    def allows(
        self, regime: str, person: Person | Literal["fisica", "moral"] | None = None
    ) -> bool:
        """Whether CFDI 4.0 lets a receiver of this tax regime have it; with `person`, whether that
        kind of receiver may.

        Some regimes are for both kinds of persons, and some uses for natural persons only.

        Raises:
            InvalidArgumentError: the person is neither 'fisica' nor 'moral'.
        """
        return regime in self.regimes and (person is None or Person(person) in self.persons)


class PeriodCode(Code):
    """A month (01 to 12) or a bimester (13 to 18) of a global invoice."""

    @property
    def months(self) -> tuple[Self, ...]:
        """The two months of a bimester; of a month, that month."""
        second = 2 * (int(self) - 12)
        return (
            (self,) if second <= 0 else (type(self)(f"{second - 1:02}"), type(self)(f"{second:02}"))
        )

    @property
    def quarter(self) -> int | None:
        """The quarter of a month, 1 to 4; None for a bimester, which may lie in two."""
        return (int(self) + 2) // 3 if len(self.months) == 1 else None


def _persons(names: str) -> frozenset[Person]:
    return frozenset(map(Person, names.split()))
