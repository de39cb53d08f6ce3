"""The events by what they are about, and how that is fetched again. Pure: whoever reads is passed
in.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from attrs import field, frozen

from .._core.schema.models import Model, get_path
from .._core.schema.redaction import describe
from ..errors import InvalidArgumentError, NotFoundError
from ..models import Client, Invoice, Payment, Receipt, SatInvoice, Service, Team, WebhookEventType

if TYPE_CHECKING:
    from ..client import Gigstack

T_co = TypeVar("T_co", covariant=True)
M_co = TypeVar("M_co", bound=Model, covariant=True)
DELETED = "deleted"


@frozen(kw_only=True)
class Event(Generic[T_co]):
    """Something that happened at gigstack. One of no known resource is an `Event` itself, its
    object a plain dict.

    Nothing of it is proven: the docs promise no signature. Printed, it shows no personal data.

    Args:
        id: Id of the event; None in the older form, which has none.
        key: What a repeated delivery is recognised by: the id, or where there is none a digest of
            the body.
        type: What happened, as it came: a member of the enum, or a text that the docs do not name.
        created: When it happened, in UTC; None where that did not come or cannot be read.
        livemode: Whether it belongs to live mode; a webhook gets the events of both modes.
        object: What it is about.
        document: The whole body as it came.
    """

    id: str | None
    key: str
    type: WebhookEventType | str
    created: datetime | None
    livemode: bool | None
    object: T_co = field(repr=False)
    document: Mapping[str, Any] = field(repr=False)

    _ids: ClassVar[tuple[str, ...]] = ("id",)

    @property
    def object_id(self) -> str | None:
        """Id of what it is about: of invoices the UUID, where there is one."""
        return next(filter(None, map(self._text, self._ids)), None)

    @property
    def team(self) -> str | None:
        """Id of the team that it is about, if it says so."""
        return self._text("team")

    @property
    def status(self) -> str | None:
        """Status of what it is about; `deleted` for a deletion, None where there is none."""
        return DELETED if self.type.endswith(f".{DELETED}") else self._text("status")

    def is_for(self, gig: Gigstack) -> bool:
        """Whether event and key are of the same mode (live or test), as far as both say."""
        return self.livemode is None or gig.livemode is None or self.livemode == gig.livemode

    async def confirm(self, gig: Gigstack) -> T_co:
        """What the event is about as the API tells it now. Of the event, only the id is trusted and
        which team to ask.

        One that was deleted, and that the API does not know any more, has its id and nothing else.

        Args:
            gig: A client, not a view of a team. For the event of another team its key needs
                Connect.

        Raises:
            InvalidArgumentError: nothing can be fetched for such an event, or it belongs to the
                other mode; nothing was sent.
            NotFoundError: there is no such resource, or not yet. A failed invoice may be kept
                nowhere.
            APIError: the API answered, and said no.
            DeliveryError: no usable answer arrived.

        Repetition: a read, repeated as the retry policy says.
        """
        raise InvalidArgumentError(
            f"an event of type {describe(self.type, is_code=True)} is about nothing that can be fetched"
        )

    def _text(self, name: str) -> str | None:
        value = get_path(self.object, name)
        return value if isinstance(value, str) and value else None


@frozen(kw_only=True)
class ResourceEvent(Event[M_co]):
    """An event of a resource that the API shows."""

    async def confirm(self, gig: Gigstack) -> M_co:
        """What the event is about as the API tells it now."""
        if self.object_id is None:
            raise InvalidArgumentError(
                "the event does not say the id of what it is about: nothing can be fetched"
            )
        if not self.is_for(gig):
            raise InvalidArgumentError(
                "the event belongs to the other mode than the key: confirm it with the key of its mode"
            )
        try:
            return await self._read(
                gig, self.object_id, None if self.team == gig.key_team else self.team
            )
        except NotFoundError:
            if self.status != DELETED:
                raise
            return type(self.object).from_dict({self._ids[0]: self.object_id})

    async def _read(self, gig: Gigstack, object_id: str, team: str | None) -> M_co:
        raise NotImplementedError


@frozen(kw_only=True)
class PaymentEvent(ResourceEvent[Payment]):
    """Something happened to a payment."""

    async def _read(self, gig: Gigstack, object_id: str, team: str | None) -> Payment:
        return await gig.payments.get(object_id, team=team)


@frozen(kw_only=True)
class InvoiceEvent(ResourceEvent[Invoice]):
    """Something happened to an invoice: of income, of egress, or a payment complement."""

    _ids = ("uuid", "id", "invoice_id")

    async def _read(self, gig: Gigstack, object_id: str, team: str | None) -> Invoice:
        readers: dict[str, Callable[..., Awaitable[Invoice]]] = {
            "I": gig.income_invoices.get,
            "E": gig.egress_invoices.get,
            "P": gig.payment_complements.get,
        }
        hint = self._text("invoice_type")  # of where to look first, no more
        *others, last = (readers[kind] for kind in sorted(readers, key=lambda kind: kind != hint))
        for read in others:
            with suppress(NotFoundError):
                return await read(object_id, team=team)
        return await last(object_id, team=team)


@frozen(kw_only=True)
class ReceiptEvent(ResourceEvent[Receipt]):
    """Something happened to a receipt."""

    async def _read(self, gig: Gigstack, object_id: str, team: str | None) -> Receipt:
        return await gig.receipts.get(object_id, team=team)


@frozen(kw_only=True)
class ClientEvent(ResourceEvent[Client]):
    """Something happened to a client, which events call customer."""

    async def _read(self, gig: Gigstack, object_id: str, team: str | None) -> Client:
        return await gig.clients.get(object_id, team=team)


@frozen(kw_only=True)
class ServiceEvent(ResourceEvent[Service]):
    """Something happened to a service."""

    async def _read(self, gig: Gigstack, object_id: str, team: str | None) -> Service:
        return await gig.services.get(object_id, team=team)


@frozen(kw_only=True)
class TeamEvent(ResourceEvent[Team]):
    """Something happened to a team (gigstack Connect). Unverified: that the object is the team;
    inferred from the names.
    """

    @property
    def team(self) -> str | None:
        """Id of the team that it is about."""
        return self.object_id

    async def _read(self, gig: Gigstack, object_id: str, team: str | None) -> Team:
        return await gig.teams.get(object_id)


@frozen(kw_only=True)
class SatInvoiceEvent(ResourceEvent[SatInvoice]):
    """A CFDI was mirrored from the SAT. Unverified: that the object is that CFDI; inferred from the
    name.
    """

    _ids = ("uuid", "id")

    async def _read(self, gig: Gigstack, object_id: str, team: str | None) -> SatInvoice:
        return await gig.sat_invoices.get(object_id, team=team)
