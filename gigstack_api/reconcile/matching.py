"""How sure one may be that a document was made by the creation whose answer was lost. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, TypeAlias

from attrs import define, field

from .._core.moments import moment_s
from .._core.places import at
from .._core.shapes import is_list, is_mapping
from ..errors import Sent
from . import Reconciled
from .comparison import differences, same
from .state_checks import since_s

MOST_CANDIDATES = 20
CENTAVO = 0.01
SUPPORT = {"documentType": "document_type", "name": "name"}
"""What is sent of a support document, and how answers call it."""


class Likeness(Enum):
    """How a document stands to what was sent."""

    OURS = "it has the idempotency key"
    SAME = "it is as sent"
    ALIKE = "nothing speaks against it"
    OTHER = "it is another one"


Likening: TypeAlias = Callable[[Sent, Any], Likeness]


def keyed(sent: Sent, document: Any) -> Likeness:
    """By the idempotency key; where the document shows none by the metadata, client, currency and
    amount.
    """
    key = at(document, "idempotency_key")
    if key and sent.idempotency_key:
        return Likeness.OURS if key == sent.idempotency_key else Likeness.OTHER
    if (
        is_older(sent, document)
        or _is_of_another(sent, document)
        or amount_differs(sent.body.get("items"), document)
    ):
        return Likeness.OTHER
    metadata, shown = sent.body.get("metadata"), at(document, "metadata")
    if not metadata or not shown:
        return Likeness.ALIKE
    return Likeness.OTHER if any(differences(metadata, shown)) else Likeness.SAME


def catalogued(*identities: str) -> Likening:
    """By the first of these fields that was sent, and all others that the document shows."""

    def likeness(sent: Sent, document: Any) -> Likeness:
        identity = next((name for name in identities if sent.body.get(name)), None)
        if is_older(sent, document):
            return Likeness.OTHER
        found = list(differences(sent.body, document))
        differs = any(shown for _, shown in found)
        if identity is None:
            return Likeness.OTHER if differs else Likeness.ALIKE
        if at(document, identity) is None:
            return Likeness.ALIKE
        if any(differences(sent.body[identity], at(document, identity), path=identity)):
            return Likeness.OTHER
        return Likeness.ALIKE if differs else Likeness.SAME

    return likeness


def client(sent: Sent, document: Any) -> Likeness:
    """A client by its `search`, if it was sent with one, whenever it was made; else as other
    entries of a catalogue.
    """
    search = sent.body.get("search")
    if not is_mapping(search):
        return catalogued("tax_id", "email", "metadata", "name")(sent, document)
    on = str(search.get("on_key"))
    if not same(search.get("on_value"), at(document, on), name=on):
        return Likeness.OTHER
    fields = {name: value for name, value in sent.body.items() if name != "search"}
    outdated = search.get("update") is True and any(
        shown for _, shown in differences(fields, document)
    )
    return Likeness.OTHER if outdated else Likeness.SAME


def alike(pairs: Mapping[str, str]) -> Likening:
    """By fields alone, none of which is a key: never more than alike. `pairs` tells where answers
    show what was sent.
    """

    def likeness(sent: Sent, document: Any) -> Likeness:
        for name, place in pairs.items():
            value, kept = at(sent.body, name), at(document, place)
            if (
                value is not None
                and kept is not None
                and not same(value, kept, name=name.rpartition(".")[2])
            ):
                return Likeness.OTHER
        return Likeness.OTHER if is_older(sent, document) else Likeness.ALIKE

    return likeness


def series(sent: Sent, document: Any) -> Likeness:
    """A series by its name; with other counters it may have been there before."""
    if not same(sent.body.get("series"), at(document, "series")):
        return Likeness.OTHER
    return Likeness.ALIKE if any(differences(sent.body, document)) else Likeness.SAME


def is_older(sent: Sent, document: Any) -> bool:
    """Whether a document was made before the call, as far as it tells."""
    times = [moment_s(at(document, place)) for place in ("created_at", "created", "createdAt")]
    return any(time is not None and time < since_s(sent) for time in times)


def _is_of_another(sent: Sent, document: Any) -> bool:
    """Whether a document is in another currency, or for another client by the best field to
    tell.
    """
    currency, kept = sent.body.get("currency"), at(document, "currency")
    if currency and kept and not same(currency, kept, name="currency"):
        return True
    client: Any = sent.body.get("client") or {}
    search: Any = at(client, "search") or {}
    known = [("id", at(client, "id")), (str(at(search, "on_key")), at(search, "on_value"))]
    known += [(name, at(client, name)) for name in ("tax_id", "email")]
    place, value = next(((place, value) for place, value in known if value), ("", None))
    shown = at(document, f"client.{place}") if place else None
    return shown is not None and not same(value, shown, name=place.rpartition(".")[2])


def amount_differs(items: object, document: Any) -> bool:
    """Whether the amounts of a document cannot be those of the items sent.

    Prices may be meant with or without taxes: the sum must be none of the sums that the document
        shows. Items without a price,
    which take that of a service, tell nothing.
    """
    sums = [_sum_of(each) for each in items] if is_list(items) else []
    shown = _shown_sums(document)
    if not sums or not shown or None in sums or _mixes_taxes(items):
        return False
    total = sum(each for each in sums if each is not None)
    return not any(abs(total - each) <= CENTAVO * len(sums) for each in shown)


def _sum_of(item: object) -> float | None:
    price = at(item, "unit_price")
    quantity, discount = at(item, "quantity"), at(item, "discount")
    if not isinstance(price, (int, float)):
        return None
    return float(price) * float(1 if quantity is None else quantity) - float(discount or 0)


def _shown_sums(document: Any) -> list[float]:
    """The sums a document shows, before and after discounts and taxes; none where it does not show
    one of each.
    """
    total, subtotal, discount = (at(document, name) for name in ("total", "subtotal", "discount"))
    if not isinstance(total, (int, float)) or not isinstance(subtotal, (int, float)):
        return []
    less = float(discount) if isinstance(discount, (int, float)) else 0.0
    return [float(total), float(subtotal), subtotal - less, subtotal + less]


def _mixes_taxes(items: object) -> bool:
    """Whether some taxes are within the prices and others on top, so that no sum of the document is
    that of the prices.
    """
    entries: Sequence[Any] = items if is_list(items) else ()
    taxes: list[Any] = [tax for item in entries for tax in (at(item, "taxes") or ())]
    return len({at(tax, "inclusive") is True for tax in taxes}) > 1


@define
class Tally:
    """What a look through a list found so far, each document once; it keeps no more than a few."""

    ours: Any = None
    same: dict[str, Any] = field(factory=dict[str, Any])
    alike: dict[str, Any] = field(factory=dict[str, Any])

    def add(self, document: Any, likeness: Likeness) -> None:
        """Takes a document in."""
        if likeness is Likeness.OURS:
            self.ours = document
        kept = {Likeness.SAME: self.same, Likeness.ALIKE: self.alike}.get(likeness)
        if kept is not None and len(kept) <= MOST_CANDIDATES:
            name = next(
                (
                    str(value)
                    for place in ("uuid", "id", "series")
                    if (value := at(document, place))
                ),
                f"#{len(kept)}",
            )
            kept[name] = document

    def told(self, *, cut_off: bool = False) -> Reconciled:
        """What follows from it. `cut_off`: the list does not reach back to the call."""
        if self.ours is not None:
            return Reconciled(done=True, why=Likeness.OURS.value, value=self.ours)
        if len(self.same) == 1:
            (value,) = self.same.values()
            return Reconciled(
                done=True, why="there is one such document, and it is as sent", value=value
            )
        open_ones = self.same or self.alike
        candidates = tuple(open_ones.values())[:MOST_CANDIDATES]
        if self.same:
            return Reconciled(done=None, why="several documents are as sent", candidates=candidates)
        if self.alike:
            why = "nothing tells whether it is one of the documents made then: they have no key, and nothing speaks against them"
            return Reconciled(done=None, why=why, candidates=candidates)
        if cut_off:
            return Reconciled(done=None, why="the list does not reach back to the call")
        return Reconciled(done=False, why="there is no such document")
