# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.services`."""

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
    from gigstack_api.catalogs.tax_object import TaxObject

    from ..models.service import Service
    from ..models.sort_direction import SortDirection
    from ..models.tax import Tax
    from ..types import TaxDict


class ServicesApi(Resource):
    """The methods of `gig.services`."""

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
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Service]:
        """List the services of a team.

        Pages through the catalogue of services and products by cursor. It has no metadata filter.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            order_by: Field to order by: `created_at`, `timestamp` or `name`.
            sort: Direction of the order. Defaults to `desc`.
            created_gte: Created at or after this time (a `datetime` or Unix seconds).
            created_lte: Created at or before this time (a `datetime` or Unix seconds).
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

        Operation: gigstack_api.operations.services.list_services

        Docs: https://docs.gigstack.io/list-services-20352668e0
        """
        with LOADING:
            from ...operations.services.list_services import build

        operation = build(
            limit=limit,
            next=next,
            order_by=order_by,
            sort=sort,
            created_gte=created_gte,
            created_lte=created_lte,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def create(
        self,
        *,
        team: str | None = None,
        description: str,
        unit_price: float | Decimal,
        sku: str | Omit = OMIT,
        product_key: str | Omit = OMIT,
        unit_key: str | Omit = OMIT,
        unit_name: str | Omit = OMIT,
        taxes: Sequence[Tax | TaxDict] | Omit = OMIT,
        taxability: TaxObject | str | Omit = OMIT,
        quantity: float | Decimal | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Service:
        """Create a service.

        Every call makes a new service; nothing is looked up. A line item can do that: `search` with
        for example `sku` and `auto_create`.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            description: The product or service sold.
            unit_price: Price of one unit, in currency units. Before taxes, unless a tax is
                `inclusive`.
            sku: Your own key of it, for example `CONS-001`.
            product_key: SAT product or service code (c_ClaveProdServ), 8 digits: 81112100 web
                hosting, 80141503 consulting, 81111500 software development, and others.
            unit_key: SAT unit code (c_ClaveUnidad). Common ones: E48 unit of service, ACT
                activity, H87 piece, KGM kilogram, LTR litre, MTR metre, MTK square metre, DAY day,
                HUR hour, MON month, XBX box, XPK package.
            unit_name: Name of the unit, for example `Servicio`.
            taxes: Its taxes, each with at least `type` and `rate`. The usual IVA is rate 0.16
                with factor Tasa; a withheld ISR is for example rate 0.1 with `withholding`; exempt
                is factor Exento with rate 0.
            taxability: SAT tax object, for example 02.
            quantity: How many units a line item has by default. Not confirmed by the API's
                documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The new service.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            service = await gig.services.create(
                description="Hora de consultoría",
                sku="CONS-HORA",
                product_key="80141503",
                unit_key="HUR",
                unit_price=950,
                taxes=[{"type": "IVA", "rate": 0.16}],
            )

        Operation: gigstack_api.operations.services.create_service

        Docs: https://docs.gigstack.io/create-service-20352669e0
        """
        with LOADING:
            from ...operations.services.create_service import build

        operation = build(
            team=team,
            description=description,
            unit_price=unit_price,
            sku=sku,
            product_key=product_key,
            unit_key=unit_key,
            unit_name=unit_name,
            taxes=taxes,
            taxability=taxability,
            quantity=quantity,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get(
        self,
        id: str | Service,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Service:
        """Get a service.

        Args:
            id: Id of the service (`service_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The service.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.services.get_service

        Docs: https://docs.gigstack.io/get-service-20352670e0
        """
        with LOADING:
            from ...operations.services.get_service import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def update(
        self,
        id: str | Service,
        /,
        *,
        team: str | None = None,
        description: str | Omit = OMIT,
        sku: str | Omit = OMIT,
        product_key: str | Omit = OMIT,
        unit_key: str | Omit = OMIT,
        unit_name: str | Omit = OMIT,
        unit_price: float | Decimal | Omit = OMIT,
        taxes: Sequence[Tax | TaxDict] | Omit = OMIT,
        taxability: TaxObject | str | Omit = OMIT,
        quantity: float | Decimal | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Service:
        """Change some fields of a service.

        Only the fields sent are changed.

        Args:
            id: Id of the service (`service_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            description: The product or service sold.
            sku: Your own key of it.
            product_key: SAT product or service code (c_ClaveProdServ), 8 digits.
            unit_key: SAT unit code (c_ClaveUnidad), for example `E48`.
            unit_name: Name of the unit.
            unit_price: Price of one unit, in currency units.
            taxes: Its taxes. Not confirmed by the API's documentation.
            taxability: SAT tax object. Not confirmed by the API's documentation.
            quantity: How many units a line item has by default. Not confirmed by the API's
                documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The service as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 400 or 409
            raises `OutcomeUnknownError`.

        Example:
            service = await gig.services.update(service, unit_price=1050)
            print(service.unit_price)

        Operation: gigstack_api.operations.services.update_service

        Docs: https://docs.gigstack.io/update-service-20352671e0
        """
        with LOADING:
            from ...operations.services.update_service import build

        operation = build(
            id,
            team=team,
            description=description,
            sku=sku,
            product_key=product_key,
            unit_key=unit_key,
            unit_name=unit_name,
            unit_price=unit_price,
            taxes=taxes,
            taxability=taxability,
            quantity=quantity,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def delete(
        self,
        id: str | Service,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Delete a service.

        Args:
            id: Id of the service (`service_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 404 counts as
            success, and a refusal such as 400 or 409 raises `OutcomeUnknownError`.

        Example:
            await gig.services.delete(service)

        Operation: gigstack_api.operations.services.delete_service

        Docs: https://docs.gigstack.io/delete-service-20352672e0
        """
        with LOADING:
            from ...operations.services.delete_service import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)
