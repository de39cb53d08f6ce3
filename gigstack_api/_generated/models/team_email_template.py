# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamEmailTemplate`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model

if TYPE_CHECKING:
    from ..types import TeamEmailTextDict


class TeamEmailTemplate(Model, kw_only=True):
    """Texts of one kind of e-mail by language."""

    es: TeamEmailText | None = None
    """In Spanish."""
    en: TeamEmailText | None = None
    """In English."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            es: TeamEmailText | TeamEmailTextDict | None = None,
            en: TeamEmailText | TeamEmailTextDict | None = None,
            additional_properties: dict[str, Any] = ...,
        ) -> None: ...

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "es": model(TeamEmailText),
            "en": model(TeamEmailText),
        }


# Below the class, since two models may refer to each other.
from .team_email_text import TeamEmailText
