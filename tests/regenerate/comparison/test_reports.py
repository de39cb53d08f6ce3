"""One report of all changes, and its forms."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gigstack_api.regenerate.comparison.changes import Change, Level, Side
from gigstack_api.regenerate.comparison.packages import ApiChange
from gigstack_api.regenerate.comparison.printing import (
    MANY,
    summary,
    to_changelog,
    to_markdown,
    to_terminal,
)
from gigstack_api.regenerate.comparison.reports import Entry, Report, report
from gigstack_api.regenerate.findings import Finding
from tests.regenerate.changes.editing import edited

from .edits import BASE, CLIENT

PHONE = [["drop", f"{CLIENT} phone"]]
MANY_CHANGES: list[list[Any]] = [
    *PHONE,
    ["set", "paths /clients get parameters +", {"name": "q", "in": "query"}],
    ["set", "paths /clients/{id} delete deprecated", True],
    ["set", "paths /clients post x-gigstack deadline_s", 90],
    ["set", "info description", "Another | one."],
    ["move", "paths /clients/{id}/notes", "paths /people/{id}/remarks"],
    ["set", "paths /people/{id}/remarks post operationId", "create_remark"],
]


@pytest.fixture(scope="module")
def full() -> Report:
    return report(
        BASE,
        edited(BASE, MANY_CHANGES),
        unmatched=["fixes: actions[1]"],
        idle=["fixes: actions[2]"],
        notes=[Finding("here", "It is odd.")],
        guesses=[Finding("there", "It is a guess.")],
        files=["models/client.py"],
    )


def test_a_report_says_all_in_a_terminal(full: Report) -> None:
    assert to_terminal(full) == (Path(__file__).with_name("report.txt").read_text(encoding="utf-8"))


def test_a_report_is_coloured_on_request(full: Report) -> None:
    plain, coloured = to_terminal(full), to_terminal(full, colours=True)
    assert "\033" not in plain
    assert "\n\033[31;1mBreaking\033[0m\n" in coloured


def test_a_report_is_a_page(full: Report) -> None:
    assert to_markdown(full) == Path(__file__).with_name("report.md").read_text(encoding="utf-8")


def test_nothing_changed() -> None:
    nothing = report(BASE, BASE)
    assert summary(nothing) == "Nothing changed."
    assert to_terminal(nothing) == "Nothing changed.\n"
    assert to_markdown(nothing) == "# Changes of the spec\n\nNothing changed.\n"


def test_the_same_change_of_several_operations_is_one() -> None:
    new = edited(BASE, [["set", "components responses NotFound description", "No."]])
    [entry] = report(BASE, new).entries
    assert entry.change is not None
    assert entry.change.place.endswith(" and 2 more")
    assert set(entry.change.operations) == {"list_clients", "create_client", "get_client"}


def test_a_shared_argument_comes_to_several_methods() -> None:
    more = [
        ["set", f"paths {path} parameters", [{"name": "q", "in": "query"}]]
        for path in ("/clients post", "/clients/{id}/notes post")
    ]
    ids = [["set", "paths /clients/{id}/notes post parameters +", {"name": "id", "in": "path"}]]
    new = edited(BASE, [*more, *ids])
    lines = [entry.line for entry in report(BASE, new).entries]
    assert "`gig.clients.create` and `gig.notes.create` take a new argument `q`" in lines


def test_the_names_of_the_package_stand_with_a_change() -> None:
    names = tuple(
        ApiChange(name=f"A.f{number}", what="type", level=Level.BREAKING) for number in range(6)
    )
    change = Change(
        id="envelope-changed", level=Level.CHANGED, place="paths", side=Side.BOTH, line="It is so"
    )
    entries = (
        Entry(line="It is so", change=change, api=names),
        Entry(line="`A.f` is new", api=(ApiChange(name="A.f", what="added", level=Level.ADDED),)),
        Entry(line="It is so", change=change),
    )
    text = to_terminal(Report(entries=entries, compared_packages=True))
    first = "A.f0 type, A.f1 type, A.f2 type, A.f3 type and 2 more"
    assert f"paths [envelope-changed] · HTTP: changed · Python: breaking ({first})\n" in text
    assert "  `A.f` is new\n      Python: added (A.f added)\n" in text
    assert "paths [envelope-changed] · HTTP: changed · Python: -\n" in text
    assert to_changelog(entries)["Added"] == ["- `A.f` is new."]


def package_only(number: int) -> Entry:
    one = ApiChange(name=f"A.f{number}", what="type", level=Level.BREAKING, was="int", now="str")
    return Entry(line=f"`A.f{number}` is typed differently", api=(one,))


def test_a_changelog_counts_names_that_are_only_retyped() -> None:
    [*lines] = to_changelog([package_only(number) for number in range(MANY + 5)])["Changed"]
    assert len(lines) == MANY + 1
    assert lines[0] == "- **Breaking:** `A.f0` is typed differently."
    assert lines[-1] == "- 5 other arguments and fields are typed differently."


@pytest.mark.parametrize(
    ("rule", "level", "section"),
    [
        ("operation-removed", Level.BREAKING, "Removed"),
        ("answer-field-format-removed", Level.CHANGED, "Changed"),
        ("operation-deprecated", Level.DEPRECATED, "Deprecated"),
        ("operation-added", Level.ADDED, "Added"),
        ("deadline-changed", Level.CHANGED, "Fixed"),
        ("parameter-renamed", Level.BREAKING, "Changed"),
    ],
)
def test_a_change_has_its_section(rule: str, level: Level, section: str) -> None:
    change = Change(id=rule, level=level, place="paths", side=Side.BOTH, line="It is so")
    found = to_changelog([Entry(line=change.line, change=change)])
    assert found == {section: ["- It is so."]}


@pytest.mark.parametrize(
    ("name", "what", "line"),
    [
        ("gig.a.b(c)", "removed", "The argument `c` of `gig.a.b` is gone"),
        ("gig.a.b(c)", "added", "The argument `c` of `gig.a.b` is new"),
        ("gig.a.b(c)", "added, required", "The argument `c` of `gig.a.b` is new, and required"),
        ("A.b", "required", "`A.b` is required"),
        ("A.b", "optional", "`A.b` is optional"),
        ("A.b", "type", "`A.b` is typed `str` instead of `int`"),
        ("A.b", "default", "`A.b` has another value"),
        ("A.b", "deprecated", "`A.b` is deprecated"),
        ("A.b", "kind", "`A.b` has changed"),
    ],
)
def test_a_change_of_the_package_alone_has_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, what: str, line: str
) -> None:
    from gigstack_api.regenerate.comparison import reports

    one = ApiChange(name=name, what=what, level=Level.BREAKING, was="int", now="str")

    def found(*folders: Path, renamed: object, sent: object) -> tuple[ApiChange, ...]:
        return (one,)

    monkeypatch.setattr(reports, "compare_packages", found)
    [entry] = report(BASE, BASE, packages=(tmp_path, tmp_path)).entries
    assert (entry.line, entry.python, entry.change) == (line, Level.BREAKING, None)
