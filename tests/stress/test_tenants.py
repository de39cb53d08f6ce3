"""A small run of the promise on tenants; a wrong team is found."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import httpx
import pytest

from . import tenants

pytestmark = pytest.mark.anyio


def test_every_request_carries_its_own_team() -> None:
    result = tenants.run(seed=1, scale=0.01)
    assert result.broken == ()
    assert int(result.counts["requests"]) > 300


@pytest.mark.parametrize(
    ("url", "body", "is_wrong"),
    [
        ("/v2/clients/team_1?team=team_1", None, False),
        ("/v2/clients/team_1?team=team_2", None, True),
        ("/v2/clients/team_1", None, True),
        ("/v2/clients/team_1?team=team_1&team=team_2", None, True),
        ("/v2/clients/none?team=team_1", None, True),
        ("/v2/clients?of=team_1&team=team_2", None, True),
        ("/v2/clients?metadata.of=team_1&team=team_1", None, False),
        ("/v2/clients?team=team_2", {"metadata": {"of": "team_1"}}, True),
        ("/v2/auth/signup?team=team_1", {"partner_ref": "none"}, True),
        ("/v2/auth/signup", {"partner_ref": "none"}, False),
    ],
)
async def test_another_team_is_found(url: str, body: object, is_wrong: bool) -> None:
    api = tenants.MarkedApi(Random(0))
    async with httpx.AsyncClient(transport=httpx.MockTransport(api)) as client:
        with suppress(httpx.HTTPError):
            await client.request("POST" if body else "GET", f"https://api.test{url}", json=body)
    assert bool(api.wrong) is is_wrong
