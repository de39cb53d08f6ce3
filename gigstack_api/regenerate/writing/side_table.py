"""The facts of operations for templates, by operationId. Pure.

The generator hands a template neither the extensions of an operation nor where its value is. Facts
that stood on an answer would be lost with an answer that it cannot read.
"""

from __future__ import annotations

from attrs import frozen
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.responses import Response
from openapi_python_client.strings import PythonIdentifier

from gigstack_api.regenerate.document import Call, Node, calls
from gigstack_api.regenerate.findings import Finding, UnusableSpec
from gigstack_api.regenerate.options import options

FACTS = "x-gigstack"


@frozen
class Entry:
    """An operation: its facts, and the status of the answer that holds its value."""

    facts: Node
    success: str


@frozen
class SideTable:
    """The entries of the operations by the names of their endpoints."""

    entries: dict[str, Entry]

    def facts_of(self, endpoint: Endpoint) -> Node:
        """The facts of an operation."""
        return self.entries[endpoint.name].facts

    def answer_of(self, endpoint: Endpoint) -> Response:
        """The answer that holds the value of an operation."""
        wanted = self.entries[endpoint.name].success
        return next(answer for answer in endpoint.responses if answer.status_code.pattern == wanted)


def endpoint_name(call: Call) -> str:
    """The name that the generator gives the endpoint of an operation."""
    operation_id = str(call.operation.get("operationId", ""))
    return str(PythonIdentifier(operation_id, options().field_prefix))


def side_table(document: Node) -> SideTable:
    """The side table of a document.

    Raises:
        UnusableSpec: an operation has no facts or no answer for success, or two have one name.
    """
    entries: dict[str, Entry] = {}
    places: dict[str, str] = {}
    wrong: list[Finding] = []
    for call in calls(document):
        name = endpoint_name(call)
        success = _success(call.operation)
        if FACTS not in call.operation:
            wrong.append(Finding(call.place, f"{FACTS} is missing."))
        elif success is None:
            wrong.append(Finding(call.place, "No answer stands for success.", "Add one for 200."))
        elif name in entries:
            problem = f"Its operationId is {name!r} in Python, like that of {places[name]}."
            wrong.append(Finding(call.place, problem, "Give it another."))
        else:
            entries[name] = Entry(call.operation[FACTS], success)
            places[name] = call.place
    if wrong:
        raise UnusableSpec(wrong)
    return SideTable(entries)


def _success(operation: Node) -> str | None:
    """The first status for success, else `default`."""
    statuses = [str(status) for status in operation.get("responses", {})]
    success = [status for status in statuses if status.startswith("2")]
    return next(iter([*success, *(status for status in statuses if status == "default")]), None)
