"""The sandbox process that is restarted under the writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from gigstack_api import DeliveryError, Gigstack, OutcomeUnknownError, RetryPolicy

from .sandbox_process import SandboxProcess


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.anyio
async def test_a_restarted_sandbox_keeps_its_port_and_state(tmp_path: Path) -> None:
    async with SandboxProcess(tmp_path / "state.json") as sandbox:
        assert sandbox.is_up
        before = sandbox.base_url, sandbox.epoch
        async with Gigstack(
            sandbox.key, base_url=sandbox.base_url, retries=RetryPolicy.none()
        ) as gig:
            created = await gig.clients.create(name="A")
            await sandbox.restart()
            await sandbox.wait_until_up()
            assert (sandbox.base_url, sandbox.epoch) == (before[0], before[1] + 2)
            clients = gig.with_options(retries=RetryPolicy()).clients.list()
            assert [client.id async for client in clients] == [created.id]
    assert not sandbox.is_up
    async with Gigstack(sandbox.key, base_url=sandbox.base_url, retries=RetryPolicy.none()) as gig:
        with pytest.raises(DeliveryError) as caught:
            await gig.clients.create(name="B")
    assert not isinstance(caught.value, OutcomeUnknownError)
