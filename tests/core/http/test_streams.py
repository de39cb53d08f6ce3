"""Range requests: how the rest of a file is asked for, and which answers are that rest."""

from __future__ import annotations

import pytest

from gigstack_api._core.http.messages import Reply
from gigstack_api._core.http.streams import Part, range_headers, resume_at

THREE = Part(done=3, total=6, version='"v1"')


@pytest.mark.parametrize(
    ("part", "headers"),
    [
        (Part(), {}),
        (Part(done=3, total=6), {}),
        (Part(version='"v1"'), {}),
        (THREE, {"Range": "bytes=3-", "If-Range": '"v1"'}),
    ],
)
def test_the_rest_is_asked_for_only_of_a_known_version(part: Part, headers: dict[str, str]) -> None:
    assert range_headers(part) == headers


@pytest.mark.parametrize(
    ("headers", "part"),
    [
        ({}, Part()),
        ({"content-length": "6", "etag": '"v1"'}, Part(total=6, version='"v1"')),
        ({"etag": 'W/"v1"'}, Part()),
        ({"etag": 'W/"v1"', "last-modified": "today"}, Part(version="today")),
        ({"content-length": "-6"}, Part()),
        ({"content-length": "9" * 19}, Part()),
    ],
)
def test_a_200_starts_over_with_its_size_and_version(headers: dict[str, str], part: Part) -> None:
    assert resume_at(THREE, Reply(200, headers, b"")) == part


@pytest.mark.parametrize(
    ("part", "place", "etag", "continued"),
    [
        (THREE, "3-5/6", None, THREE),
        (THREE, "3-5/6", '"v1"', THREE),
        (THREE, "3-5/*", None, THREE),
        (Part(done=3, version='"v1"'), "3-5/6", None, THREE),
        (Part(done=3, version='"v1"'), "3-5/*", None, None),
        (THREE, "3-5/6", '"v2"', None),
        (THREE, "3-6/7", None, None),
        (THREE, "2-5/6", None, None),
        (THREE, "", None, None),
        (Part(), "0-5/6", None, None),
    ],
)
def test_a_206_is_the_rest_if_place_size_and_version_agree(
    part: Part, place: str, etag: str | None, continued: Part | None
) -> None:
    headers = {"content-range": f"bytes {place}", **({"etag": etag} if etag else {})}
    assert resume_at(part, Reply(206, headers, b"")) == continued
