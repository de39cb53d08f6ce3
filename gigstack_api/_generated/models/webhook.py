# Written by `make generate` from openapi.yaml; never edited.
"""The model `Webhook`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, array, enum, number
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import ABSENT, is_list, is_object

if TYPE_CHECKING:
    from .webhook_event_type import WebhookEventType
    from .webhook_security import WebhookSecurity
    from .webhook_signing import WebhookSigning
    from .webhook_status import WebhookStatus
    from .webhook_type import WebhookType
    from .webhook_version import WebhookVersion


class Webhook(Model):
    """A subscription of an address to events.

    Unverified: the page of the schema was not seen; `version`, `type`, `revision`,
    `effect_scope`, `security` and `signing` come from the source of an official client.
    """

    id: str
    """Id (`wh_…`)."""
    url: str
    """Address the events are sent to."""
    events: list[WebhookEventType | str] | None
    """Events it gets."""
    status: WebhookStatus | str | None
    """Whether events are delivered."""
    description: str | None
    """Purpose."""
    owner: str | None
    """Id of the user who owns it."""
    created_at: int
    """When it was created (Unix milliseconds)."""
    version: WebhookVersion | str | None
    """Version of its deliveries."""
    type: WebhookType | str | None
    """Special kind, null for an ordinary one."""
    revision: str | None
    """State of its settings, 64 hexadecimal digits; the `expected_revision` of an update or
    deletion.
    """
    effect_scope: str | None
    """Scope of a change: `shared_team_webhooks`, since live and test mode share their webhooks."""
    security: WebhookSecurity | None
    """Headers of your own that go with each delivery."""
    signing: WebhookSigning | None
    """Signing of its deliveries."""

    __slots__ = (
        "id",
        "url",
        "events",
        "status",
        "description",
        "owner",
        "created_at",
        "version",
        "type",
        "revision",
        "effect_scope",
        "security",
        "signing",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        url: str = ABSENT,
        events: list[WebhookEventType | str] | None = None,
        status: WebhookStatus | str | None = None,
        description: str | None = None,
        owner: str | None = None,
        created_at: int = ABSENT,
        version: WebhookVersion | str | None = None,
        type: WebhookType | str | None = None,
        revision: str | None = None,
        effect_scope: str | None = None,
        security: WebhookSecurity | None = None,
        signing: WebhookSigning | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.url = url
        self.events = events
        self.status = status
        self.description = description
        self.owner = owner
        self.created_at = created_at
        self.version = version
        self.type = type
        self.revision = revision
        self.effect_scope = effect_scope
        self.security = security
        self.signing = signing
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (
            WebhookEventType,
            WebhookSecurity,
            WebhookSigning,
            WebhookStatus,
            WebhookType,
            WebhookVersion,
        ) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.url = take("url", None)
        instance.events = (
            [WebhookEventType.of(item) for item in value]
            if is_list(value := take("events", None))
            else value
        )
        instance.status = WebhookStatus.of(take("status", None))
        instance.description = take("description", None)
        instance.owner = take("owner", None)
        instance.created_at = take("created_at", None)
        instance.version = WebhookVersion.of(take("version", None))
        instance.type = WebhookType.of(take("type", None))
        instance.revision = take("revision", None)
        instance.effect_scope = take("effect_scope", None)
        instance.security = (
            WebhookSecurity.from_dict(value)
            if is_object(value := take("security", None))
            else value
        )
        instance.signing = (
            WebhookSigning.from_dict(value) if is_object(value := take("signing", None)) else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not ABSENT:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.url) is not ABSENT:
            fields["url"] = value if type(value) is str else enum_text(value)
        if self.events is not None:
            needs_conversion()
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.description) is not None:
            fields["description"] = value if type(value) is str else enum_text(value)
        if (value := self.owner) is not None:
            fields["owner"] = value if type(value) is str else enum_text(value)
        if (value := self.created_at) is not ABSENT:
            fields["created_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.version) is not None:
            fields["version"] = value if type(value) is str else enum_text(value)
        if (value := self.type) is not None:
            fields["type"] = value if type(value) is str else enum_text(value)
        if (value := self.revision) is not None:
            fields["revision"] = value if type(value) is str else enum_text(value)
        if (value := self.effect_scope) is not None:
            fields["effect_scope"] = value if type(value) is str else enum_text(value)
        if (value := self.security) is not None:
            fields["security"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.signing) is not None:
            fields["signing"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .webhook_event_type import WebhookEventType
        from .webhook_security import WebhookSecurity
        from .webhook_signing import WebhookSigning
        from .webhook_status import WebhookStatus
        from .webhook_type import WebhookType
        from .webhook_version import WebhookVersion

        return {
            "id": STRING.always(),
            "url": STRING.as_secret().always(),
            "events": array(enum(WebhookEventType)),
            "status": enum(WebhookStatus),
            "description": STRING,
            "owner": STRING,
            "created_at": number(INTEGER, unit="ms").always(),
            "version": enum(WebhookVersion),
            "type": enum(WebhookType),
            "revision": STRING,
            "effect_scope": STRING,
            "security": model(WebhookSecurity),
            "signing": model(WebhookSigning),
        }


@cache
def _nested() -> tuple[
    type[WebhookEventType],
    type[WebhookSecurity],
    type[WebhookSigning],
    type[WebhookStatus],
    type[WebhookType],
    type[WebhookVersion],
]:
    """The classes of nested values, imported when the first object is read."""
    from .webhook_event_type import WebhookEventType
    from .webhook_security import WebhookSecurity
    from .webhook_signing import WebhookSigning
    from .webhook_status import WebhookStatus
    from .webhook_type import WebhookType
    from .webhook_version import WebhookVersion

    return (
        WebhookEventType,
        WebhookSecurity,
        WebhookSigning,
        WebhookStatus,
        WebhookType,
        WebhookVersion,
    )
