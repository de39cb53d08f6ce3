"""The pages of errors: the tree of the classes, and the codes of the API."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from gigstack_api import errors
from gigstack_api._core.responses.errors import BY_CODE, BY_STATUS

from ...spec.model import components
from .docstrings import without_notes
from .markdown import code, heading, link, page, table
from .places import spec
from .source import Class, module
from .wording import Wording

ERRORS = "reference/errors.md"
CODES = "reference/error-codes.md"
LINE = re.compile(r"^(.*\S)( {2,})(\S.*)$")
"""A class of the tree and its text."""

OTHER_STATUSES = {"402": "APIError"}

REMEDIES = {
    "GigstackError": "Catch it where any failure of the package is handled in the same way.",
    "APIError": "Read `code` and `message`. Catch one of its subclasses where you can react.",
    "BadRequestError": "Correct the arguments; the same call fails again.",
    "ValidationError": "Show `details` to whoever entered the values; the same call fails again.",
    "AuthenticationError": "Check the API key. Do not repeat the call with the same key.",
    "PermissionDeniedError": "Check the team and the permissions of the key.",
    "NotFoundError": "Check the id, the team, and whether the key is a live or a test key.",
    "ConflictError": "Read the resource again and decide by its current state.",
    "MultipleMatchesError": "Choose one of `ids`, or search by a field that only one client has.",
    "RateLimitError": "The package has waited already. Send fewer calls at once, or later.",
    "ServerError": "Try again later. After a write, check first whether it was done.",
    "StampingError": "Correct the document by the code of the SAT and send it again.",
    "DeliveryError": "Nothing was done. Check the network and repeat the call.",
    "DeliveryTimeoutError": "Nothing was done. Repeat the call, or give it a longer `timeout_s`.",
    "OutcomeUnknownError": "Call `await gig.reconcile(error)` before you repeat the call.",
    "UnreadableReplyError": "Look at `body`. A proxy in between may have answered.",
    "WrongFileError": "Download the file again; if it stays wrong, write to the support.",
    "FileNotSavedError": "Choose another path, or make room on the disk.",
    "UnreadableEventError": "Answer 400 to the sender. The body is not from gigstack.",
    "WebhookSignatureError": "Answer 401 to the sender, and check the secret.",
    "PaginationError": "Begin the list again, or resume it from its `checkpoint`.",
    "InvalidArgumentError": "Correct the call; nothing was sent.",
    "FiscalError": "Correct what `findings` names; nothing was sent.",
    "ConfigurationError": "Correct the arguments or the environment variables of the client.",
    "FiscalWarning": "Read `findings`. The call is sent nevertheless.",
}


@cache
def classes() -> Mapping[str, Class]:
    """The errors by name, in the order of the tree."""
    found = module("errors").classes
    return {name: found[name] for name in _ordered(found)}


@cache
def codes() -> Mapping[str, Mapping[str, Any]]:
    """The table of codes."""
    path = Path(__file__).with_name("error_codes.yaml")
    loaded: Mapping[str, Mapping[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def documented_codes() -> list[str]:
    """The codes that openapi.yaml names."""
    return list(components(spec())["ApiErrorCode"]["enum"])


def codes_of_status(status: int) -> list[str]:
    """The codes that come with a status."""
    return [name for name, facts in codes().items() if status in facts["statuses"]]


def class_of_status(status: str) -> str:
    """The class of the errors of a status."""
    if status in OTHER_STATUSES:
        return OTHER_STATUSES[status]
    by_status = BY_STATUS.get(int(status))
    return by_status.__name__ if by_status else "ServerError"


def class_of_code(name: str) -> str:
    """The class of the errors of a code."""
    if name in BY_CODE:
        return BY_CODE[name].__name__
    return class_of_status(str(codes()[name]["statuses"][0]))


def error_link(words: Wording, name: str, *, on: str) -> str:
    """A link to a class of errors."""
    return link(code(name), ERRORS, name.lower(), on=on)


def code_link(name: str, *, on: str) -> str:
    """A link to a code of the API."""
    return link(code(name), CODES, name.replace("_", "-"), on=on)


def errors_page(words: Wording) -> str:
    """The tree, and each class with what raises it, its attributes and what to do."""
    say = words.say
    tree = (errors.__doc__ or "").partition("\n\n")[2].strip()
    return page(
        f"# {say('Errors')}",
        say("Every error that the package raises on purpose is a `GigstackError`."),
        say(
            "Which error a code of the API becomes is on the page of {codes}.",
            codes=link(say("error codes"), CODES, on=ERRORS),
        ),
        heading(2, say("The tree"), "the-tree"),
        f"```text\n{_translated_tree(words, tree)}\n```",
        *(block for name, one in classes().items() for block in _class(words, name, one)),
    )


def _translated_tree(words: Wording, tree: str) -> str:
    """The tree with the texts of its lines in the language; those of a status only are the same."""
    return "\n".join(
        LINE.sub(lambda line: f"{line[1]}{line[2]}{_said(words, line[3])}", line)
        for line in tree.splitlines()
    )


def _said(words: Wording, text: str) -> str:
    return words.say(text) if " " in text else text


def _class(words: Wording, name: str, one: Class) -> Iterator[str]:
    say = words.say
    yield heading(2, name, name.lower())
    base = one.bases[0]
    shown = error_link(words, base, on=ERRORS) if base in classes() else code(base)
    yield f"{say('A subclass of')} {shown}."
    yield say(without_notes(one.doc.summary))
    for paragraph in one.doc.rest:
        yield say(without_notes(paragraph))
    yield f"**{say('What to do')}**: {say(REMEDIES[name])}"
    if own := [code_link(each, on=ERRORS) for each in codes() if class_of_code(each) == name]:
        yield f"**{say('Codes')}**: {', '.join(own)}"
    if fields := attributes(name):
        yield f"**{say('Attributes')}**: {', '.join(map(code, fields))}"


def attributes(name: str) -> list[str]:
    """The public attributes of a class of errors, its own and those of its bases."""
    found: dict[str, None] = {}
    one: Class | None = classes().get(name)
    while one is not None:
        own: dict[str, None] = {}
        init = one.methods.get("__init__")
        if init is not None:
            own |= {
                argument.name: None for argument in init.arguments if argument.name != "message"
            }
            if name == "APIError" or "APIError" in one.name:
                own["message"] = None
        own |= {field.name: None for field in one.fields if not field.name.startswith("_")}
        own |= {method.name: None for method in one.methods.values() if method.is_property}
        found = own | found
        one = classes().get(one.bases[0])
    return [field for field in found if field != "call" or name == "FiscalWarning"]


def error_codes_page(words: Wording) -> str:
    """Every documented code: status, class, cause, remedy."""
    say = words.say
    rows = [
        (
            code_link(name, on=CODES),
            _statuses(words, facts),
            error_link(words, class_of_code(name), on=CODES),
            say(facts["cause"]),
        )
        for name, facts in codes().items()
    ]
    return page(
        f"# {say('Error codes')}",
        say("`error.code` holds the code of the API, or `http_` and the status if it sent none."),
        say(
            "gigstack documents the codes, but few of their statuses: those that a source shows are"
            " marked. The others are those that the sandbox sends, or the usual ones of HTTP. The"
            " status decides the class, unless the code is one of validation, rate limit or"
            " stamping."
        ),
        table([say("Code"), "HTTP", say("Error"), say("Cause")], rows),
        *(block for name, facts in codes().items() for block in _code(words, name, facts)),
    )


def _statuses(words: Wording, facts: Mapping[str, Any]) -> str:
    """The statuses of a code, each with the source that shows it."""
    seen: Mapping[int, str] = facts.get("seen", {})
    return ", ".join(
        f"{status} ({words.say(seen[status])})" if status in seen else str(status)
        for status in facts["statuses"]
    )


def _code(words: Wording, name: str, facts: Mapping[str, Any]) -> Iterator[str]:
    say = words.say
    yield heading(2, code(name), name.replace("_", "-"))
    yield f"HTTP {_statuses(words, facts)} · {error_link(words, class_of_code(name), on=CODES)}"
    yield f"**{say('Cause')}**: {say(facts['cause'])}"
    yield f"**{say('What to do')}**: {say(facts['remedy'])}"


def _ordered(found: Mapping[str, Class]) -> Iterator[str]:
    """The names of the errors, each after its base; those outside the tree last."""

    def below(base: str) -> Iterator[str]:
        for name, one in found.items():
            if one.bases and one.bases[0] == base:
                yield name
                yield from below(name)

    yield from below("Exception")
    yield from below("UserWarning")
