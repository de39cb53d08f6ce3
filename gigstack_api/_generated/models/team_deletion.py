# Written by `make generate` from openapi.yaml; never edited.
"""TeamDeletion: Scheduled deletion of a team."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
    enum,
    model,
)
from gigstack_api._core.model import Model, not_plain, plain_text
from gigstack_api._core.shapes import is_object

if TYPE_CHECKING:
    from .scheduled_deletion import ScheduledDeletion
    from .team_status import TeamStatus


class TeamDeletion(Model):
    """Scheduled deletion of a team."""

    id: str | None
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
        id: str | None = None,
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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        ScheduledDeletion, TeamStatus = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.id = take("id", None)
        made.status = TeamStatus.of(take("status", None))
        made.scheduled_deletion = (
            ScheduledDeletion.from_dict(value)
            if is_object(value := take("scheduled_deletion", None))
            else value
        )
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not None:
            made["id"] = value if type(value) is str else plain_text(value)
        if (value := self.status) is not None:
            made["status"] = value if type(value) is str else plain_text(value)
        if (value := self.scheduled_deletion) is not None:
            made["scheduled_deletion"] = (
                value.plain_fields() if isinstance(value, Model) else not_plain()
            )
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .scheduled_deletion import ScheduledDeletion
        from .team_status import TeamStatus

        return {
            "id": STRING,
            "status": enum(TeamStatus),
            "scheduled_deletion": model(ScheduledDeletion),
        }


@cache
def _nested() -> tuple[
    type[ScheduledDeletion],
    type[TeamStatus],
]:
    """The classes of nested values, loaded when the first model is read."""
    from .scheduled_deletion import ScheduledDeletion
    from .team_status import TeamStatus

    return ScheduledDeletion, TeamStatus
