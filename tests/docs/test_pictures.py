"""The pictures of the documentation show what the code does."""

from __future__ import annotations

import asyncio
import sys
from xml.etree import ElementTree

import pytest

from gigstack_api._core.operations.route import Replay
from gigstack_api._core.retries.policy import Outcome
from scripts.docs.pages import DOCS
from scripts.docs.pictures import call, notebook, retry, terminal
from scripts.docs.pictures.svg import Drawing

IMAGES = DOCS / "images"
SAID = (
    "clientes.csv → clientes\r\n\x1b[?25l╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ clientes 0/9\r\x1b[2K"
    "━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌ clientes 5/9\r\x1b[2K━━━━━━━━━━━━━━━━━━━━ clientes 9/9\r\n"
    "\x1b[?25h\r\x1b[1A\x1b[2KTotal 9\r\n"
)


@pytest.mark.skipif(sys.gettrace() is not None, reason="a debugger or coverage traces")
def test_a_call_goes_the_way_of_the_picture() -> None:
    call.check(asyncio.run(call.traced()))


def test_another_way_is_noticed() -> None:
    names = [station.name for station in call.STATIONS]
    call.check(names)
    with pytest.raises(call.WayError, match="another order"):
        call.check(names[::-1])
    with pytest.raises(call.WayError, match=r"no longer enters gigstack_api\.client:Gigstack"):
        call.check([name for name in names if "Gigstack" not in name])


@pytest.mark.parametrize(
    ("outcome", "replay", "decision"),
    [
        (Outcome(sent=False), Replay.ONCE, "again"),
        (Outcome(sent=True), Replay.ONCE, "stop"),
        (Outcome(sent=True), Replay.SAFE, "again"),
        (Outcome(status=500), Replay.NATURAL, "later"),
        (Outcome(status=429, retry_after_s=7.0), Replay.ONCE, "later"),
        (Outcome(status=404), Replay.SAFE, "stop"),
    ],
)
def test_a_cell_is_the_decision_of_the_policy(
    outcome: Outcome, replay: Replay, decision: retry.Decision
) -> None:
    assert retry.decide(outcome, replay) == decision


def test_the_statuses_of_a_row_are_treated_alike() -> None:
    retry.check()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("picture", [call, retry], ids=["call", "retry"])
def test_drawn_pictures_are_those_of_the_code(picture: object, language: str) -> None:
    drawn = (call if picture is call else retry).draw(language)
    name = "call" if picture is call else "retry"
    assert (IMAGES / f"{name}.{language}.svg").read_text(encoding="utf-8") == drawn, (
        "make pictures draws it again"
    )


def test_the_plot_is_that_of_the_notebook() -> None:
    for name, content in notebook.pictures().items():
        assert (IMAGES / name).read_bytes() == content


def test_the_terminal_shows_a_bar_from_the_middle_of_the_run() -> None:
    assert terminal.lines(SAID) == [
        "clientes.csv → clientes",
        "━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌ clientes 5/9",
        "Total 9",
    ]
    with pytest.raises(terminal.TerminalError):
        terminal.lines("error\r\n")


def test_pictures_have_a_title_and_load_nothing() -> None:
    pictures = sorted(IMAGES.glob("*.??.svg"))
    assert {picture.name for picture in pictures} >= {"call.en.svg", "retry.es.svg"}
    for picture in pictures:
        source = picture.read_text(encoding="utf-8")
        assert ElementTree.fromstring(source).tag.endswith("svg")
        assert "url(" not in source.replace("url(#", "")


def test_a_drawing_keeps_marks_of_its_texts() -> None:
    drawing = Drawing(100, 50, "a < b")
    drawing.box(1, 2, 3, 4, "yes")
    drawing.text(5, 6, "x & y", "code", middle=True)
    drawing.arrow((0, 0), (0, 10))
    root = ElementTree.fromstring(drawing.source())
    assert root.attrib["aria-label"] == "a < b"
    texts = [element.text for element in root.iter() if element.tag.endswith("text")]
    assert texts == ["x & y"]
    (head,) = [element for element in root.iter() if element.tag.endswith("polygon")]
    assert head.attrib["points"] == "0,10 4,3 -4,3"
