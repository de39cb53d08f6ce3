"""Jobs: the documents that the teams of a platform want."""

from __future__ import annotations

import json
from typing import Any

from attrs import asdict, frozen


@frozen
class Job:
    """An invoice for a team.

    Args:
        team: Id of the team at gigstack.
        key: The platform's own key of the document, unique within the team: an order number.
        fields: The arguments of `income_invoices.create`.
    """

    team: str
    key: str
    fields: dict[str, Any]

    @property
    def id(self) -> str:
        """The name of the document among those of all teams."""
        return f"{self.team}:{self.key}"

    def to_json(self) -> str:
        """The job as text, for the queue."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Job:
        """The job that a text describes.

        Raises:
            ValueError: it does not describe one.
        """
        try:
            return cls(**json.loads(text))
        except TypeError as error:
            raise ValueError("not a job") from error
