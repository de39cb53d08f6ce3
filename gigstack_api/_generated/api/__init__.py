# Written by `make generate` from openapi.yaml; never edited.
"""The resources of the API, as attributes of `Gigstack`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from gigstack_api._core.limits import LOADING

if TYPE_CHECKING:
    from gigstack_api._core.resource import Caller

    from .auth import AuthApi
    from .clients import ClientsApi
    from .draft_invoices import DraftInvoicesApi
    from .egress_invoices import EgressInvoicesApi
    from .income_invoices import IncomeInvoicesApi
    from .invoices import InvoicesApi
    from .payment_complements import PaymentComplementsApi
    from .payments import PaymentsApi
    from .receipts import ReceiptsApi
    from .retentions import RetentionsApi
    from .sat_download import SatDownloadApi
    from .sat_invoices import SatInvoicesApi
    from .sat_lists import SatListsApi
    from .services import ServicesApi
    from .teams import TeamsApi
    from .users import UsersApi
    from .webhooks import WebhooksApi


class Resources:
    """One attribute per resource of the API, each loaded on first use."""

    @property
    def _caller(self) -> Caller:
        raise NotImplementedError

    @cached_property
    def auth(self) -> AuthApi:
        """The methods of `gig.auth`."""
        with LOADING:
            from .auth import AuthApi

        return AuthApi(self._caller)

    @cached_property
    def clients(self) -> ClientsApi:
        """The methods of `gig.clients`."""
        with LOADING:
            from .clients import ClientsApi

        return ClientsApi(self._caller)

    @cached_property
    def draft_invoices(self) -> DraftInvoicesApi:
        """The methods of `gig.draft_invoices`."""
        with LOADING:
            from .draft_invoices import DraftInvoicesApi

        return DraftInvoicesApi(self._caller)

    @cached_property
    def egress_invoices(self) -> EgressInvoicesApi:
        """The methods of `gig.egress_invoices`."""
        with LOADING:
            from .egress_invoices import EgressInvoicesApi

        return EgressInvoicesApi(self._caller)

    @cached_property
    def income_invoices(self) -> IncomeInvoicesApi:
        """The methods of `gig.income_invoices`."""
        with LOADING:
            from .income_invoices import IncomeInvoicesApi

        return IncomeInvoicesApi(self._caller)

    @cached_property
    def invoices(self) -> InvoicesApi:
        """The methods of `gig.invoices`."""
        with LOADING:
            from .invoices import InvoicesApi

        return InvoicesApi(self._caller)

    @cached_property
    def payment_complements(self) -> PaymentComplementsApi:
        """The methods of `gig.payment_complements`."""
        with LOADING:
            from .payment_complements import PaymentComplementsApi

        return PaymentComplementsApi(self._caller)

    @cached_property
    def payments(self) -> PaymentsApi:
        """The methods of `gig.payments`."""
        with LOADING:
            from .payments import PaymentsApi

        return PaymentsApi(self._caller)

    @cached_property
    def receipts(self) -> ReceiptsApi:
        """The methods of `gig.receipts`."""
        with LOADING:
            from .receipts import ReceiptsApi

        return ReceiptsApi(self._caller)

    @cached_property
    def retentions(self) -> RetentionsApi:
        """The methods of `gig.retentions`."""
        with LOADING:
            from .retentions import RetentionsApi

        return RetentionsApi(self._caller)

    @cached_property
    def sat_download(self) -> SatDownloadApi:
        """The methods of `gig.sat_download`."""
        with LOADING:
            from .sat_download import SatDownloadApi

        return SatDownloadApi(self._caller)

    @cached_property
    def sat_invoices(self) -> SatInvoicesApi:
        """The methods of `gig.sat_invoices`."""
        with LOADING:
            from .sat_invoices import SatInvoicesApi

        return SatInvoicesApi(self._caller)

    @cached_property
    def sat_lists(self) -> SatListsApi:
        """The methods of `gig.sat_lists`."""
        with LOADING:
            from .sat_lists import SatListsApi

        return SatListsApi(self._caller)

    @cached_property
    def services(self) -> ServicesApi:
        """The methods of `gig.services`."""
        with LOADING:
            from .services import ServicesApi

        return ServicesApi(self._caller)

    @cached_property
    def teams(self) -> TeamsApi:
        """The methods of `gig.teams`."""
        with LOADING:
            from .teams import TeamsApi

        return TeamsApi(self._caller)

    @cached_property
    def users(self) -> UsersApi:
        """The methods of `gig.users`."""
        with LOADING:
            from .users import UsersApi

        return UsersApi(self._caller)

    @cached_property
    def webhooks(self) -> WebhooksApi:
        """The methods of `gig.webhooks`."""
        with LOADING:
            from .webhooks import WebhooksApi

        return WebhooksApi(self._caller)
