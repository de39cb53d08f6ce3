# Written by `make generate` from openapi.yaml; never edited.
"""The operations of the API, grouped by resource."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

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
    """One attribute for each resource of the API, loaded when it is first used."""

    @property
    def _caller(self) -> Caller:
        raise NotImplementedError

    @cached_property
    def auth(self) -> AuthApi:
        """Calls of the auth."""
        from .auth import AuthApi

        return AuthApi(self._caller)

    @cached_property
    def clients(self) -> ClientsApi:
        """Calls of the clients."""
        from .clients import ClientsApi

        return ClientsApi(self._caller)

    @cached_property
    def draft_invoices(self) -> DraftInvoicesApi:
        """Calls of the draft invoices."""
        from .draft_invoices import DraftInvoicesApi

        return DraftInvoicesApi(self._caller)

    @cached_property
    def egress_invoices(self) -> EgressInvoicesApi:
        """Calls of the egress invoices."""
        from .egress_invoices import EgressInvoicesApi

        return EgressInvoicesApi(self._caller)

    @cached_property
    def income_invoices(self) -> IncomeInvoicesApi:
        """Calls of the income invoices."""
        from .income_invoices import IncomeInvoicesApi

        return IncomeInvoicesApi(self._caller)

    @cached_property
    def invoices(self) -> InvoicesApi:
        """Calls of the invoices."""
        from .invoices import InvoicesApi

        return InvoicesApi(self._caller)

    @cached_property
    def payment_complements(self) -> PaymentComplementsApi:
        """Calls of the payment complements."""
        from .payment_complements import PaymentComplementsApi

        return PaymentComplementsApi(self._caller)

    @cached_property
    def payments(self) -> PaymentsApi:
        """Calls of the payments."""
        from .payments import PaymentsApi

        return PaymentsApi(self._caller)

    @cached_property
    def receipts(self) -> ReceiptsApi:
        """Calls of the receipts."""
        from .receipts import ReceiptsApi

        return ReceiptsApi(self._caller)

    @cached_property
    def retentions(self) -> RetentionsApi:
        """Calls of the retentions."""
        from .retentions import RetentionsApi

        return RetentionsApi(self._caller)

    @cached_property
    def sat_download(self) -> SatDownloadApi:
        """Calls of the sat download."""
        from .sat_download import SatDownloadApi

        return SatDownloadApi(self._caller)

    @cached_property
    def sat_invoices(self) -> SatInvoicesApi:
        """Calls of the sat invoices."""
        from .sat_invoices import SatInvoicesApi

        return SatInvoicesApi(self._caller)

    @cached_property
    def sat_lists(self) -> SatListsApi:
        """Calls of the sat lists."""
        from .sat_lists import SatListsApi

        return SatListsApi(self._caller)

    @cached_property
    def services(self) -> ServicesApi:
        """Calls of the services."""
        from .services import ServicesApi

        return ServicesApi(self._caller)

    @cached_property
    def teams(self) -> TeamsApi:
        """Calls of the teams."""
        from .teams import TeamsApi

        return TeamsApi(self._caller)

    @cached_property
    def users(self) -> UsersApi:
        """Calls of the users."""
        from .users import UsersApi

        return UsersApi(self._caller)

    @cached_property
    def webhooks(self) -> WebhooksApi:
        """Calls of the webhooks."""
        from .webhooks import WebhooksApi

        return WebhooksApi(self._caller)
