# Written by `make generate` from openapi.yaml; never edited.
"""PUT /webhooks/{id}: Change some fields of a webhook.

Docs: https://docs.gigstack.io/update-webhook-25590328e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gigstack_api._core.frames import forgets_arguments
from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import STRING, array, closed_enum, enum
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.webhook import Webhook
from ..._generated.models.webhook_event_type import WebhookEventType
from ..._generated.models.webhook_security_input import WebhookSecurityInput
from ..._generated.models.webhook_signing_input import WebhookSigningInput
from ..._generated.models.webhook_status import WebhookStatus
from ..._generated.models.webhook_type import WebhookType
from ..._generated.models.webhook_version import WebhookVersion

if TYPE_CHECKING:
    from ..._generated.models.webhook_signing import WebhookSigning
    from ..._generated.types import WebhookSecurityInputDict, WebhookSigningInputDict


ROUTE: Route[Webhook] = Route(
    name="webhooks.update",
    method="PUT",
    path="/webhooks/{id}",
    decode=Value(model(Webhook), "data"),
    ids={
        "id": {
            "Webhook": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "url": STRING.as_secret(),
        "events": array(closed_enum(WebhookEventType)),
        "description": STRING,
        "status": enum(WebhookStatus),
        "version": enum(WebhookVersion),
        "type": enum(WebhookType),
        "security": model(WebhookSecurityInput),
        "signing": model(WebhookSigningInput, "WebhookSigning"),
        "operation_id": STRING,
        "expected_revision": STRING,
    },
)


@resolvable
@forgets_arguments
def build(
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
) -> Operation[Webhook]:
    """The operation of `gig.webhooks.update`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
            "url": url,
            "events": events,
            "description": description,
            "status": status,
            "version": version,
            "type": type,
            "security": security,
            "signing": signing,
            "operation_id": operation_id,
            "expected_revision": expected_revision,
        },
        extra=extra,
    )
