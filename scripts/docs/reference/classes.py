"""The pages of classes and functions, from their docstrings and signatures."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from .docstrings import Docstring
from .markdown import code, fence, heading, link, page, table
from .places import Place
from .signatures import WIDTH, signature
from .source import Argument, Class, Function, definition, exports
from .types import Types
from .wording import Wording

OVERVIEW = "reference/classes/index.md"

CORE = {
    "client": ("Gigstack", "BaseClient", "RetryPolicy", "preload", "OMIT", "Omit"),
    "calls": ("Operation", "Response", "Replay", "Drift", "DriftLog", "when"),
    "lists": ("Pager", "Page"),
    "files": ("Download", "Bundle"),
    "upserts": ("Match", "Upserted", "UpsertOutcome"),
    "reconciling": ("Sent", "Reconciled"),
}
"""The names of `gigstack_api` itself by page; the errors have a page of their own."""

TITLES = {
    "client": "The client",
    "calls": "Calls and responses",
    "lists": "Lists",
    "files": "Files",
    "upserts": "Upserts",
    "reconciling": "Lost writes",
    "models": "Models as rows",
    "catalogs": "Catalogues in Python",
    "fiscal": "Fiscal checks",
    "webhooks": "Webhooks",
    "fastapi": "FastAPI",
    "telemetry": "Telemetry",
    "sandbox": "The sandbox in Python",
    "bulk": "Bulk work",
    "regenerate": "Regeneration",
}

NOT_HERE = {"catalogs": {"Person", "TaxRate"}}
"""Of the catalogues only what is not a catalogue; their codes have pages of their own."""

BASES_OF_CODES = ("Code", "RegimeCode", "UseCode", "PeriodCode", "CurrencyCode")
HIDDEN_BASES = {"Data", "Generic", "Protocol", "Exception", "Enum", "StrEnum", "NamedTuple"}


ANCHORS = {"OMIT": "omit-constant", "export": "export-function", "totals": "totals-function"}
"""Names that differ from another one in their capitals only."""


def page_of(name: str) -> str:
    """The page of a group of names."""
    return f"reference/classes/{name}.md"


def anchor_of(name: str) -> str:
    """The id of the heading of a name."""
    return ANCHORS.get(name, name.lower())


def groups() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The names of each page, with the package that users import them from."""
    found = {name: tuple(("", one) for one in names) for name, names in CORE.items()}
    found["models"] = (("models", "flatten"),)
    found["catalogs"] = (
        *(("catalogs", name) for name in sorted(NOT_HERE["catalogs"])),
        *(("catalogs.code", name) for name in BASES_OF_CODES),
    )
    for package in ("fiscal", "webhooks", "fastapi", "telemetry", "sandbox", "bulk", "regenerate"):
        found[package] = tuple((package, name) for name in exports(package))
    return found


def class_places() -> dict[str, Place]:
    """Where the classes are described. Of equal names the first counts."""
    found: dict[str, Place] = {}
    for group, names in groups().items():
        for _, name in names:
            found.setdefault(name, Place(page_of(group), anchor_of(name)))
    return found


def overview_page(words: Wording) -> str:
    """All names by page."""
    say = words.say
    blocks: list[str] = []
    for group, names in groups().items():
        rows = [
            (
                link(code(name), page_of(group), anchor_of(name), on=OVERVIEW),
                code(_import_of(place)),
                say(_summary(place, name)),
            )
            for place, name in names
        ]
        blocks += [
            heading(2, say(TITLES[group]), group),
            table([say("Name"), say("From"), say("What it is")], rows),
        ]
    return page(
        f"# {say('Classes and functions')}",
        say("Every public name of the package, except the operations, the models and the errors."),
        *blocks,
    )


def classes_page(words: Wording, types: Types, group: str) -> str:
    """The names of a page."""
    say = words.say
    on = page_of(group)
    blocks = [f"# {say(TITLES[group])}"]
    if words.language != "en":
        blocks.append(
            say("The long texts of classes and arguments are in English, as in the package.")
        )
    for place, name in groups()[group]:
        found = definition(place, name)
        assert found is not None, name
        defined = found[1]
        blocks.append(heading(2, code(name), anchor_of(name)))
        blocks.append(fence(f"from {_import_of(place)} import {name}", "python"))
        if isinstance(defined, str):
            blocks.append(say(defined))
        elif isinstance(defined, Function):
            blocks += _function(words, types, name, defined, on)
        else:
            blocks += _class(words, types, name, found[0], defined, on)
    return page(*blocks)


def _import_of(place: str) -> str:
    return f"gigstack_api.{place}" if place else "gigstack_api"


