"""The base classes of the SAT codes: labels, persons, regimes and decimals of each code."""

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
        # Imported here since it loads attrs, which takes longer than all catalogues together.
        from ..errors import InvalidArgumentError

        raise InvalidArgumentError("person must be 'fisica' or 'moral'")


class Code(OpenEnum):
    """A code of a SAT catalogue: a string with its labels."""

    label_es: str
    """The SAT's own text."""
    label_en: str
    """An English translation, not the SAT's own."""
    in_cfdi40: bool
    """Whether CFDI 4.0 has the code; False for codes of CFDI 3.3 that are still in circulation."""

    def __new__(cls, code: str, *_facts: str | int) -> Self:
        """The code as a string."""
        self = str.__new__(cls, code)
        self._value_ = code
        return self

    # Every member has labels. They are optional since mypy takes a lookup, `TaxRegime("601")`, for
    # a call of the constructor.
    def __init__(
        self, _code: str, label_es: str = "", label_en: str = "", cfdi: str = "4.0"
    ) -> None:
        self.label_es, self.label_en, self.in_cfdi40 = label_es, label_en, cfdi == "4.0"

    @classmethod
    def of(cls, value: T) -> Self | T:
        """The member of a code. An unknown code and None are returned unchanged."""
        found: Self | T = super().of(value)
        return found

    @classmethod
    def _value_texts(cls) -> tuple[str, ...]:
        return tuple(f"- `{code.value}`: {code.label_es}" for code in cls)


class RegimeCode(Code):
    """A tax regime, with the persons it is for."""

    persons: frozenset[Person]
    """Who may be in the regime; empty if CFDI 4.0 does not have it."""

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
        """The regimes of CFDI 4.0 for that kind of person, in the order of their codes.

        Raises:
            InvalidArgumentError: the person is neither 'fisica' nor 'moral'.
        """
        kind = Person(person)
        return tuple(regime for regime in cls if kind in regime.persons)


class UseCode(Code):
    """A use of an invoice, with the receivers it is for."""

    persons: frozenset[Person]
    """Who may receive an invoice with this use; empty if CFDI 4.0 does not have it."""
    regimes: frozenset[str]
    """Codes of the tax regimes whose receivers may have it; empty if CFDI 4.0 does not have it."""

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
        """The uses that CFDI 4.0 allows a receiver in this tax regime; empty for other regimes."""
        return tuple(use for use in cls if use.allows(regime))

    def allows(
        self, regime: str, person: Person | Literal["fisica", "moral"] | None = None
    ) -> bool:
        """Whether CFDI 4.0 allows this use to a receiver in that tax regime.

        Args:
            regime: Code of the regime.
            person: The kind of receiver, if known: some regimes are for both kinds of persons, some
                uses for natural persons only.

        Raises:
            InvalidArgumentError: the person is neither 'fisica' nor 'moral'.
        """
        return regime in self.regimes and (person is None or Person(person) in self.persons)


class PeriodCode(Code):
    """A month (01 to 12) or a bimester (13 to 18) of a global invoice."""

    @property
    def months(self) -> tuple[Self, ...]:
        """The two months of a bimester, or the month itself."""
        second = 2 * (int(self) - 12)
        return (
            (self,) if second <= 0 else (type(self)(f"{second - 1:02}"), type(self)(f"{second:02}"))
        )

    @property
    def quarter(self) -> int | None:
        """The quarter of a month, 1 to 4; None for a bimester, which may span two."""
        return (int(self) + 2) // 3 if len(self.months) == 1 else None


class CurrencyCode(Code):
    """A currency, with the decimals that amounts in it may have."""

    decimals: int
    """Decimals of the amounts of a document in this currency."""

    def __init__(
        self, _code: str, label_es: str = "", label_en: str = "", decimals: int = 2
    ) -> None:
        super().__init__(_code, label_es, label_en)
        self.decimals = decimals


def _persons(names: str) -> frozenset[Person]:
    return frozenset(map(Person, names.split()))
