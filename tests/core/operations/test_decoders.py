"""Decoders: where a value, a page or a file is found in an answer, and where it drifts."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import Download, Page
from gigstack_api._core.files.download import Link
from gigstack_api._core.operations.contents import ByStatus, Content, Text
from gigstack_api._core.operations.decoders import Decoder, File, Nothing, Value, WrongShape
from gigstack_api._core.operations.page import PageOf
from gigstack_api._core.schema.fields import ANY, OBJECT, STRING, array
from gigstack_api._core.schema.objects import model
from tests.support.things import Item

PDF = File("{id}.pdf", "application/pdf", ("data.pdf", "url"))


@pytest.mark.parametrize(
    ("decoder", "document", "value"),
    [
        (Value(model(Item)), {"data": {"id": "1"}}, Item(id="1")),
        (Value(model(Item)), {"success": True, "message": "Ok", "data": {"id": "1"}}, Item(id="1")),
        (Value(model(Item)), {"id": "1"}, Item(id="1")),
        (Value(model(Item)), {}, Item()),
        (
            Value(model(Item), ""),
            {"id": "1", "message": "x"},
            Item(id="1", additional_properties={"message": "x"}),
        ),
        (Value(model(Item), "data.item"), {"data": {"item": {"id": "1"}}}, Item(id="1")),
        (Value(STRING), {"data": "text"}, "text"),
        (Value(ANY), {"message": "Done"}, None),
        (Value(array(STRING)), {"data": ["a"]}, ["a"]),
        (Nothing(), {"data": 1}, None),
        (Nothing(), None, None),
    ],
)
def test_a_value_is_found_in_its_envelope(
    decoder: Decoder[Any], document: object, value: object
) -> None:
    assert decoder.read(document) == value


@pytest.mark.parametrize(
    ("decoder", "document", "message"),
    [
        (Value(model(Item)), {"data": [1]}, "expected object at 'data'"),
        (Value(model(Item)), {"data": None}, "expected object at 'data'"),
        (Value(model(Item)), {"message": "Done"}, "expected object at 'data'"),
        (Value(model(Item)), [], "expected object at 'data'"),
        (Value(model(Item)), None, "expected object at 'data'"),
        (
            Value(model(Item), "data.item"),
            {"data": {"item": 5}},
            "expected object at 'data.item'",
        ),
        (
            Value(model(Item), "data.item"),
            {"data": 5, "message": ""},
            "expected object at 'data.item'",
        ),
        (Value(model(Item), ""), [], "expected object"),
        (PageOf(STRING), {"data": {"a": 1}}, "expected a list at 'data'"),
        (PageOf(STRING), {"message": "none"}, "expected a list at 'data'"),
        (PageOf(STRING), [], "expected a list at 'data'"),
        (PDF, {"data": {"pdf": "*** no file ***"}}, "expected a file in the answer"),
        (PDF, {"data": {"pdf": ""}, "url": 5}, "expected a file in the answer"),
        (PDF, None, "expected a file in the answer"),
        (PDF, {"data": {"pdf": "document"}}, "expected a file in the answer"),
    ],
)
def test_an_answer_of_the_wrong_shape_says_what_is_missing(
    decoder: Decoder[Any], document: object, message: str
) -> None:
    with pytest.raises(WrongShape) as caught:
        decoder.read(document)
    assert str(caught.value) == message


def test_a_page_leaves_null_entries_out() -> None:
    page: Page[Any] = PageOf(model(Item), "data.history").read(
        {"data": {"history": [{"id": "1"}, None, "item_2"]}, "has_more": False}
    )
    assert page.data == (Item(id="1"), "item_2")
    assert page.has_more is False


@pytest.mark.parametrize(
    ("document", "file"),
    [
        ({"data": {"pdf": "JVBERi0="}}, Download(b"%PDF-", "{id}.pdf", "application/pdf")),
        (
            {"data": {"pdf": None}, "url": "https://files.test/1"},
            Link("https://files.test/1", "{id}.pdf", "application/pdf"),
        ),
        (
            {"data": {"pdf": "not base64!"}, "url": "JVBERi0="},
            Download(b"%PDF-", "{id}.pdf", "application/pdf"),
        ),
    ],
)
def test_a_file_is_found_at_the_first_place_that_holds_one(document: object, file: object) -> None:
    assert PDF.read(document) == file


def test_a_file_is_named_after_the_path_of_its_call() -> None:
    assert (
        PDF.for_path({"id": "inv_1"}).read_bytes(b"%PDF-", "application/pdf").file_name
        == "inv_1.pdf"
    )
    decoder = Value(STRING)
    assert decoder.for_path({"id": "inv_1"}) is decoder


def test_a_binary_body_is_a_file_or_nothing_but_not_a_value() -> None:
    assert PDF.read_bytes(b"%PDF-", "application/x-pdf").media_type == "application/x-pdf"
    for says_nothing in ("", "application/octet-stream"):
        assert PDF.read_bytes(b"%PDF-", says_nothing).media_type == "application/pdf"
    nothing: Decoder[Any] = Nothing()
    assert nothing.read_bytes(b"OK", "text/plain") is None
    with pytest.raises(WrongShape, match=r"^received a web page instead of a confirmation$"):
        nothing.read_bytes(b"<html>", "text/html")
    for decoder in (Value(STRING), PageOf(STRING)):
        with pytest.raises(WrongShape, match=r"^expected JSON, got image/png$"):
            decoder.read_bytes(b"PNG", "image/png")
        with pytest.raises(WrongShape, match=r"^expected JSON, got no content type$"):
            decoder.read_bytes(b"PNG", "")


@pytest.mark.parametrize(
    ("content", "media_type", "message"),
    [
        (
            b"<!DOCTYPE html><p>Maintenance</p>",
            "application/pdf",
            "expected a file, got a web page or JSON (application/pdf)",
        ),
        (b"Please wait", "text/html", "expected a file, got a web page or JSON (text/html)"),
        (
            b'\n {"data": {"pdf": "JVBE',
            "application/pdf",
            "expected a file, got a web page or JSON (application/pdf)",
        ),
        (b" [cut", "application/pdf", "expected a file, got a web page or JSON (application/pdf)"),
        (b" [cut", "", "expected a file, got a web page or JSON (no content type)"),
        (b"", "application/pdf", "expected a file, got no body"),
        (b"", "text/html", "expected a file, got no body"),
        (b"PK\x03\x04", "application/pdf", "the content does not look like application/pdf"),
    ],
)
def test_a_body_that_is_not_a_file_says_what_came_instead(
    content: bytes, media_type: str, message: str
) -> None:
    with pytest.raises(WrongShape) as caught:
        PDF.read_bytes(content, media_type)
    assert str(caught.value) == message


def test_a_call_done_without_an_answer_has_an_empty_value() -> None:
    assert Value(model(Item)).done() == Item()
    assert Value(array(STRING)).done() == []
    assert Value(OBJECT).done() == {}
    Nothing().done()


@pytest.mark.parametrize(
    ("decoder", "document", "found"),
    [
        (Value(model(Item)), {"data": {"id": 1}}, [("data.id", "string", 1)]),
        (Value(model(Item)), {"id": 1}, [("id", "string", 1)]),
        (Value(model(Item), ""), {"id": 1}, [("id", "string", 1)]),
        (PageOf(model(Item)), {"data": [{"id": "1"}, {"id": 2}]}, [("data[1].id", "string", 2)]),
        (PageOf(STRING), {"data": [], "success": "no"}, [("success", "boolean", "no")]),
        (PageOf(STRING), {"data": [], "page": "one"}, [("page", "integer", "one")]),
        (Nothing(), {"data": 5}, []),
        (PDF, {"data": 5}, []),
    ],
)
def test_drift_is_reported_with_its_path_in_the_answer(
    decoder: Decoder[Any], document: object, found: list[object]
) -> None:
    assert list(decoder.drift(document)) == found


def test_the_items_of_a_list_have_a_name() -> None:
    decoders: list[Decoder[Any]] = [PageOf(model(Item)), PageOf(STRING), PageOf(OBJECT), PDF]
    names = ["Item", "string", "object", "items"]
    assert [decoder.item_name for decoder in decoders] == names


def test_a_text_is_decoded_and_a_web_page_is_none() -> None:
    assert Text().read_bytes("ñ".encode(), "text/csv") == "ñ"
    assert Text().read_bytes(b"<!DOCTYPE html><html>", "text/html").startswith("<!DOCTYPE")
    with pytest.raises(WrongShape, match="expected a text, got a web page"):
        Text().read_bytes(b"<!DOCTYPE html><html>", "text/csv")
    assert (Text().done(), Content().done()) == ("", b"")


def test_a_file_is_that_of_the_invoice_in_the_path() -> None:
    file = File("{uuid}.pdf", "application/pdf", ())
    asked = file.for_path({"uuid": "u-1"})
    assert asked == File("u-1.pdf", "application/pdf", (), uuid="u-1")
    assert asked.read_bytes(b"%PDF-1.7", "application/pdf").uuid == "u-1"


def test_answers_are_read_by_their_status() -> None:
    file = File("{id}.pdf", "application/pdf", ())
    decoder = ByStatus(Nothing(), {202: file})
    assert decoder.for_status(200) == Nothing()
    assert decoder.for_status(202) is file
    assert decoder.for_path({"id": "a"}).for_status(202) == File("a.pdf", "application/pdf", ())
    assert decoder.done() is None
