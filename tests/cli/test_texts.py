"""All texts exist in both languages, and none is written elsewhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import click
import pytest

import gigstack_api.cli
from gigstack_api.cli.app import root
from gigstack_api.cli.language import language_of, take_language
from gigstack_api.cli.texts import LANGUAGES, TEXTS, Language, choose, counted, text
from gigstack_api.cli.texts.doctor import DOCTOR
from gigstack_api.cli.texts.help import COMMANDS, METAVARS, OPTIONS
from gigstack_api.cli.texts.running import ERRORS, RUNNING

PACKAGE = Path(gigstack_api.cli.__file__).parent
SENTENCE = re.compile(r"[A-Za-zÁ-ú]{2,} [A-Za-zÁ-ú]{2,}")
SAME = {"{label}", "API", "RFC", "DNS", "TLS", "ID", "N", "URL"}


def values_of(words: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_have_the_same_values(key: str) -> None:
    spanish, english = (TEXTS[key][language] for language in LANGUAGES)
    assert spanish.strip()
    assert english.strip()
    assert values_of(spanish) == values_of(english)


def test_no_key_is_in_two_tables() -> None:
    tables = (COMMANDS, OPTIONS, METAVARS, RUNNING, ERRORS, DOCTOR)
    assert len(TEXTS) == sum(map(len, tables))


def sentences_of(source: str) -> list[str]:
    """The literals of a module that read like a text, docstrings left out."""
    tree = ast.parse(source)
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and SENTENCE.search(node.value)
    ]


def modules() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if path.parent.name != "texts"]


ALLOWED = {"framework.py": 2, "sentences.py": 1, "receiver.py": 7}
"""Texts of click, a form, and lines of HTTP."""


def test_no_text_is_written_in_the_commands() -> None:
    found = {path.name: sentences_of(path.read_text("utf-8")) for path in modules()}
    wrong = {name: lines for name, lines in found.items() if len(lines) > ALLOWED.get(name, 0)}
    assert wrong == {}


def test_a_text_in_a_command_is_found() -> None:
    assert sentences_of('"""A module."""\noutput.say("All is well")\n') == ["All is well"]


MADE = (
    *("command", "doctor.", "files.", "help.", "metavar.", "mode.", "outcome.", "reconcile."),
    *("noun.", "rfc.", "system.", "whoami."),
)
"""The beginnings of keys that are put together."""


def test_every_text_is_used() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in modules()).replace("'", '"')
    keys = [key.removeprefix("option.") for key in TEXTS if not key.startswith(MADE)]
    unused = {key for key in keys if f'"{key}"' not in sources}
    assert unused - {"help", "lang", "version"} == set()


def commands(group: click.Group, path: str = "") -> list[tuple[str, click.Command]]:
    context = click.Context(group)
    found: list[tuple[str, click.Command]] = [(path, group)]
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = f"{path} {name}".strip()
        found += (
            commands(command, inner) if isinstance(command, click.Group) else [(inner, command)]
        )
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_of_every_command_is_in_one_language(language: Language) -> None:
    choose(language)
    other: Language = "en" if language == "es" else "es"
    foreign = {
        entry[other]
        for entry in TEXTS.values()
        if entry["es"] != entry["en"] and len(entry[other]) > 12
    }
    for path, command in commands(root()):
        shown = " ".join(command.get_help(click.Context(command, info_name=path)).split())
        assert [words for words in foreign if words in shown] == []
        assert ("Uso: " if language == "es" else "Usage: ") in shown or path == "sandbox"
    choose("en")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "es"}, "es"),
        ({"LANG": "es.UTF-8"}, "es"),
        ({"LANG": "est_EE"}, "en"),
        ({"LANG": "es_MX", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "fr", "LC_ALL": "es_ES@euro"}, "es"),
        ({"LANG": "es_MX", "LC_ALL": ""}, "es"),
    ],
)
def test_the_locale_says_the_language(variables: dict[str, str], language: str) -> None:
    assert language_of(variables) == language


@pytest.mark.parametrize(
    ("arguments", "rest", "language"),
    [
        (["whoami"], ["whoami"], None),
        (["--lang", "es", "whoami"], ["whoami"], "es"),
        (["whoami", "--lang=en", "--json"], ["whoami", "--json"], "en"),
        (["whoami", "--lang"], ["whoami"], ""),
        (["rfc", "--", "--lang", "es"], ["rfc", "--", "--lang", "es"], None),
    ],
)
def test_the_language_may_stand_anywhere(
    arguments: list[str], rest: list[str], language: str | None
) -> None:
    assert take_language(arguments) == (rest, language)


def test_a_text_has_its_values() -> None:
    choose("es")
    assert text("error.missing", name="--out") == "falta --out"
    choose("en")
    assert text("error.missing", name="--out") == "--out is missing"


def test_one_of_something_is_singular() -> None:
    choose("es")
    spanish = [counted("sat-invoices", count) for count in (0, 1, 2000)]
    choose("en")
    assert spanish == ["0 facturas del SAT", "1 factura del SAT", "2,000 facturas del SAT"]
    assert [counted("clients", count) for count in (1, 2)] == ["1 client", "2 clients"]


def test_every_noun_has_a_singular() -> None:
    nouns = {key for key in TEXTS if key.startswith("noun.") and not key.endswith(".one")}
    assert {f"{key}.one" for key in nouns} <= TEXTS.keys()
