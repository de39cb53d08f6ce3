"""The app in the README answers as it shows."""

from __future__ import annotations

import re

import pytest

from scripts.docs.blocks import python_blocks
from scripts.docs.pages import README

from ..support.asgi import client_of_app


@pytest.mark.asyncio
@pytest.mark.usefixtures("demo")
async def test_the_app_answers_as_it_shows() -> None:
    [block] = [block for block in python_blocks(README) if block.test]
    names: dict[str, object] = {}
    exec(block.code, names)
    shown = re.fullmatch(r"GET (\S+) -> (\d+), (.*), \.\.\.}\n", block.output)
    assert shown is not None
    async with client_of_app(names["app"]) as http:  # type: ignore[arg-type] # whatever the block calls app
        response = await http.get(shown[1])
    assert response.status_code == int(shown[2])
    assert response.text.startswith(shown[3])
