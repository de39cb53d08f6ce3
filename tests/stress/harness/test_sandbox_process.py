"""The sandbox process that is restarted under the writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from gigstack_api import DeliveryError, Gigstack, OutcomeUnknownError, RetryPolicy

from .sandbox_process import Server


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.anyio
async def test_a_server_comes_back_where_it_was_with_what_it_kept(tmp_path: Path) -> None:
    async with Server(tmp_path / "state.json") as server:
        assert server.is_up
        before = server.base_url, server.epoch
        async with Gigstack(
            server.key, base_url=server.base_url, retries=RetryPolicy.none()
        ) as gig:
            made = await gig.clients.create(name="A")
            await server.restart()
            await server.wait_until_up()
            assert (server.base_url, server.epoch) == (before[0], before[1] + 2)
            assert [
                each.id async for each in gig.with_options(retries=RetryPolicy()).clients.list()
            ] == [made.id]
    assert not server.is_up
    async with Gigstack(server.key, base_url=server.base_url, retries=RetryPolicy.none()) as gig:
        with pytest.raises(DeliveryError) as caught:
            await gig.clients.create(name="B")
    assert not isinstance(caught.value, OutcomeUnknownError)
