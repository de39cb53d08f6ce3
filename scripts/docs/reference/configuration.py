"""The page of configuration: environment variables and options of the client."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from .classes import page_of
from .markdown import code, heading, link, page, table
from .source import Argument, Class, Field, definition
from .types import Types
from .wording import Wording

PAGE = "reference/configuration.md"

UNITS = {"_s": "seconds", "_bytes": "bytes"}
"""What bare numbers are counted in, by the end of their names."""

SHOWN_DEFAULTS = {"MAX_ANSWER_BYTES": "67108864"}


@cache
def variables() -> Mapping[str, Mapping[str, str]]:
    """The environment variables: reader, default and text by name."""
    path = Path(__file__).with_name("configuration.yaml")
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def configuration_page(words: Wording, types: Types) -> str:
    """Environment variables, options of the client, and those of retries."""
    say = words.say
    rows = [
        (
            f'<span id="{name.lower().replace("_", "-")}"></span>{code(name)}',
            say(facts["reader"]),
            code(facts["default"]) if facts["default"] else "",
            say(facts["text"]),
        )
        for name, facts in variables().items()
    ]
    client, policy = _class("Gigstack"), _class("RetryPolicy")
    texts = client.doc.entries("Args")
    options = [
        _row(words, types, one, texts.get(one.name, ""))
        for one in client.methods["__init__"].arguments
    ]
    retries = policy.doc.entries("Args")
    head = [say("Option"), say("Type"), say("Default"), say("Unit"), say("Description")]
    return page(
        f"# {say('Configuration')}",
        say(
            "Arguments of `Gigstack` come before environment variables, and those before defaults."
        ),
        heading(2, say("Environment variables"), "environment-variables"),
        table([say("Variable"), say("Read by"), say("Default"), say("Description")], rows),
        heading(2, say("Options of the client"), "options-of-the-client"),
        say(
            "All but `api_key` are keyword arguments of {client}.",
            client=link(code("Gigstack"), page_of("client"), "gigstack", on=PAGE),
        ),
        table(head, options),
        heading(2, say("Options of retries"), "options-of-retries"),
        say(
            "The fields of {policy}, for `Gigstack(retries=...)` and"
            " `gig.with_options(retries=...)`.",
            policy=link(code("RetryPolicy"), page_of("client"), "retrypolicy", on=PAGE),
        ),
        table(
            head,
            (_row(words, types, one, retries.get(one.name, one.text)) for one in policy.fields),
        ),
    )


def _row(words: Wording, types: Types, one: Argument | Field, text: str) -> tuple[str, ...]:
    default = SHOWN_DEFAULTS.get(str(one.default), one.default)
    unit = next((words.say(unit) for end, unit in UNITS.items() if one.name.endswith(end)), "")
    return (
        code(one.name),
        types.shown(one.type, on=PAGE, default=one.default),
        code(default) if default is not None else "",
        unit,
        words.say(text),
    )


def _class(name: str) -> Class:
    found = definition("", name)
    assert found is not None
    assert isinstance(found[1], Class)
    return found[1]
