"""The pages of the reference in both languages, made once for all tests."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from scripts.docs.reference import LANGUAGES, reference
from scripts.docs.reference.wording import Wording


@cache
def made(language: str) -> tuple[Mapping[str, str], Wording]:
    return reference(language)


@pytest.fixture
def english() -> Mapping[str, str]:
    return made("en")[0]


@pytest.fixture
def spanish() -> Mapping[str, str]:
    return made("es")[0]


@pytest.fixture(params=LANGUAGES)
def pages(request: pytest.FixtureRequest) -> Mapping[str, str]:
    """The pages of each language in turn."""
    return made(request.param)[0]


@pytest.fixture
def said() -> Wording:
    """The Spanish words after all pages were made."""
    return made("es")[1]
