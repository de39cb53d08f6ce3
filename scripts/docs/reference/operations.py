"""The pages of operations: one for each resource."""

from __future__ import annotations

from collections.abc import Iterator

from .api import Operation, operations, own_methods
from .arguments import argument_rows
from .docstrings import without_notes
from .errors import error_link
from .examples import examples
from .markdown import code, fence, heading, link, page, table
from .operation_facts import evidence, method_facts, operation_errors, operation_facts
from .places import resources, spec
from .signatures import signature
from .source import Function
from .types import Types
from .wording import Wording

OVERVIEW = "reference/operations/index.md"

GIVEN_NAMES = (
    "In the examples `gig` is a client, and a name such as `client` or `invoice` stands for a"
    " resource that an earlier call returned. Its id does as well."
)


def page_of(resource: str) -> str:
    """The page of a resource."""
    return f"reference/operations/{resource.replace('_', '-')}.md"


def anchor_of(method: str) -> str:
    """The id of the heading of a method."""
    return method.replace("_", "-")


def _any_call(words: Wording, on: str) -> str:
    return words.say(
        "Besides the errors of its table, any call can raise {delivery} when no usable answer"
        " arrives, and {argument} before anything is sent.",
        delivery=error_link(words, "DeliveryError", on=on),
        argument=error_link(words, "InvalidArgumentError", on=on),
    )


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
    blocks = [
        f"# {code(f'gig.{resource}')}",
        say(_tag(resource)),
        say(GIVEN_NAMES),
        _any_call(words, on),
    ]
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
    yield table([say("Fact"), say("Value")], operation_facts(words, types, operation, on))
    yield from _arguments(words, types, method, on)
    yield f"**{say('Example')}**"
    python, command = examples(operation)
    yield fence(python, "python")
    yield fence(command, "sh")
    yield f"**{say('Errors')}**"
    yield table(
        [say("Status"), say("Error"), say("When"), say("Codes")],
        operation_errors(words, operation, on),
    )
    yield from evidence(words, operation)


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
    yield table([say("Fact"), say("Value")], method_facts(words, types, method, on))
    yield from _arguments(words, types, method, on)
    yield f"**{say('Example')}**"
    yield fence(method.doc.sections["Example"].strip(), "python")
    yield f"**{say('Errors')}**"
    rows = [
        (error_link(words, name, on=on), say(text))
        for name, text in method.doc.entries("Raises").items()
    ]
    yield table([say("Error"), say("When")], rows)


def _tag(resource: str) -> str:
    return next(str(tag["description"]) for tag in spec()["tags"] if tag["name"] == resource)


def _arguments(words: Wording, types: Types, method: Function, on: str) -> Iterator[str]:
    say = words.say
    yield f"**{say('Arguments')}**"
    head = [say("Argument"), say("Type"), say("Required"), say("Description")]
    yield table(head, argument_rows(words, types, method, on))
