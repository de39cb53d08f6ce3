from __future__ import annotations

import time

import pytest

from gigstack_api import OMIT, Omit
from gigstack_api._core.schema.enums import OpenEnum
from gigstack_api._core.sending.attempts import Clock


def test_omit_is_false_and_says_its_name() -> None:
    assert not OMIT
    assert repr(OMIT) == "OMIT"
    assert OMIT is Omit.OMIT


class Colour(OpenEnum):
    RED = "red"


def test_an_open_enum_equals_and_prints_its_value() -> None:
    assert {"red": 1}[Colour.RED] == 1
    assert str(Colour.RED) == "red"


@pytest.mark.anyio
async def test_the_real_clock_runs_on_and_gives_chances() -> None:
    clock = Clock()
    before = clock.now()
    await clock.sleep(0)
    assert before <= clock.now() <= time.monotonic()
    assert 0 <= clock.chance() <= 1