def _summary(place: str, name: str) -> str:
    found = definition(place, name)
    assert found is not None, name
    return found[1] if isinstance(found[1], str) else found[1].doc.summary


def _class(
    words: Wording, types: Types, name: str, place: str, one: Class, on: str
) -> Iterator[str]:
    say = words.say
    shown = [base for base in one.bases if base.partition("[")[0] not in HIDDEN_BASES]
    yield say(one.doc.summary)
    yield from one.doc.rest
    documented = [base for base in shown if base in class_places()]
    if documented:
        target = class_places()[documented[0]]
        base = link(code(documented[0]), target.page, target.anchor, on=on)
        yield say("It has all members of {base}.", base=base)
    yield from _construction(words, types, name, one, on)
    yield from _sections(words, one.doc)
    for method in _public(place, one):
        yield heading(3, code(f"{name}.{method.name}"), f"{name}-{method.name}".lower())
        yield from _function(words, types, f"{name}.{method.name}", method, on)


def _public(place: str, one: Class) -> Iterator[Function]:
    """The public methods of a class and of its bases that are not described themselves."""
    seen: set[str] = set()
    waiting = [(place, one)]
    while waiting:
        where, each = waiting.pop(0)
        for method in each.methods.values():
            if not method.name.startswith("_") and method.name not in seen and method.doc.summary:
                seen.add(method.name)
                yield method
        for base in each.bases:
            bare = base.partition("[")[0]
            if bare in HIDDEN_BASES or bare in class_places():
                continue
            found = definition(where, bare)
            if found is not None and isinstance(found[1], Class):
                waiting.append((found[0], found[1]))


def _construction(words: Wording, types: Types, name: str, one: Class, on: str) -> Iterator[str]:
    """The arguments of the constructor, or the fields of a class without one of its own."""
    say = words.say
    texts = one.doc.entries("Args")
    init = one.methods.get("__init__")
    if init is not None and texts:
        yield fence(signature(name, init), "text")
        yield _arguments(words, types, init.arguments, texts, on)
        return
    if one.members:
        members = [(code(f"{name}.{member}"), code(value)) for member, value in one.members.items()]
        yield table([say("Member"), say("Value")], members)
    fields = [
        field
        for field in one.fields
        if not field.name.startswith("_") and "ClassVar" not in ast.unparse(field.type)
    ]
    rows = [
        (
            code(field.name),
            types.shown(field.type, on=on),
            _default(field.default),
            texts.get(field.name, field.text),
        )
        for field in fields
    ]
    yield table([say("Field"), say("Type"), say("Default"), say("Description")], rows)


def _function(words: Wording, types: Types, name: str, one: Function, on: str) -> Iterator[str]:
    say = words.say
    if one.is_property:
        yield f"{say('Property')}: {types.shown(one.returns, on=on)}"
    else:
        returns = ast.unparse(one.returns) if one.returns is not None else "None"
        yield fence(f"{signature(name, one)} -> {returns}", "text")
    yield say(one.doc.summary)
    yield from one.doc.rest
    yield _arguments(words, types, one.arguments, one.doc.entries("Args"), on)
    yield from _sections(words, one.doc)


def _arguments(
    words: Wording, types: Types, arguments: tuple[Argument, ...], texts: Mapping[str, str], on: str
) -> str:
    say = words.say
    rows = [
        (
            code(f"{one.kind if one.kind in {'*', '**'} else ''}{one.name}"),
            types.shown(one.type, on=on, default=one.default),
            _default(one.default),
            texts.get(one.name, ""),
        )
        for one in arguments
    ]
    return table([say("Argument"), say("Type"), say("Default"), say("Description")], rows)


def _sections(words: Wording, doc: Docstring) -> Iterator[str]:
    say = words.say
    if returns := doc.sections.get("Returns"):
        yield f"**{say('Returns')}**: {' '.join(returns.split())}"
    rows = [(code(name), text) for name, text in doc.entries("Raises").items()]
    if rows:
        yield f"**{say('Errors')}**"
        yield table([say("Error"), say("When")], rows)
    if repetition := doc.sections.get("Repetition"):
        yield f"**{say('Repetition')}**: {' '.join(repetition.split())}"
    if example := doc.sections.get("Example"):
        yield fence(example.strip(), "python")


def _default(default: str | None) -> str:
    if default is None:
        return ""
    if default.startswith(("attribute(", "field(")):
        node = ast.parse(default, mode="eval").body
        assert isinstance(node, ast.Call)
        named = {one.arg: ast.unparse(one.value) for one in node.keywords}
        return code(named["default"]) if "default" in named else ""
    return code(default) if len(default) < WIDTH // 2 else ""
