"""The pages of operations: one for each resource."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator
from functools import cache

from ...spec.model import Node, resolve
from .api import Operation, operations, own_methods
from .arguments import argument_rows
from .calling import WIDTH, python_example, samples
from .capturing import captured
from .curl import curl
from .docstrings import notes, without_notes
from .errors import class_of_status, code_link, codes_of_status, error_link
from .markdown import code, fence, heading, link, page, table
from .places import resources, spec
from .source import Function
from .types import Types
from .wording import Wording

OVERVIEW = "reference/operations.md"

GIVEN_NAMES = (
    "In the examples `gig` is a client, and a name such as `client` or `invoice` stands for a"
    " resource that an earlier call returned. Its id does as well."
)

EVIDENCE = {
    "documented": "gigstack documents this operation.",
    "official-client": "Official clients use this operation; its page was not seen.",
    "inferred": "No source shows this operation in full; it is inferred.",
}


def page_of(resource: str) -> str:
    """The page of a resource."""
    return f"reference/operations/{resource.replace('_', '-')}.md"


def anchor_of(method: str) -> str:
    """The id of the heading of a method."""
    return method.replace("_", "-")


def overview_page(words: Wording) -> str:
    """All operations by resource."""
    say = words.say
    blocks: list[str] = []
    for resource in resources():
        rows = [
            (
                link(
                    code(f"gig.{operation.route}"),
                    page_of(resource),
                    anchor_of(operation.name),
                    on=OVERVIEW,
                ),
                code(operation.call.where),
                say(operation.call.node["summary"]),
            )
            for operation in operations()
            if operation.resource == resource
        ]
        blocks += [
            heading(2, code(f"gig.{resource}"), resource.replace("_", "-")),
            say(_tag(resource)),
        ]
        blocks.append(table([say("Method"), "HTTP", say("What it does")], rows))
    return page(
        f"# {say('Operations')}",
        say("All {count} operations of the API, by resource.", count=len(operations())),
        *blocks,
    )


def resource_page(words: Wording, types: Types, resource: str) -> str:
    """All operations of a resource."""
    say = words.say
    on = page_of(resource)
    blocks = [f"# {code(f'gig.{resource}')}", say(_tag(resource)), say(GIVEN_NAMES)]
    own = [operation for operation in operations() if operation.resource == resource]
    for operation in own:
        blocks += operation_blocks(words, types, operation, on)
    known = {operation.name for operation in own}
    for name, method in own_methods(resource).items():
        if name not in known:
            blocks += method_blocks(words, types, resource, method, on)
    return page(*blocks)


def operation_blocks(words: Wording, types: Types, operation: Operation, on: str) -> Iterator[str]:
    """Everything about an operation."""
    say = words.say
    call, method = operation.call, operation.method
    yield heading(2, code(f"gig.{operation.route}"), anchor_of(operation.name))
    yield f"{say(call.node['summary'])}."
    yield say(without_notes(call.node.get("description", "")))
    yield fence(signature(f"gig.{operation.route}", method), "text")
    yield table([say("Fact"), say("Value")], _facts(words, types, operation, on))
    yield from _arguments(words, types, method, on)
    yield f"**{say('Example')}**"
    python, command = examples(operation)
    yield fence(python, "python")
    yield fence(command, "sh")
    yield f"**{say('Errors')}**"
    yield table(
        [say("Status"), say("Error"), say("When"), say("Codes")], _errors(words, operation, on)
    )
    yield from _evidence(words, operation)


def method_blocks(
    words: Wording, types: Types, resource: str, method: Function, on: str
) -> Iterator[str]:
    """Everything about a method that is not an operation of its own."""
    say = words.say
    route = f"{resource}.{method.name}"
    yield heading(2, code(f"gig.{route}"), anchor_of(method.name))
    yield say(method.doc.summary)
    for paragraph in method.doc.rest:
        yield say(without_notes(paragraph))
    yield fence(signature(f"gig.{route}", method), "text")
    yield table([say("Fact"), say("Value")], _method_facts(words, types, method, on))
    yield from _arguments(words, types, method, on)
    yield f"**{say('Example')}**"
    yield fence(own_example(route, method), "python")
    yield f"**{say('Errors')}**"
    rows = [
        (error_link(words, name, on=on), say(text))
        for name, text in method.doc.entries("Raises").items()
    ]
    yield table([say("Error"), say("When")], rows)


def signature(called: str, method: Function) -> str:
    """A call with all its arguments, as users write it."""
    parts: list[str] = []
    keyword = False
    for argument in method.arguments:
        if argument.kind == "**" and argument.name == "reserved":
            continue
        if argument.kind == "keyword" and not keyword:
            parts.append("*")
            keyword = True
        stars = argument.kind if argument.kind in {"*", "**"} else ""
        default = f"={argument.default}" if argument.default is not None else ""
        parts.append(f"{stars}{argument.name}{default}")
    positional = [argument for argument in method.arguments if argument.kind == "positional"]
    if positional:
        parts.insert(len(positional), "/")
    head = f"{'await ' if method.is_async else ''}{called}("
    line = f"{head}{', '.join(parts)})"
    if len(line) <= WIDTH:
        return line
    inside = textwrap.fill(
        ", ".join(parts) + ",", WIDTH - 4, break_long_words=False, break_on_hyphens=False
    )
    return f"{head}\n{textwrap.indent(inside, '    ')}\n)"


@cache
def _examples() -> dict[str, tuple[str, str]]:
    return {}


def examples(operation: Operation) -> tuple[str, str]:
    """The example of an operation in Python and in curl. Made once for all languages."""
    made = _examples()
    if operation.route not in made:
        python = python_example(operation)
        made[operation.route] = python, _command(operation, python)
    return made[operation.route]


def _command(operation: Operation, python: str) -> str:
    written = samples()["curl"].get(operation.route)
    if written:
        return str(written)
    sent = captured(python, operation.route)
    if sent is None:
        raise ValueError(f"{operation.route}: the example does not make this call:\n{python}")
    return curl(sent, saves=operation.call.facts.get("download", {}).get("media_type", ""))


def own_example(route: str, method: Function) -> str:
    """The example of a method that is not an operation of its own."""
    if written := method.doc.sections.get("Example"):
        return written.strip()
    return str(samples()["methods"][route]).strip()


def _tag(resource: str) -> str:
    return next(str(tag["description"]) for tag in spec()["tags"] if tag["name"] == resource)


def _facts(
    words: Wording, types: Types, operation: Operation, on: str
) -> Iterator[tuple[str, str]]:
    say = words.say
    call, doc = operation.call, operation.method.doc
    facts = call.facts
    yield "HTTP", code(call.where)
    yield say("Returns"), _returned(words, types, operation.method, on)
    yield (
        say("Repetition"),
        f"{code(facts['replay'])}: {say(doc.sections['Repetition'].replace(chr(10), ' '))}",
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


def _method_facts(
    words: Wording, types: Types, method: Function, on: str
) -> Iterator[tuple[str, str]]:
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


def _arguments(words: Wording, types: Types, method: Function, on: str) -> Iterator[str]:
    say = words.say
    yield f"**{say('Arguments')}**"
    head = [say("Argument"), say("Type"), say("Required"), say("Description")]
    yield table(head, argument_rows(words, types, method, on))


def _errors(words: Wording, operation: Operation, on: str) -> Iterator[tuple[str, str, str, str]]:
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
        if name == "cfdi_service_error" and facts.get("stamps"):
            yield name
        elif name in {"file_upload_error", "invalid_file_format"} and operation.call.is_form:
            yield name
        elif name == "file_not_found" and "download" in facts:
            yield name
        elif name in {"resource_conflict", "resource_already_exists"} and status == 409:
            yield name


def _evidence(words: Wording, operation: Operation) -> Iterator[str]:
    """What the facts of an operation rest on, as footnotes. Notes are in English only."""
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
