"""The pages of models: their fields, by resource."""

from __future__ import annotations

from collections.abc import Iterator

from .docstrings import without_notes
from .markdown import code, heading, link, page, table
from .places import SHARED, model_groups, models, resources
from .source import Class
from .types import Types
from .wording import Wording

OVERVIEW = "reference/models/index.md"


def page_of(group: str) -> str:
    """The page of a group of models."""
    return f"reference/models/{group}.md"


def groups() -> list[str]:
    """The groups that have models, in order."""
    used = set(model_groups().values())
    return [group for group in (*resources(), SHARED) if group in used]


def overview_page(words: Wording) -> str:
    """All models by name."""
    say = words.say
    rows = [
        (
            link(code(name), page_of(group), name.lower(), on=OVERVIEW),
            code(f"gig.{group}") if group != SHARED else say("several"),
        )
        for name, group in model_groups().items()
    ]
    return page(
        f"# {say('Models')}",
        say(
            "Models are imported from `gigstack_api.models`. Arguments take a model, or a"
            " mapping with the same fields."
        ),
        table([say("Model"), say("Used by")], rows),
    )


def models_page(words: Wording, types: Types, group: str) -> str:
    """The models of a group."""
    say = words.say
    title = (
        say("Models of several resources")
        if group == SHARED
        else say("Models of {resource}", resource=code(f"gig.{group}"))
    )
    blocks = [f"# {title}"]
    if words.language != "en":
        blocks.append(say("The texts of the fields are in English, as in the package."))
    for name, one in models().items():
        if model_groups()[name] == group:
            blocks += _model(words, types, name, one, page_of(group))
    return page(*blocks)


def _model(words: Wording, types: Types, name: str, one: Class, on: str) -> Iterator[str]:
    say = words.say
    yield heading(2, code(name), name.lower())
    yield without_notes(one.doc.summary)
    for paragraph in one.doc.rest:
        yield without_notes(paragraph)
    if one.members:
        members = [(code(value), code(f"{name}.{member}")) for member, value in one.members.items()]
        yield table([say("Value"), say("Member")], members)
    else:
        rows = [
            (
                code(field.name),
                types.shown(field.type, on=on, default=field.default),
                without_notes(field.text),
            )
            for field in one.fields
        ]
        yield table([say("Field"), say("Type"), say("Description")], rows)
