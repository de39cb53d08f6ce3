"""A small run of the promise on secrets, and the search that it relies on."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from urllib.parse import quote

import httpx
import pytest

from ..harness.canaries import NAMED, PERSONAL, SECRET, CanarySearch
from . import run as secrets
from .inspector import Inspector

ENCODINGS: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: text.upper(),
    lambda text: quote(text),
    lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    lambda text: b64encode(text.encode()).decode(),
    lambda text: urlsafe_b64encode(text.encode()).decode(),
    lambda text: quote(b64encode(text.encode()).decode()),
]


@pytest.mark.filterwarnings(
    "ignore:Async generator:ResourceWarning"
)  # from httpx on trio, if a body cannot be decompressed
def test_no_text_and_no_log_holds_a_secret() -> None:
    result = secrets.run(seed=1, scale=0.01)
    assert result.broken == ()
    assert int(result.counts["texts searched"]) > 1000


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
@pytest.mark.parametrize("encode", ENCODINGS)
def test_a_canary_is_found_in_every_encoding(before: str, encode: Callable[[str], str]) -> None:
    search = CanarySearch()
    search.scan(f"some text {encode(before + SECRET)} 0123 and more", "here", forbidden=(SECRET,))
    assert search.found == [f"{SECRET} in here"]


def test_only_forbidden_canaries_are_recorded() -> None:
    search = CanarySearch()
    search.scan(f"{PERSONAL}1 {NAMED}2 of a client", "here", forbidden=(SECRET,))
    assert (search.found, search.scanned) == ([], 1)


def test_an_added_secret_is_found() -> None:
    search = CanarySearch()
    search.add("portal-token-of-a-client")
    search.scan("https://portal.test/portal-token-of-a-client", "here", forbidden=(SECRET,))
    assert search.found


def test_a_key_in_a_frame_of_a_library_is_found() -> None:
    """A planted leak: the key as a local variable of a function of httpx."""
    search = CanarySearch()
    inspector = Inspector(search)
    with pytest.raises(httpx.InvalidURL) as caught:
        httpx.URL(f"https://api.test:{SECRET}")
    group = ExceptionGroup("several", [ValueError(), caught.value])
    inspector.inspect_cancellation(group, "a planted leak")
    assert inspector.of_libraries > 0
    assert any("_urlparse.py" in found for found in search.found)
