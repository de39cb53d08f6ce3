# Written by `make generate` from openapi.yaml; never edited.
"""The model `SignupNextSteps`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class SignupNextSteps(Model):
    """Steps left before CFDI can be stamped."""

    fiel_upload_url: str | None
    """Call that uploads the FIEL, as "METHOD path" and not as an address, for example `POST
    /v2/teams/{team_id}/sat-connection`.
    """
    manifest_sign_url: str | None
    """Call that signs the manifest, as "METHOD path" and not as an address."""
    note: str | None
    """A hint in words."""

    __slots__ = (
        "fiel_upload_url",
        "manifest_sign_url",
        "note",
    )

    def __init__(
        self,
        *,
        fiel_upload_url: str | None = None,
        manifest_sign_url: str | None = None,
        note: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.fiel_upload_url = fiel_upload_url
        self.manifest_sign_url = manifest_sign_url
        self.note = note
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.fiel_upload_url = take("fiel_upload_url", None)
        instance.manifest_sign_url = take("manifest_sign_url", None)
        instance.note = take("note", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.fiel_upload_url) is not None:
            fields["fiel_upload_url"] = value if type(value) is str else enum_text(value)
        if (value := self.manifest_sign_url) is not None:
            fields["manifest_sign_url"] = value if type(value) is str else enum_text(value)
        if (value := self.note) is not None:
            fields["note"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "fiel_upload_url": STRING,
            "manifest_sign_url": STRING,
            "note": STRING,
        }
