# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamDeletion`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import ABSENT, is_object

if TYPE_CHECKING:
    from .scheduled_deletion import ScheduledDeletion
    from .team_status import TeamStatus


class TeamDeletion(Model):
    """Scheduled deletion of a team."""

    id: str
    """Id of the team."""
    status: TeamStatus | str | None
    """State of the team."""
    scheduled_deletion: ScheduledDeletion | None
    """When and by whom."""

    __slots__ = (
        "id",
        "status",
        "scheduled_deletion",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        status: TeamStatus | str | None = None,
        scheduled_deletion: ScheduledDeletion | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.status = status
        self.scheduled_deletion = scheduled_deletion
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        ScheduledDeletion, TeamStatus = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.status = TeamStatus.of(take("status", None))
        instance.scheduled_deletion = (
            ScheduledDeletion.from_dict(value)
            if is_object(value := take("scheduled_deletion", None))
            else value
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
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.scheduled_deletion) is not None:
            fields["scheduled_deletion"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .scheduled_deletion import ScheduledDeletion
        from .team_status import TeamStatus

        return {
            "id": STRING.always(),
            "status": enum(TeamStatus),
            "scheduled_deletion": model(ScheduledDeletion),
        }


@cache
def _nested() -> tuple[
    type[ScheduledDeletion],
    type[TeamStatus],
]:
    """The classes of nested values, imported when the first object is read."""
    from .scheduled_deletion import ScheduledDeletion
    from .team_status import TeamStatus

    return ScheduledDeletion, TeamStatus
