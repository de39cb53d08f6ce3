# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.retentions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit
    from gigstack_api._core.schema.undocumented import Extended
    from gigstack_api.catalogs.cancellation_motive import CancellationMotive

    from ..models.client import Client
    from ..models.inline_client import InlineClient
    from ..models.invoice_files import InvoiceFiles
    from ..models.retained_tax import RetainedTax
    from ..models.retention import Retention
    from ..models.retention_platform_services_input import RetentionPlatformServicesInput
    from ..models.retention_status import RetentionStatus
    from ..models.retention_tax_input import RetentionTaxInput
    from ..models.sort_direction import SortDirection
    from ..types import InlineClientDict, RetentionPlatformServicesInputDict, RetentionTaxInputDict


class RetentionsApi(Resource):
    """The methods of `gig.retentions`."""

    __slots__ = ()

    def list(
        self,
        *,
        limit: int | None = None,
        next: str | None = None,
        order_by: str | None = None,
        sort: SortDirection | str | None = None,
        created_gte: int | datetime | None = None,
        created_lte: int | datetime | None = None,
        status: RetentionStatus | str | None = None,
        retention_key: str | None = None,
        client_id: str | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Retention]:
        """List the retentions of a team.

        Pages through the retention documents (CFDI de retenciones) by cursor. Entries can lack
        `issuer` and `stamp`. `created_gte` and `created_lte` are Unix milliseconds here.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            order_by: Field to order by. Defaults to `created_at`.
            sort: Direction of the order. Defaults to `desc`.
            created_gte: Created at or after this time (a `datetime` or Unix milliseconds).
            created_lte: Created at or before this time (a `datetime` or Unix milliseconds).
            status: Only documents in this state.
            retention_key: Only documents of this SAT retention type, two digits, for example
                `14`, `16` or `26`.
            client_id: Only documents for the client with this id.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.
            resume: Checkpoint of an earlier pager over the same list; the new one continues there.

        Returns:
            A pager: `await` it for the first page or iterate over it for all items. No request is
            sent before that.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.retentions.list_retentions

        Docs: https://docs.gigstack.io/list-retentions-29880639e0
        """
        with LOADING:
            from ...operations.retentions.list_retentions import build

        operation = build(
            limit=limit,
            next=next,
            order_by=order_by,
            sort=sort,
            created_gte=created_gte,
            created_lte=created_lte,
            status=status,
            retention_key=retention_key,
            client_id=client_id,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def create(
        self,
        *,
        team: str | None = None,
        retention_key: str,
        client: InlineClient | InlineClientDict | Client | Extended,
        period_start: int,
        period_end: int,
        period_year: int,
        total_operation: float | Decimal,
        taxes: Sequence[RetentionTaxInput | RetentionTaxInputDict | RetainedTax],
        total_exempt: float | Decimal | Omit = OMIT,
        platform_services: RetentionPlatformServicesInput
        | RetentionPlatformServicesInputDict
        | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Retention:
        """Issue a retention document.

        Makes a CFDI Retenciones 2.0 and stamps it in the same call. Taxes are sent by name: ISR,
        IVA, IEPS. In the answer `total_taxable` is `total_operation` less `total_exempt`, and
        `total_retained` the sum of the tax amounts.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            retention_key: SAT retention type, two digits, 01 to 26.
            client: Whose taxes are retained: by id, by search, or by its data.
            period_start: First month, 1 to 12.
            period_end: Last month, 1 to 12; the same as the first for a single month.
            period_year: Year, four digits.
            total_operation: Amount of the operation in currency units.
            taxes: The taxes to retain.
            total_exempt: Exempt part in currency units.
            platform_services: Services of a digital platform, for retention type 26.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The stamped retention.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            retention = await gig.retentions.create(
                retention_key="14",  # dividends
                client={"search": {"on_key": "tax_id", "on_value": "PEGJ800101AB6"}},
                period_start=1,
                period_end=1,
                period_year=2025,
                total_operation=1000,
                taxes=[{"tax": "ISR", "base": 1000, "amount": 100}],
            )

        Operation: gigstack_api.operations.retentions.create_retention

        Docs: https://docs.gigstack.io/create-retention-29880640e0
        """
        with LOADING:
            from ...operations.retentions.create_retention import build

        operation = build(
            team=team,
            retention_key=retention_key,
            client=client,
            period_start=period_start,
            period_end=period_end,
            period_year=period_year,
            total_operation=total_operation,
            taxes=taxes,
            total_exempt=total_exempt,
            platform_services=platform_services,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get(
        self,
        id: str | Retention,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Retention:
        """Get a retention.

        Args:
            id: Id of the retention: the UUID of its CFDI, or a `ret_…` id.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The retention.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.retentions.get_retention

        Docs: https://docs.gigstack.io/get-retention-29880641e0
        """
        with LOADING:
            from ...operations.retentions.get_retention import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def cancel(
        self,
        id: str | Retention,
        /,
        *,
        team: str | None = None,
        motive: CancellationMotive | str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Retention:
        """Cancel a retention at the SAT.

        Not confirmed by the API's documentation.

        Args:
            id: Id of the retention: the UUID of its CFDI, or a `ret_…` id.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            motive: SAT motive, 01 to 04. Not confirmed by the API's documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The retention as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 404 counts as
            success, and a refusal such as 400 or 409 raises `OutcomeUnknownError`.

        Example:
            retention = await gig.retentions.cancel(retention, motive="02")
            print(retention.status)

        Operation: gigstack_api.operations.retentions.cancel_retention

        Docs: https://docs.gigstack.io/cancel-retention-29880642e0
        """
        with LOADING:
            from ...operations.retentions.cancel_retention import build

        operation = build(
            id,
            team=team,
            motive=motive,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get_files(
        self,
        id: str | Retention,
        /,
        *,
        file_type: str | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> InvoiceFiles:
        """Get the PDF and XML of a retention.

        Their addresses; either one can be missing. Not confirmed by the API's documentation.

        Args:
            id: Id of the retention: the UUID of its CFDI, or a `ret_…` id.
            file_type: Which file: `pdf` or `xml`. Defaults to both. Not confirmed by the API's
                documentation.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The addresses.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.retentions.get_retention_files

        Docs: https://docs.gigstack.io/get-retention-files-29880643e0
        """
        with LOADING:
            from ...operations.retentions.get_retention_files import build

        operation = build(
            id,
            file_type=file_type,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)
