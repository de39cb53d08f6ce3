# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamEmailTemplate`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import is_object

if TYPE_CHECKING:
    from ..types import TeamEmailTextDict
    from .team_email_text import TeamEmailText


class TeamEmailTemplate(Model):
    """Texts of one kind of e-mail by language."""

    es: TeamEmailText | None
    """In Spanish."""
    en: TeamEmailText | None
    """In English."""

    __slots__ = (
        "es",
        "en",
    )

    def __init__(
        self,
        *,
        es: TeamEmailText | TeamEmailTextDict | None = None,
        en: TeamEmailText | TeamEmailTextDict | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.es = es  # type: ignore[assignment]  # written as an argument, read as an answer
        self.en = en  # type: ignore[assignment]  # written as an argument, read as an answer
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (TeamEmailText,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.es = (
            TeamEmailText.from_dict(value) if is_object(value := take("es", None)) else value
        )
        instance.en = (
            TeamEmailText.from_dict(value) if is_object(value := take("en", None)) else value
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
        if (value := self.es) is not None:
            fields["es"] = value.encode_fields() if isinstance(value, Model) else needs_conversion()
        if (value := self.en) is not None:
            fields["en"] = value.encode_fields() if isinstance(value, Model) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .team_email_text import TeamEmailText

        return {
            "es": model(TeamEmailText),
            "en": model(TeamEmailText),
        }


@cache
def _nested() -> tuple[type[TeamEmailText],]:
    """The classes of nested values, imported when the first object is read."""
    from .team_email_text import TeamEmailText

    return (TeamEmailText,)
