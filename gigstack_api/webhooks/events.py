"""The events by the resource they are about, and how that resource is fetched again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from attrs import field, frozen

from .._core.schema.annotations import resolvable
from .._core.schema.models import Model, get_path
from .._core.schema.redaction import describe
from ..errors import InvalidArgumentError, NotFoundError
from ..models import Client, Invoice, Payment, Receipt, SatInvoice, Service, Team, WebhookEventType

if TYPE_CHECKING:
    from ..client import Gigstack

T_co = TypeVar("T_co", covariant=True)
M_co = TypeVar("M_co", bound=Model, covariant=True)
DELETED = "deleted"


@resolvable
@frozen(kw_only=True)
class Event(Generic[T_co]):
    """Something that happened at gigstack.

    An event of an unknown resource is an `Event` itself, with a plain dict as its object. Webhooks
    are not signed, so the content is not authenticated: see `confirm`. The repr shows no personal
    data.

    Args:
        id: Id of the event; None in the older form of webhooks.
        key: What repeated deliveries have in common: the id, or a digest of the body if there is
            none.
        type: What happened: a member of the enum, or the raw text of an undocumented type.
        created: When it happened, in UTC; None if that is missing or unreadable.
        livemode: Whether it belongs to live mode. A webhook gets the events of both modes.
        object: The resource it is about, as the body shows it.
        document: The whole decoded body.
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
        """Id of the object; for invoices the UUID, if there is one."""
        return next(filter(None, map(self._text, self._ids)), None)

    @property
    def team(self) -> str | None:
        """Id of the team it belongs to, if it names one."""
        return self._text("team")

    @property
    def status(self) -> str | None:
        """Status of the object; `deleted` for a deletion, None if it has no status."""
        return DELETED if self.type.endswith(f".{DELETED}") else self._text("status")

    def is_for(self, gig: Gigstack) -> bool:
        """Whether event and key are of the same mode (live or test), as far as both show it."""
        return self.livemode is None or gig.livemode is None or self.livemode == gig.livemode

    async def confirm(self, gig: Gigstack) -> T_co:
        """Fetches the object of the event from the API, in its current state.

        Only the id of the object and the team are taken from the event. A deleted object that the
        API no longer has is returned with its id alone.

        Args:
            gig: A client, not a view of a team. For an event of another team, its key needs
                Connect.

        Raises:
            InvalidArgumentError: the object of such an event cannot be fetched, or the event
                belongs to the other mode; nothing was sent.
            NotFoundError: the resource does not exist, or not yet. A failed invoice may never be
                stored.
            APIError: the API refused the request.
            DeliveryError: no usable answer arrived.

        Repetition: a read, retried as the retry policy says.
        """
        raise InvalidArgumentError(
            f"the object of an event of type {describe(self.type, is_code=True)} cannot be fetched"
        )

    def _text(self, name: str) -> str | None:
        value = get_path(self.object, name)
        return value if isinstance(value, str) and value else None


@resolvable
@frozen(kw_only=True)
class ResourceEvent(Event[M_co]):
    """An event of a resource that can be fetched from the API."""

    async def confirm(self, gig: Gigstack) -> M_co:
        """Fetches the object of the event from the API, in its current state."""
        if self.object_id is None:
            raise InvalidArgumentError("the object of the event has no id, so it cannot be fetched")
        if not self.is_for(gig):
            raise InvalidArgumentError(
                "the event is from the other mode (live or test); use a key of that mode"
            )
        try:
            return await self._fetch(
                gig, self.object_id, None if self.team == gig.key_team else self.team
            )
        except NotFoundError:
            if self.status != DELETED:
                raise
            return type(self.object).from_dict({self._ids[0]: self.object_id})

    async def _fetch(self, gig: Gigstack, object_id: str, team: str | None) -> M_co:
        raise NotImplementedError


@resolvable
@frozen(kw_only=True)
class PaymentEvent(ResourceEvent[Payment]):
    """An event of a payment."""

    async def _fetch(self, gig: Gigstack, object_id: str, team: str | None) -> Payment:
        return await gig.payments.get(object_id, team=team)


@resolvable
@frozen(kw_only=True)
class InvoiceEvent(ResourceEvent[Invoice]):
    """An event of an income invoice, an egress invoice or a payment complement."""

    _ids = ("uuid", "id", "invoice_id")

    async def _fetch(self, gig: Gigstack, object_id: str, team: str | None) -> Invoice:
        getters: dict[str, Callable[..., Awaitable[Invoice]]] = {
            "I": gig.income_invoices.get,
            "E": gig.egress_invoices.get,
            "P": gig.payment_complements.get,
        }
        hint = self._text("invoice_type")  # not trusted: it only says where to look first
        *others, last = (getters[kind] for kind in sorted(getters, key=lambda kind: kind != hint))
        for get in others:
            with suppress(NotFoundError):
                return await get(object_id, team=team)
        return await last(object_id, team=team)


@resolvable
@frozen(kw_only=True)
class ReceiptEvent(ResourceEvent[Receipt]):
    """An event of a receipt."""

    async def _fetch(self, gig: Gigstack, object_id: str, team: str | None) -> Receipt:
        return await gig.receipts.get(object_id, team=team)


@resolvable
@frozen(kw_only=True)
class ClientEvent(ResourceEvent[Client]):
    """An event of a client; event types call it `customer`."""

    async def _fetch(self, gig: Gigstack, object_id: str, team: str | None) -> Client:
        return await gig.clients.get(object_id, team=team)


@resolvable
@frozen(kw_only=True)
class ServiceEvent(ResourceEvent[Service]):
    """An event of a service."""

    async def _fetch(self, gig: Gigstack, object_id: str, team: str | None) -> Service:
        return await gig.services.get(object_id, team=team)


@resolvable
@frozen(kw_only=True)
class TeamEvent(ResourceEvent[Team]):
    """An event of a team (gigstack Connect). Its object is not confirmed by the documentation."""

    # That the object is the team is inferred from the names of the types.

    @property
    def team(self) -> str | None:
        """Id of the team."""
        return self.object_id

    async def _fetch(self, gig: Gigstack, object_id: str, team: str | None) -> Team:
        return await gig.teams.get(object_id)


@resolvable
@frozen(kw_only=True)
class SatInvoiceEvent(ResourceEvent[SatInvoice]):
    """An event of a CFDI mirrored from the SAT.

    Its object is not confirmed by the documentation.
    """

    # That the object is that CFDI is inferred from the name of the type.

    _ids = ("uuid", "id")

    async def _fetch(self, gig: Gigstack, object_id: str, team: str | None) -> SatInvoice:
        return await gig.sat_invoices.get(object_id, team=team)
