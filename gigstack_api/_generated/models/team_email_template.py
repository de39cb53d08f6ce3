# Written by `make generate` from openapi.yaml; never edited.
"""TeamEmailTemplate: Texts of one kind of e-mail by language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    Kind,
    model,
)
from gigstack_api._core.model import Model, not_plain
from gigstack_api._core.shapes import is_object

if TYPE_CHECKING:
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
        es: TeamEmailText | None = None,
        en: TeamEmailText | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.es = es
        self.en = en
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (TeamEmailText,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.es = TeamEmailText.from_dict(value) if is_object(value := take("es", None)) else value
        made.en = TeamEmailText.from_dict(value) if is_object(value := take("en", None)) else value
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.es) is not None:
            made["es"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        if (value := self.en) is not None:
            made["en"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .team_email_text import TeamEmailText

        return {
            "es": model(TeamEmailText),
            "en": model(TeamEmailText),
        }


@cache
def _nested() -> tuple[type[TeamEmailText],]:
    """The classes of nested values, loaded when the first model is read."""
    from .team_email_text import TeamEmailText

    return (TeamEmailText,)
