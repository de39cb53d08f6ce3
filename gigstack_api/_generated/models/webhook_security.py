# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookSecurity`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING, array, enum
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from .webhook_security_status import WebhookSecurityStatus


class WebhookSecurity(Model):
    """Custom headers of a webhook; their values are never given back."""

    header_names: list[str] | None
    """Names of the headers."""
    configured: bool | None
    """Whether there are any."""
    status: WebhookSecurityStatus | str | None
    """State of the headers."""

    __slots__ = (
        "header_names",
        "configured",
        "status",
    )

    def __init__(
        self,
        *,
        header_names: list[str] | None = None,
        configured: bool | None = None,
        status: WebhookSecurityStatus | str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.header_names = header_names
        self.configured = configured
        self.status = status
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (WebhookSecurityStatus,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.header_names = take("header_names", None)
        instance.configured = take("configured", None)
        instance.status = WebhookSecurityStatus.of(take("status", None))
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if self.header_names is not None:
            needs_conversion()
        if (value := self.configured) is not None:
            fields["configured"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .webhook_security_status import WebhookSecurityStatus

        return {
            "header_names": array(STRING),
            "configured": BOOLEAN,
            "status": enum(WebhookSecurityStatus),
        }


@cache
def _nested() -> tuple[type[WebhookSecurityStatus],]:
    """The classes of nested values, imported when the first object is read."""
    from .webhook_security_status import WebhookSecurityStatus

    return (WebhookSecurityStatus,)
