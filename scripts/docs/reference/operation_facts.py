"""The facts of an operation: its value, repetition, costs and errors, and their sources."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...spec.model import Node, resolve
from .api import Operation
from .docstrings import notes, without_notes
from .errors import class_of_status, code_link, codes_of_status, error_link
from .markdown import code
from .places import spec
from .source import Function
from .types import Types
from .wording import Wording

EVIDENCE = {
    "documented": "gigstack documents this operation.",
    "official-client": "Official clients use this operation; its page was not seen.",
    "inferred": "No source shows this operation in full; it is inferred.",
}


def operation_facts(
    words: Wording, types: Types, operation: Operation, on: str
) -> Iterator[tuple[str, str]]:
    """Each fact of an operation and its text."""
    say = words.say
    call, doc = operation.call, operation.method.doc
    facts = call.facts
    yield "HTTP", code(call.where)
    yield say("Returns"), _returned(words, types, operation.method, on)
    yield (
        say("Repetition"),
        f"{code(facts['replay'])}: {say(' '.join(doc.sections['Repetition'].split()))}",
    )
    yield (
        say("Deadline"),
        say(
            "{seconds} s for all attempts together, unless `timeout_s` says otherwise",
            seconds=facts["deadline_s"],
        ),
    )
    if "costs" in facts:
        yield say("Costs"), say(facts["costs"])
    yield say("Team"), _team(words, operation)
    if "idempotency_key" in facts:
        yield (
            say("Idempotency key"),
            say("sent as {place}", place=code(facts["idempotency_key"].partition(".")[2])),
        )
    yield say("Module"), code(f"gigstack_api.operations.{operation.resource}.{call.id}")
    yield "gigstack", f"[{facts['docs'].removeprefix('https://')}]({facts['docs']})"


def _team(words: Wording, operation: Operation) -> str:
    if "team" in operation.call.parameters("query"):
        return words.say("that of the client, or `team=`")
    return words.say("takes none")


def method_facts(
    words: Wording, types: Types, method: Function, on: str
) -> Iterator[tuple[str, str]]:
    """Each fact of a method that is not an operation of its own."""
    say = words.say
    yield say("Returns"), types.shown(method.returns, on=on)
    if repetition := method.doc.sections.get("Repetition"):
        yield say("Repetition"), say(" ".join(repetition.split()))
    if docs := method.doc.sections.get("Docs"):
        yield "gigstack", f"[{docs.removeprefix('https://')}]({docs})"


def _returned(words: Wording, types: Types, method: Function, on: str) -> str:
    said = " ".join(method.doc.sections.get("Returns", "").split())
    shown = types.shown(method.returns, on=on)
    if ast.unparse(method.returns or ast.Constant(None)) == "None":
        return words.say("nothing")
    return f"{shown}: {words.say(without_notes(said))}" if said else shown


def operation_errors(
    words: Wording, operation: Operation, on: str
) -> Iterator[tuple[str, str, str, str]]:
    """Status, class, text and codes of each documented error."""
    for status, answer in operation.call.node["responses"].items():
        if not str(status).startswith("2"):
            text = resolve(spec(), answer)["description"]
            named = ", ".join(code_link(name, on=on) for name in _codes(operation, int(status)))
            yield (
                str(status),
                error_link(words, class_of_status(str(status)), on=on),
                words.say(text),
                named,
            )


def _codes(operation: Operation, status: int) -> Iterator[str]:
    """The codes that tell more about this operation than the status does."""
    facts = operation.call.facts
    for name in codes_of_status(status):
        shown = {
            "cfdi_service_error": bool(facts.get("stamps")),
            "file_upload_error": operation.call.is_form,
            "invalid_file_format": operation.call.is_form,
            "file_not_found": "download" in facts,
            "resource_conflict": True,
            "resource_already_exists": status == 409,
        }
        if shown.get(name, False):
            yield name


def evidence(words: Wording, operation: Operation) -> Iterator[str]:
    """The sources of the facts of an operation, as footnotes. Notes are in English only."""
    call = operation.call
    found = [words.say(EVIDENCE[call.facts["evidence"]]), *_notes(call.node)]
    for name, parameter in call.parameters("path", "query", "header").items():
        found += [f"{code(name)}: {note}" for note in _notes(parameter.get("schema", {}))]
    for name, field in call.body.get("properties", {}).items():
        found += [f"{code(name)}: {note}" for note in _notes(resolve(spec(), field))]
    yield f"**{words.say('Evidence')}**"
    yield "\n".join(f"{number}. {text}" for number, text in enumerate(found, 1))


def _notes(node: Node) -> list[str]:
    """The notes of our research on a part of the spec."""
    said = str(node.get("x-note", ""))
    return [*([said] if said else []), *notes(str(node.get("description", "")))]
