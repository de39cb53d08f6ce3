"""The parts that pages are made of."""

from __future__ import annotations

import ast

import pytest

from gigstack_api import Operation
from scripts.docs.reference.curl import curl
from scripts.docs.reference.docstrings import notes, parse, without_notes
from scripts.docs.reference.markdown import cell, link, page, slug, table
from scripts.docs.reference.places import Place
from scripts.docs.reference.signatures import signature
from scripts.docs.reference.source import Class, Function, definition, module
from scripts.docs.reference.types import Types, is_nullable
from scripts.docs.reference.wording import Wording

PLACES = {name: Place("reference/models/shared.md", name.lower()) for name in ("Client", "Tax")}


def shown(type_: str, default: str | None = None) -> str:
    types = Types(Wording("en"), PLACES)
    node = ast.parse(type_, mode="eval").body
    return types.shown(node, on="reference/a.md", default=default)


@pytest.mark.parametrize(
    ("type_", "default", "text"),
    [
        ("str | Omit", "OMIT", "`str`"),
        ("str | None", "None", "`str`"),
        ("str | None | Omit", "OMIT", "`str` or `None`"),
        ("None", "None", "`None`"),
        ("str | Client", None, "`str` or [`Client`](models/shared.md#client)"),
        ("Client | ClientDict | Extended", None, "[`Client`](models/shared.md#client)"),
        (
            "Sequence[Tax | TaxDict | Extended] | Omit",
            "OMIT",
            "[`Sequence[Tax]`](models/shared.md#tax)",
        ),
        ("Sequence[Tax | str]", None, "[`Sequence[Tax]`](models/shared.md#tax) or `Sequence[str]`"),
        ("'int | Client'", None, "`int` or [`Client`](models/shared.md#client)"),
        ("Mapping[str, Any]", None, "`Mapping[str, Any]`"),
    ],
)
def test_types_are_shown_as_users_write_them(type_: str, default: str | None, text: str) -> None:
    assert shown(type_, default) == text


def test_no_type_is_shown_for_none() -> None:
    assert Types(Wording("en"), {}).shown(None, on="a.md") == ""
    assert not is_nullable(None)


DOC = """First sentence
of the text.

Second paragraph. Settled: one client says so.

- a list
- of two

Args:
    name: The name,
        on two lines.
    **fields: Others.

Returns:
    What is
    returned.

Raises:
    ValueError: it is wrong.

Repetition: as in `upsert`, and
so on.

Last paragraph.
"""


def test_a_docstring_has_its_parts() -> None:
    doc = parse(DOC)
    assert doc.summary == "First sentence of the text."
    assert doc.rest[1] == "- a list\n- of two"
    assert doc.entries("Args") == {"name": "The name, on two lines.", "fields": "Others."}
    assert doc.sections["Returns"] == "What is\nreturned."
    assert doc.entries("Raises") == {"ValueError": "it is wrong."}
    assert doc.sections["Repetition"] == "as in `upsert`, and\nso on.\n\nLast paragraph."
    assert doc.entries("Attributes") == {}


def test_text_after_an_indented_section_belongs_to_the_text() -> None:
    doc = parse("One.\n\nArgs:\n    a: A.\n\nTwo.\n")
    assert doc.rest == ("Two.",)
    assert doc.entries("Args") == {"a": "A."}


def test_an_empty_docstring_has_nothing() -> None:
    assert parse(None).summary == ""


def test_notes_of_the_research_are_parted_from_the_text() -> None:
    text = "Amount. Settled: the docs say text. Unverified: the unit."
    assert without_notes(text) == "Amount."
    assert notes(text) == ["Settled: the docs say text.", "Unverified: the unit."]
    assert notes("Amount.") == []


def function(code: str) -> Function:
    node = ast.parse(code).body[0]
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    return Function(node.name, node)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("async def get(self, id, /, *, team=None): ...", "await gig.get(id, /, *, team=None)"),
        ("def f(a, b=1, *rest, c, **more): ...", "gig.f(a, b=1, *rest, c, **more)"),
        ("def f(a, *, global_=OMIT, **reserved: Unpack[R]): ...", "gig.f(a, *, global_=OMIT)"),
        ("def f(): ...", "gig.f()"),
    ],
)
def test_a_signature_is_written_as_a_call(code: str, line: str) -> None:
    one = function(code)
    assert signature(f"gig.{one.name}", one) == line


def test_a_long_signature_is_broken() -> None:
    names = ", ".join(f"argument_{number}=None" for number in range(8))
    lines = signature("gig.f", function(f"def f(*, {names}): ...")).splitlines()
    assert lines[0] == "gig.f("
    assert lines[-1] == ")"
    assert all(line.startswith("    ") and len(line) <= 88 for line in lines[1:-1])


def test_definitions_are_found_through_exports() -> None:
    place, found = definition("", "Pager") or ("", None)
    assert place == "_core.pagination.pager"
    assert isinstance(found, Class)
    assert found.doc.summary == "A list that has not been requested yet."
    assert definition("", "__version__") is None


def test_a_class_has_fields_with_their_texts() -> None:
    one = module("_core.retries.policy").classes["RetryPolicy"]
    assert [field.name for field in one.fields][:2] == ["max_attempts", "base_s"]
    assert one.fields[0].default == "4"


def test_properties_are_not_calls() -> None:
    one = module("base_client").classes["BaseClient"]
    assert one.methods["livemode"].is_property
    assert not one.methods["aclose"].is_property


def test_pipes_in_cells_do_not_end_them() -> None:
    assert table(["A"], [("a | b\nc",)]) == "| A |\n|---|\n| a \\| b c |"
    assert cell("a  b") == "a b"
    assert cell("`a` | `b`") == "`a` \\| `b`"
    assert cell("`a` or `[b|<c>]`") == "`a` or <code>[b&#124;&lt;c&gt;]</code>"


def test_a_table_without_rows_is_left_out() -> None:
    assert table(["A"], []) == ""
    assert page("# A", "", "b") == "# A\n\nb\n"


@pytest.mark.parametrize(
    ("on", "target"),
    [
        ("reference/errors.md", "#apierror"),
        ("reference/cli.md", "errors.md#apierror"),
        ("reference/operations/clients.md", "../errors.md#apierror"),
    ],
)
def test_links_are_relative_to_their_page(on: str, target: str) -> None:
    assert link("x", "reference/errors.md", "apierror", on=on) == f"[x]({target})"


def test_slugs_are_those_of_github() -> None:
    assert slug("When the outcome, is unknown?") == "when-the-outcome-is-unknown"


def operation_of(**arguments: object) -> Operation[object]:
    from gigstack_api.operations.clients.create_client import build

    built: Operation[object] = build(**arguments)  # type: ignore[arg-type, assignment] # by name
    return built


def test_quotes_in_a_body_are_those_of_a_shell() -> None:
    command = curl(operation_of(name="D'Artagnan"))
    assert "\"D'\\''Artagnan\"" in command


def test_a_download_is_saved() -> None:
    assert curl(operation_of(name="A"), saves="application/pdf").endswith("-o factura.pdf")
