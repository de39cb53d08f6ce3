"""YAML and JSON become plain data, or one sentence with the line of what is wrong."""

from __future__ import annotations

import json

import pytest

from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.reading.parsing import MAX_DEPTH, parse

SAME: dict[str, tuple[str, object]] = {
    "a date is a text": ("a: 2024-01-01", {"a": "2024-01-01"}),
    "a time is a text": ("a: 2024-01-01T10:00:00Z", {"a": "2024-01-01T10:00:00Z"}),
    "yes, no, on and off are texts": ("a: [yes, no, on, off]", {"a": ["yes", "no", "on", "off"]}),
    "true and false are not": ("a: [true, False]", {"a": [True, False]}),
    "nothing is null": ("a:\nb: ~\nc: null", {"a": None, "b": None, "c": None}),
    "numbers": (
        "a: [1, -2, 0x1F, 0o17, 1.5, .5, 1e3, +3]",
        {"a": [1, -2, 31, 15, 1.5, 0.5, 1e3, 3]},
    ),
    "a time of day is a text": ("a: 12:30:45", {"a": "12:30:45"}),
    "a number in quotes is a text": ("a: '1'", {"a": "1"}),
    "a number tagged as text": ("a: !!str 1", {"a": "1"}),
    "a version is read as it is written": ("a: 1.0.0", {"a": "1.0.0"}),
    "response codes are texts": (
        "responses: {200: {}, 404: {}}",
        {"responses": {"200": {}, "404": {}}},
    ),
    "any key is a text": ("{true: 1, 2.5: 2, null: 3}", {"true": 1, "2.5": 2, "null": 3}),
    "aliases are copied": ("a: &x {b: [1]}\nc: *x", {"a": {"b": [1]}, "c": {"b": [1]}}),
    "an anchor may be set again": ("a: &x 1\nb: &x 2\nc: *x", {"a": 1, "b": 2, "c": 2}),
    "merged keys do not win": (
        "a: &x {b: 1, c: 2}\nd: {<<: *x, b: 3}",
        {"a": {"b": 1, "c": 2}, "d": {"b": 3, "c": 2}},
    ),
    "several are merged": (
        "a: &x {b: 1}\nc: &y {d: 2}\ne: {<<: [*x, *y]}",
        {"a": {"b": 1}, "c": {"d": 2}, "e": {"b": 1, "d": 2}},
    ),
    "<< in quotes is a key": ('a: {"<<": 1}', {"a": {"<<": 1}}),
    "a byte order mark is passed over": ("\ufeffa: 1", {"a": 1}),
    "JSON": ('{"a": [1, 2.5, null, true, "x"]}', {"a": [1, 2.5, None, True, "x"]}),
    "JSON with tabs": ('{\n\t"a": 1\n}', {"a": 1}),
    "a flow mapping that is not JSON": ("{a: 1}", {"a": 1}),
    "an empty object": ("{}", {}),
}


@pytest.mark.parametrize(("text", "expected"), SAME.values(), ids=SAME.keys())
def test_reads(text: str, expected: object) -> None:
    assert parse(text.encode(), "spec.yaml") == expected


REFUSED = {
    "a tab": (
        "a:\n\tb: 1",
        "spec.yaml, line 2, column 1: this is not YAML: found character that cannot start any"
        " token. Correct it.",
    ),
    "an unclosed list": ("a: [1", "spec.yaml, line 2, column 1: this is not YAML: did not find"),
    "a key twice": (
        "a: 1\nb: {c: 1, c: 2}",
        "spec.yaml, line 2, column 11: the key 'c' stands twice in one object. Remove one.",
    ),
    "a status twice, once in quotes": ("200: a\n'200': b", "the key '200' stands twice"),
    "a key twice in JSON": ('{"a": {"b": 1, "b": 2}}', "spec.yaml: the key 'b' stands twice"),
    "JSON that breaks off": ('{"a": 1,\n"b": }', "spec.yaml, line 2, column 6: this is not JSON:"),
    "no number": ("a: .nan", "spec.yaml, line 1, column 4: .nan is not a JSON number."),
    "infinity": ("a: -.inf", "-.inf is not a JSON number."),
    "NaN in JSON": ('{"a": NaN}', "NaN is not a JSON number."),
    "a number beyond JSON": ('{"a": 1e999}', "a number is too large for JSON."),
    "too many digits": ("a: " + "9" * 5000, "this number has too many digits."),
    "too many digits in JSON": ('{"a": ' + "9" * 5000 + "}", "a number has too many digits."),
    "a tag": ("a: !!binary aGk=", "the tag tag:yaml.org,2002:binary cannot be read. Remove it."),
    "a tag that makes objects": ("a: !!python/object:os.system {}", "cannot be read"),
    "a list as key": ("? [1, 2]\n: 3", "a key is an object or a list. Write a text."),
    "an object as key": ("? {a: 1}\n: 3", "a key is an object or a list."),
    "an alias without anchor": ("a: *x", "*x names an anchor that is not defined above"),
    "an alias to its own parent": ("a: &x {b: *x}", "*x names an anchor that is not defined above"),
    "a bomb of aliases": (
        "\n".join(
            ["a0: &a0 [1,1,1,1,1,1,1,1,1,1]"]
            + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
        ),
        "aliases make the file too large. Use components and $ref.",
    ),
    "<< of a text": ("a: {<<: b}", "<< takes objects only."),
    "two documents": ("a: 1\n---\nb: 2", "a second document begins here."),
    "an empty file": ("", "the file holds no object. Give an OpenAPI document."),
    "a list": ("[1]", "the file holds no object."),
    "a web page": ("<!doctype html><html></html>", "the file holds no object."),
    "half a character": ('{"a": "\\ud800"}', "the text '\\ud800' holds half a character."),
    "control characters": ("a: \x00", "this is not YAML"),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses_in_one_sentence(text: str, expected: str) -> None:
    with pytest.raises(UnusableSpec) as caught:
        parse(text.encode(), "spec.yaml")
    (finding,) = caught.value.findings
    assert expected in str(finding)
    assert finding.remedy
    assert "\n" not in str(finding)


def test_refuses_bytes_that_are_no_text() -> None:
    with pytest.raises(UnusableSpec, match="byte 3 is not UTF-8"):
        parse(b"a: \xff", "spec.yaml")


@pytest.mark.parametrize("deep", [MAX_DEPTH + 1, 100_000], ids=["little", "much"])
@pytest.mark.parametrize("kind", ["JSON", "YAML"])
def test_refuses_what_is_nested_too_deeply(kind: str, deep: int) -> None:
    start = '{"a": ' if kind == "JSON" else "a: "
    text = start + "[" * deep + "]" * deep + ("}" if kind == "JSON" else "")
    with pytest.raises(
        UnusableSpec, match=r"nested more than 100 levels deep|exceeded maximum nesting depth"
    ):
        parse(text.encode(), "spec")


def test_copies_of_an_alias_are_apart() -> None:
    found = parse(b"a: &x {b: []}\nc: *x", "spec.yaml")
    found["a"]["b"].append(1)
    assert found["c"] == {"b": []}


def test_yaml_and_json_of_one_document_are_the_same() -> None:
    document = {"openapi": "3.1.0", "paths": {"/a": {"get": {"deprecated": False}}}, "x": [1.5]}
    assert parse(json.dumps(document).encode(), "a.json") == document
    assert parse(json.dumps(document, indent=2).encode(), "a.yaml") == document
