"""What changed for those who use a generated package, from its sources alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from gigstack_api.regenerate.comparison.packages import compare_packages, worst

API = """
class ThingsApi(Resource):
    '''The methods.'''

    __slots__ = ()

    async def get(self, id: str | Thing, /, *, team: str | None = None) -> Thing:
        '''Get it.'''
"""
RESOURCES = """
class Resources:
    @property
    def things(self) -> ThingsApi: ...
"""
OPERATION = """
ROUTE: Route[Thing] = Route(name='things.get', method='GET')


class Reserved:
    id: str


def build(id: str | Thing, /, *, team: str | None = None) -> Operation[Thing]: ...
"""
MODEL = """
class Thing(Model, kw_only=True):
    id: str
    '''Its id.'''
    size: float | None = None
    parts: list[Part] | None = None

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]: ...
"""
COLOR = """
class Color(StrEnum):
    RED = 'red'
    BLUE = 'blue'
"""
TYPES = """
class ThingDict(TypedDict, total=False):
    id: Required[str]
"""
FILES = {
    "_generated/api/__init__.py": RESOURCES,
    "_generated/api/things.py": API,
    "_generated/models/__init__.py": "from .thing import Thing as Thing\n",
    "_generated/models/thing.py": MODEL,
    "_generated/models/color.py": COLOR,
    "_generated/types.py": TYPES,
    "operations/things/__init__.py": "",
    "operations/things/get_thing.py": OPERATION,
}


def package(folder: Path, files: dict[str, str]) -> Path:
    for name, source in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return folder


def said(
    tmp_path: Path,
    edits: dict[str, tuple[str, str]],
    *,
    renamed: dict[str, str] | None = None,
    sent: tuple[str, ...] = (),
) -> list[str]:
    """The changes after a replacement in each of some files."""
    new = {**FILES}
    for name, (old, text) in edits.items():
        assert old in new[name]
        new[name] = new[name].replace(old, text)
    folders = package(tmp_path / "old", FILES), package(tmp_path / "new", new)
    return [str(change) for change in compare_packages(*folders, renamed=renamed, sent=sent)]


THING, COLORS = "_generated/models/thing.py", "_generated/models/color.py"
THINGS, GET = "_generated/api/things.py", "operations/things/get_thing.py"

CASES: list[tuple[str, str, str, list[str]]] = [
    (THINGS, "team: str | None = None", "team: str", [
        "breaking: gig.things.get(team) required",
        "breaking: gig.things.get(team) type (str | None -> str)",
    ]),
    (THINGS, "team: str | None = None", "team: str | int | None = None", [
        "changed: gig.things.get(team) type (str | None -> str | int | None)",
    ]),
    (THINGS, "*, team: str | None = None", "*, q: str", [
        "breaking: gig.things.get(q) added, required",
        "breaking: gig.things.get(team) removed",
    ]),
    (THINGS, "= None)", "= None, q: str = '')", ["added: gig.things.get(q) added"]),
    (THINGS, "team: str | None = None", "team: str | None = 'mine'", [
        "breaking: gig.things.get(team) default",
    ]),
    (THINGS, "id: str | Thing, /", "thing: str | Thing, /", []),
    (THINGS, "-> Thing:", "-> Thing | Part:", [
        "breaking: gig.things.get type (Thing -> Thing | Part)",
    ]),
    (THINGS, "async def get", "async def read", [
        "breaking: gig.things.get removed", "added: gig.things.read added",
    ]),
    (THINGS, "    async def", "    @deprecated('no')\n    async def", [
        "deprecated: gig.things.get deprecated",
    ]),
    (THINGS, "'''Get it.'''", "'''Deprecated: no.'''", ["deprecated: gig.things.get deprecated"]),
    (THINGS, "    async def get", "    def _own(self): ...\n    async def get", []),
    (GET, "team: str | None = None", "team: str", [
        "breaking: gig.things.get(team) required",
        "breaking: gig.things.get(team) type (str | None -> str)",
    ]),
    (GET, "method='GET'", "method='PUT'", []),
    (GET, "    id: str\n", "    id: int\n", []),
    (THING, "id: str\n", "id: str | None = None\n", [
        "changed: Thing.id optional", "breaking: Thing.id type (str -> str | None)",
    ]),
    (THING, "size: float | None = None", "size: float", [
        "breaking: Thing.size required", "changed: Thing.size type (float | None -> float)",
    ]),
    (THING, "size: float | None", "size: int | None", [
        "changed: Thing.size type (float | None -> int | None)",
    ]),
    (THING, "list[Part]", "list[Part | Thing]", [
        "breaking: Thing.parts type (list[Part] | None -> list[Part | Thing] | None)",
    ]),
    (THING, "    size: float | None = None\n", "", ["breaking: Thing.size removed"]),
    (THING, "    size:", "    color: str | None = None\n    size:", ["added: Thing.color added"]),
    (COLORS, "    BLUE = 'blue'\n", "", ["breaking: Color.BLUE removed"]),
    (COLORS, "'blue'", "'azul'", ["breaking: Color.BLUE default ('blue' -> 'azul')"]),
    (COLORS, "    BLUE", "    GREEN = 'green'\n    BLUE", ["added: Color.GREEN added"]),
    ("_generated/types.py", "Required[str]", "str", [
        "breaking: ThingDict.id type (Required[str] -> str)",
    ]),
    ("_generated/api/__init__.py", "things(", "stuff(", [
        "added: gig.stuff added", "breaking: gig.things removed",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "lines"), CASES)
def test_a_change_of_a_source_is_told(
    tmp_path: Path, file: str, old: str, new: str, lines: list[str]
) -> None:
    assert sorted(said(tmp_path, {file: (old, new)})) == sorted(lines)


def test_nothing_changed(tmp_path: Path) -> None:
    assert said(tmp_path, {}) == []


def test_a_renamed_class_changes_no_type(tmp_path: Path) -> None:
    edits = {THING: ("list[Part]", "list[Piece]")}
    assert said(tmp_path, edits, renamed={"Part": "Piece"}) == []


def test_a_field_of_what_is_only_sent_may_take_more(tmp_path: Path) -> None:
    edits = {THING: ("size: float | None", "size: float | str | None")}
    assert said(tmp_path, edits, sent=("Thing",)) == [
        "changed: Thing.size type (float | None -> float | str | None)"
    ]


def test_modules_come_and_go_with_their_classes(tmp_path: Path) -> None:
    fewer = {name: text for name, text in FILES.items() if name not in {COLORS, GET}}
    old, new = package(tmp_path / "old", FILES), package(tmp_path / "new", fewer)
    assert [str(change) for change in compare_packages(old, new)] == [
        "breaking: Color removed",
        "breaking: operations.things.get_thing removed",
    ]
    assert [str(change) for change in compare_packages(new, old)] == [
        "added: Color added",
        "added: operations.things.get_thing added",
    ]


def test_a_package_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    found = compare_packages(tmp_path / "nothing", package(tmp_path / "new", FILES))
    assert {change.name for change in found} == {
        *("Thing", "Color", "operations.things"),
    }
    assert worst(found) == "added"
    assert worst(()) is None
