"""The API as respx plays it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import respx

from .stage import API


@pytest.fixture
def api(on_httpx: None) -> Iterator[respx.MockRouter]:
    with respx.mock(base_url=API, assert_all_called=False) as router:
        yield router
