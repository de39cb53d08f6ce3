"""A slice of promise 7, and the search that it relies on."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from urllib.parse import quote

import pytest

from ..harness.canaries import NAMED, PERSONAL, SECRET, Search
from . import run as secrets

SPELLINGS: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: text.upper(),
    lambda text: quote(text),
    lambda text: "".join(f"%{each:02X}" for each in text.encode()),
    lambda text: b64encode(text.encode()).decode(),
    lambda text: urlsafe_b64encode(text.encode()).decode(),
    lambda text: quote(b64encode(text.encode()).decode()),
]


@pytest.mark.filterwarnings(
    "ignore:Async generator:ResourceWarning"
)  # of httpx on trio, where a body cannot be decompressed
def test_no_text_and_no_log_holds_a_secret() -> None:
    result = secrets.run(seed=1, scale=0.01)
    assert result.broken == ()
    assert int(result.counts["texts searched"]) > 1000


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
@pytest.mark.parametrize("spelled", SPELLINGS)
def test_a_mark_is_found_in_every_spelling(before: str, spelled: Callable[[str], str]) -> None:
    search = Search()
    search.look(f"some text {spelled(before + SECRET)} 0123 and more", "here", forbidden=(SECRET,))
    assert search.found == [f"{SECRET} in here"]


def test_only_what_is_forbidden_is_noted() -> None:
    search = Search()
    search.look(f"{PERSONAL}1 {NAMED}2 of nobody", "here", forbidden=(SECRET,))
    assert (search.found, search.scanned) == ([], 1)


def test_what_was_learned_is_found() -> None:
    search = Search()
    search.learn("portal-token-of-a-client")
    search.look("https://portal.test/portal-token-of-a-client", "here", forbidden=(SECRET,))
    assert search.found
