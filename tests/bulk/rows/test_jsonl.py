"""JSON Lines files: nested objects are paths, and a bad line is named."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from gigstack_api.bulk import open_rows

from .files import read, refusal, text_file


def test_nested_objects_are_field_paths(tmp_path: Path) -> None:
    path = text_file(
        tmp_path,
        "a.jsonl",
        '\ufeff{"name":"Ana","address":{"zip":"03100"},"bcc":["a"],"metadata":{}}\n\n'
        '{"name":null,"price":1.10,"address.city":"X"}',
    )
    assert read(path) == [
        ["name", "address.zip", "bcc", "price", "address.city"],
        [1, "Ana", "03100", ["a"], None, None],
        [3, None, None, None, Decimal("1.10"), "X"],
    ]


BAD: dict[str, tuple[str | bytes, str]] = {
    "blank": ("\n", "it is empty"),
    "not JSON": ('{"a":1}\n{"b"}\n', "line 2: it is not JSON at character 5: write one object"),
    "not text": (b'{"a":1}\n{"b":"\xff"}\n', "line 2: it is not UTF-8: save it as UTF-8"),
    "UTF-16": ('{"a":1}\n{"a":2}\n'.encode("utf-16"), "line 1: it is not UTF-8: save it as"),
    "deep": ('{"a":' + "[" * 200 + "]" * 200 + "}", "line 1: it is nested too deeply"),
    "a list": ('{"a":1}\n[1]\n', "line 2: it is a list: write one object per line, without"),
    "a number": ("1\n", 'line 1: it is not an object such as {"name": "Ana"}'),
    "twice in a list": ('{"a":[{"b":1,"b":2}]}', "line 1, column 'a[0].b': the field is there"),
    "twice": ('{"a":{"b":1},"a.b":2}', "line 1, column 'a.b': the field is there twice"),
    "long": ('{"a":"' + "x" * (1 << 20) + '"}', "line 1: it is longer than 1,048,576 bytes"),
    "many": (
        "\n".join(
            "{" + ",".join(f'"a{row}.{n}":1' for n in range(10_000)) + "}" for row in range(2)
        ),
        "line 2: the file has more than 16,384 fields",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_line_is_named(tmp_path: Path, name: str) -> None:
    content, sentence = BAD[name]
    assert refusal(text_file(tmp_path, "a.jsonl", content)).startswith(sentence)


def test_a_text_may_look_like_a_field(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a.jsonl", r'{"a":"\":\":","b":[{"a":1},{"a":2}]}')
    assert read(path) == [["a", "b"], [1, '":":', [{"a": 1}, {"a": 2}]]]


def test_what_is_no_number_is_empty(tmp_path: Path) -> None:
    assert read(text_file(tmp_path, "a.jsonl", '{"a":1,"b":NaN}\n{"b":2}')) == [
        ["a", "b"],
        [1, 1, None],
        [2, None, 2],
    ]


def test_a_row_without_columns_of_its_own_is_read(tmp_path: Path) -> None:
    path = text_file(tmp_path, "a.ndjson", '{"a":1}\n{}\n')
    assert read(path) == [["a"], [1, 1], [2, None]]
    assert (
        open_rows(path).fingerprint
        != open_rows(text_file(tmp_path, "b.jsonl", '{"a":1}')).fingerprint
    )
