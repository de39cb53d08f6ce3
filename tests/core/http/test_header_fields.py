"""What headers say about the body behind them."""

from __future__ import annotations

import pytest

from gigstack_api._core.http.header_fields import announced_keep_s, content_codings, prove_end


@pytest.mark.parametrize(
    ("headers", "proven"),
    [
        ({}, False),
        ({"content-length": "2"}, True),
        ({"transfer-encoding": "chunked"}, True),
        ({"content-encoding": "gzip"}, True),
        ({"content-encoding": "deflate, GZip"}, True),
        ({"content-encoding": ", gzip"}, True),
        ({"content-encoding": ""}, False),
        ({"content-encoding": ", "}, False),
        ({"content-encoding": "identity"}, False),
        ({"content-encoding": "br"}, False),
        ({"content-encoding": "gzip, br"}, False),
        ({"content-type": "application/gzip"}, False),
    ],
)
def test_only_a_length_chunks_or_a_decoded_body_prove_its_end(
    headers: dict[str, str], proven: bool
) -> None:
    assert prove_end(headers) is proven


@pytest.mark.parametrize(
    ("value", "codings"),
    [
        ("gzip", ["gzip"]),
        ("GZip,DEFLATE", ["gzip", "deflate"]),
        (",gzip,, identity ,\tbr,", ["gzip", "br"]),
        ("", []),
        (" , ", []),
    ],
)
def test_empty_elements_of_the_codings_are_ignored(value: str, codings: list[str]) -> None:
    assert content_codings({"content-encoding": value}) == codings


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("timeout=5", 5),
        ("timeout=60, timeout=5", 5),
        ("max=7, timeout=5;timeout=60", 5),
        ("timeout=soon, timeout=5", 5),
        ("max=7", None),
    ],
)
def test_the_shortest_time_that_a_host_announces_counts(value: str, seconds: float | None) -> None:
    assert announced_keep_s({"keep-alive": value}) == seconds
