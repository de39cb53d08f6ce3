# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.webhooks`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.frames import forgets_arguments
from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit

    from ..models.sort_direction import SortDirection
    from ..models.webhook import Webhook
    from ..models.webhook_event_type import WebhookEventType
    from ..models.webhook_security_input import WebhookSecurityInput
    from ..models.webhook_signing import WebhookSigning
    from ..models.webhook_signing_input import WebhookSigningInput
    from ..models.webhook_status import WebhookStatus
    from ..models.webhook_type import WebhookType
    from ..models.webhook_version import WebhookVersion
    from ..types import WebhookSecurityInputDict, WebhookSigningInputDict


class WebhooksApi(Resource):
    """The methods of `gig.webhooks`."""

    __slots__ = ()

    def list(
        self,
        *,
        limit: int | None = None,
        status: WebhookStatus | str | None = None,
        next: str | None = None,
        order_by: str | None = None,
        sort: SortDirection | str | None = None,
        created_gte: int | datetime | None = None,
        created_lte: int | datetime | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Webhook]:
        """List the webhooks of a team.

        The list may end at the first page: ask for `limit` 100 to see more than 10.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            status: Only webhooks in this state.
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

        Operation: gigstack_api.operations.webhooks.list_webhooks

        Docs: https://docs.gigstack.io/list-webhooks-25590325e0
        """
        with LOADING:
            from ...operations.webhooks.list_webhooks import build

        operation = build(
            limit=limit,
            status=status,
            next=next,
            order_by=order_by,
            sort=sort,
            created_gte=created_gte,
            created_lte=created_lte,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    @forgets_arguments
    async def create(
        self,
        *,
        team: str | None = None,
        url: str,
        events: Sequence[WebhookEventType | str] | Omit = OMIT,
        description: str | None | Omit = OMIT,
        status: WebhookStatus | str | Omit = OMIT,
        version: WebhookVersion | str | Omit = OMIT,
        type: WebhookType | str | None | Omit = OMIT,
        security: WebhookSecurityInput | WebhookSecurityInputDict | Omit = OMIT,
        signing: WebhookSigningInput | WebhookSigningInputDict | WebhookSigning | Omit = OMIT,
        operation_id: str | Omit = OMIT,
        expected_revision: str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Webhook:
        """Create a webhook.

        Subscribes an address to events. Live and test mode of a team share their webhooks:
        `livemode` of each event tells them apart. The answer holds no signing secret; the panel
        shows it.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            url: Address to send to, at most 4096 characters. HTTPS in production.
            events: Events to get, at most 26. Left out, all events; empty only with status
                inactive.
            description: Purpose, at most 1000 characters.
            status: Whether events are delivered. Defaults to active.
            version: Version of the deliveries.
            type: Special kind, null for an ordinary one.
            security: Headers of your own to go with each delivery.
            signing: Signing of the deliveries.
            operation_id: UUID v4 of this change, so that a repeat is recognized.
            expected_revision: The `revision` the change is based on, 64 hexadecimal digits in
                lower case.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The new webhook.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            webhook = await gig.webhooks.create(
                url="https://ejemplo.com/gigstack",
                events=["payment.succeeded", "invoice.created"],
            )
            print(webhook.id, webhook.status)

        Operation: gigstack_api.operations.webhooks.create_webhook

        Docs: https://docs.gigstack.io/create-webhook-25590326e0
        """
        with LOADING:
            from ...operations.webhooks.create_webhook import build

        operation = build(
            team=team,
            url=url,
            events=events,
            description=description,
            status=status,
            version=version,
            type=type,
            security=security,
            signing=signing,
            operation_id=operation_id,
            expected_revision=expected_revision,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get(
        self,
        id: str | Webhook,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Webhook:
        """Get a webhook.

        Args:
            id: Id of the webhook (`wh_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The webhook.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.webhooks.get_webhook

        Docs: https://docs.gigstack.io/get-webhook-25590327e0
        """
        with LOADING:
            from ...operations.webhooks.get_webhook import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    @forgets_arguments
    async def update(
        self,
        id: str | Webhook,
        /,
        *,
        team: str | None = None,
        url: str | Omit = OMIT,
        events: Sequence[WebhookEventType | str] | Omit = OMIT,
        description: str | None | Omit = OMIT,
        status: WebhookStatus | str | Omit = OMIT,
        version: WebhookVersion | str | Omit = OMIT,
        type: WebhookType | str | None | Omit = OMIT,
        security: WebhookSecurityInput | WebhookSecurityInputDict | Omit = OMIT,
        signing: WebhookSigningInput | WebhookSigningInputDict | WebhookSigning | Omit = OMIT,
        operation_id: str | Omit = OMIT,
        expected_revision: str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Webhook:
        """Change some fields of a webhook.

        Only the fields sent are changed; status inactive pauses the delivery. Live and test mode
        share the webhook.

        Args:
            id: Id of the webhook (`wh_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            url: Address to send to, at most 4096 characters.
            events: Events to get, at most 26; empty only with status inactive.
            description: Purpose, at most 1000 characters.
            status: Whether events are delivered; inactive pauses them.
            version: Version of the deliveries.
            type: Special kind, null for an ordinary one.
            security: Headers of your own to go with each delivery.
            signing: Signing of the deliveries.
            operation_id: UUID v4 of this change, so that a repeat is recognized.
            expected_revision: The `revision` the change is based on, 64 hexadecimal digits in
                lower case. If the webhook has another one by now, the call is refused with 409.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The webhook as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 400 or 409
            raises `OutcomeUnknownError`.

        Example:
            webhook = await gig.webhooks.update(webhook, status="inactive")

        Operation: gigstack_api.operations.webhooks.update_webhook

        Docs: https://docs.gigstack.io/update-webhook-25590328e0
        """
        with LOADING:
            from ...operations.webhooks.update_webhook import build

        operation = build(
            id,
            team=team,
            url=url,
            events=events,
            description=description,
            status=status,
            version=version,
            type=type,
            security=security,
            signing=signing,
            operation_id=operation_id,
            expected_revision=expected_revision,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def delete(
        self,
        id: str | Webhook,
        /,
        *,
        team: str | None = None,
        expected_revision: str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Delete a webhook.

        To pause a webhook, update its status to inactive.

        Args:
            id: Id of the webhook (`wh_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            expected_revision: The `revision` the webhook must still have, 64 hexadecimal digits
                in lower case.
            extra: Undocumented fields to add to the body.
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
            await gig.webhooks.delete(webhook)

        Operation: gigstack_api.operations.webhooks.delete_webhook

        Docs: https://docs.gigstack.io/delete-webhook-25590329e0
        """
        with LOADING:
            from ...operations.webhooks.delete_webhook import build

        operation = build(
            id,
            team=team,
            expected_revision=expected_revision,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)
