"""Matches a document against the creation whose answer was lost: how sure is it the result?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

from attrs import define, field

from .._core.schema.encoding import parse_timestamp
from .._core.schema.models import get_path
from .._core.schema.types import is_list, is_mapping
from .._core.sending.unknown_outcome import Sent
from . import Reconciled
from .comparison import differences, is_same_value
from .state_checks import earliest_s

MAX_CANDIDATES = 20
CENTAVO = 0.01
NUMBERS = (int, float, Decimal)
SUPPORT_DOCUMENT = {"documentType": "document_type", "name": "name"}
"""The fields of a support document as they are sent, and as answers spell them."""


class MatchLevel(Enum):
    """How well a document matches what was sent."""

    SAME_KEY = "it has the idempotency key"
    AS_SENT = "everything it shows is as sent"
    POSSIBLE = "nothing rules it out"
    DIFFERENT = "it is another document"


Matcher: TypeAlias = Callable[[Sent, Any], MatchLevel]


def by_key(sent: Sent, document: Any) -> MatchLevel:
    """Matches by idempotency key, or by metadata, client, currency and amount if none is shown."""
    key = get_path(document, "idempotency_key")
    if key and sent.idempotency_key:
        return MatchLevel.SAME_KEY if key == sent.idempotency_key else MatchLevel.DIFFERENT

    if (
        is_older(sent, document)
        or _has_other_client_or_currency(sent, document)
        or amount_differs(sent.body.get("items"), document)
    ):
        return MatchLevel.DIFFERENT
    metadata, shown = sent.body.get("metadata"), get_path(document, "metadata")
    if not metadata or not shown:
        return MatchLevel.POSSIBLE
    return MatchLevel.DIFFERENT if any(differences(metadata, shown)) else MatchLevel.AS_SENT


def by_identity(*identities: str) -> Matcher:
    """Matches by the first of these fields that was sent, then by all others that are shown."""

    def match(sent: Sent, document: Any) -> MatchLevel:
        identity = next((name for name in identities if sent.body.get(name)), None)
        if is_older(sent, document):
            return MatchLevel.DIFFERENT

        differs = any(shown for _, shown in differences(sent.body, document))
        if identity is None:
            return MatchLevel.DIFFERENT if differs else MatchLevel.POSSIBLE
        if get_path(document, identity) is None:
            return MatchLevel.POSSIBLE
        if any(differences(sent.body[identity], get_path(document, identity), path=identity)):
            return MatchLevel.DIFFERENT
        return MatchLevel.POSSIBLE if differs else MatchLevel.AS_SENT

    return match


def by_search(sent: Sent, document: Any) -> MatchLevel:
    """Matches a client by its `search`, whenever the client was created.

    A client that was sent without `search` is matched by identity.
    """
    search = sent.body.get("search")
    if not is_mapping(search):
        return by_identity("tax_id", "email", "metadata", "name")(sent, document)
    on = str(search.get("on_key"))
    if not is_same_value(search.get("on_value"), get_path(document, on), name=on):
        return MatchLevel.DIFFERENT

    fields = {name: value for name, value in sent.body.items() if name != "search"}
    is_outdated = search.get("update") is True and any(
        shown for _, shown in differences(fields, document)
    )
    return MatchLevel.DIFFERENT if is_outdated else MatchLevel.AS_SENT


def by_fields(places: Mapping[str, str]) -> Matcher:
    """Matches by fields that identify nothing: a match is never more than possible.

    Args:
        places: The path of each field in the body, and where answers show it.
    """

    def match(sent: Sent, document: Any) -> MatchLevel:
        for name, place in places.items():
            value, stored = get_path(sent.body, name), get_path(document, place)
            if (
                value is not None
                and stored is not None
                and not is_same_value(value, stored, name=name.rpartition(".")[2])
            ):
                return MatchLevel.DIFFERENT
        return MatchLevel.DIFFERENT if is_older(sent, document) else MatchLevel.POSSIBLE

    return match


def by_series_name(sent: Sent, document: Any) -> MatchLevel:
    """Matches a series by its name; with other counters it may have existed before."""
    if not is_same_value(sent.body.get("series"), get_path(document, "series")):
        return MatchLevel.DIFFERENT
    return MatchLevel.POSSIBLE if any(differences(sent.body, document)) else MatchLevel.AS_SENT


def is_older(sent: Sent, document: Any) -> bool:
    """Whether the document shows a creation time before the call."""
    times = [
        parse_timestamp(get_path(document, place))
        for place in ("created_at", "created", "createdAt")
    ]
    return any(time is not None and time < earliest_s(sent) for time in times)


def _has_other_client_or_currency(sent: Sent, document: Any) -> bool:
    """Whether the document has another currency, or another client by the best known field."""
    currency, stored = sent.body.get("currency"), get_path(document, "currency")
    if currency and stored and not is_same_value(currency, stored, name="currency"):
        return True

    client: Any = sent.body.get("client") or {}
    search: Any = get_path(client, "search") or {}
    known = [
        ("id", get_path(client, "id")),
        (str(get_path(search, "on_key")), get_path(search, "on_value")),
    ]
    known += [(name, get_path(client, name)) for name in ("tax_id", "email")]
    place, value = next(((place, value) for place, value in known if value), ("", None))
    shown = get_path(document, f"client.{place}") if place else None
    return shown is not None and not is_same_value(value, shown, name=place.rpartition(".")[2])


def amount_differs(items: object, document: Any) -> bool:
    """Whether the amounts of the document cannot be those of the items that were sent.

    Prices may include taxes or not, so the sum must equal none of the sums that the document
    shows. Items without a price, which take that of a service, leave the question open.
    """
    sums = [_line_amount(item) for item in items] if is_list(items) else []
    shown = _document_amounts(document)
    if not sums or not shown or None in sums or _mixes_taxes(items):
        return False
    total = sum(amount for amount in sums if amount is not None)
    return not any(abs(total - amount) <= CENTAVO * len(sums) for amount in shown)


def _line_amount(item: object) -> float | None:
    price = get_path(item, "unit_price")
    quantity, discount = get_path(item, "quantity"), get_path(item, "discount")
    if not isinstance(price, NUMBERS):
        return None
    return float(price) * float(1 if quantity is None else quantity) - float(discount or 0)


def _document_amounts(document: Any) -> list[float]:
    """The sums of the document before and after discounts and taxes; empty if one is missing."""
    total, subtotal, discount = (
        get_path(document, name) for name in ("total", "subtotal", "discount")
    )
    if not isinstance(total, NUMBERS) or not isinstance(subtotal, NUMBERS):
        return []
    less = float(discount) if isinstance(discount, NUMBERS) else 0.0
    return [float(total), float(subtotal), float(subtotal) - less, float(subtotal) + less]


def _mixes_taxes(items: object) -> bool:
    """Whether some prices include taxes and others do not: then no sum can be compared."""
    entries: Sequence[Any] = items if is_list(items) else ()
    taxes: list[Any] = [tax for item in entries for tax in (get_path(item, "taxes") or ())]
    return len({get_path(tax, "inclusive") is True for tax in taxes}) > 1


@define
class Candidates:
    """The documents of a list that may be the result of the write, at most a few of each level."""

    same_key: Any = None
    as_sent: dict[str, Any] = field(factory=dict[str, Any])
    possible: dict[str, Any] = field(factory=dict[str, Any])

    def add(self, document: Any, level: MatchLevel) -> None:
        """Adds a document. Adding it again replaces it."""
        if level is MatchLevel.SAME_KEY:
            self.same_key = document
        group = {MatchLevel.AS_SENT: self.as_sent, MatchLevel.POSSIBLE: self.possible}.get(level)
        if group is not None and len(group) <= MAX_CANDIDATES:
            name = next(
                (
                    str(value)
                    for place in ("uuid", "id", "series")
                    if (value := get_path(document, place))
                ),
                f"#{len(group)}",
            )
            group[name] = document

    def conclusion(self, *, cut_off: bool = False) -> Reconciled:
        """The result for these candidates. `cut_off`: the list does not go back to the call."""
        if self.same_key is not None:
            return Reconciled(done=True, why=MatchLevel.SAME_KEY.value, value=self.same_key)
        if len(self.as_sent) == 1:
            (value,) = self.as_sent.values()
            why = "exactly one document matches, and everything it shows is as sent"
            return Reconciled(done=True, why=why, value=value)

        candidates = tuple((self.as_sent or self.possible).values())[:MAX_CANDIDATES]
        if self.as_sent:
            why = "several documents match what was sent"
            return Reconciled(done=None, why=why, candidates=candidates)
        if self.possible:
            why = (
                "nothing shows whether one of the documents created then is the result: they have"
                " no idempotency key, and nothing rules them out"
            )
            return Reconciled(done=None, why=why, candidates=candidates)
        if cut_off:
            return Reconciled(done=None, why="the list does not go back to the call")
        return Reconciled(done=False, why="no document matches")
