"""A document while it is being normalised, with what has been found so far."""

from __future__ import annotations

from attrs import define, field

from ..document import Node
from ..findings import Finding, UnusableSpec


@define
class Work:
    """A copy of a document that the steps change, their notes and their refusals."""

    document: Node
    notes: list[Finding] = field(factory=list[Finding])
    refusals: list[Finding] = field(factory=list[Finding])

    def note(self, place: str, problem: str, remedy: str = "") -> None:
        """Tells something that does not stop the work."""
        self.notes.append(Finding(place, problem, remedy))

    def refuse(self, place: str, problem: str, remedy: str = "") -> None:
        """Tells something that stops the work at the end of the step."""
        self.refusals.append(Finding(place, problem, remedy))

    def stop_if_refused(self) -> None:
        """Raises what was refused.

        Raises:
            UnusableSpec: something was.
        """
        if self.refusals:
            raise UnusableSpec(dict.fromkeys(self.refusals))

    def components(self, kind: str) -> Node:
        """The components of a kind, which may be added to."""
        group: Node = self.document.setdefault("components", {}).setdefault(kind, {})
        return group

    @property
    def schemas(self) -> Node:
        """The component schemas, which may be added to."""
        return self.components("schemas")
