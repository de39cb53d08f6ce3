"""Responses through a whole client: envelope, drift and files."""

from __future__ import annotations

import pytest
import respx

from gigstack_api import Drift, InvalidArgumentError, UnreadableReplyError
from gigstack_api.operations.clients import get_client
from tests.support.scripted_api import gigstack, requests_to


@pytest.mark.anyio
async def test_status_headers_and_envelope_stay_reachable(api: respx.MockRouter) -> None:
    api.get("/clients/c").respond(
        json={"message": "Here", "data": {"id": "c"}}, headers={"X-Request-Id": "r1"}
    )
    response = await gigstack().request(get_client.build("c"))
    assert (response.status, response.headers["x-request-id"], response.value.id) == (
        200,
        "r1",
        "c",
    )
    assert response.envelope["message"] == "Here"
    assert response.body.startswith(b"{")


DRIFTED = {"data": {"id": 7, "hobby": "chess", "created_at": None, "address": "Av. 1"}}


@pytest.mark.anyio
async def test_drift_is_tolerated_and_reported(api: respx.MockRouter) -> None:
    api.get("/clients/c").respond(json=DRIFTED)
    seen: list[Drift] = []
    client = await gigstack(on_drift=seen.append).clients.get("c")
    assert client.to_dict() == {"id": 7, "address": "Av. 1", "hobby": "chess"}
    assert client.additional_properties == {"hobby": "chess"}
    assert seen == [
        Drift("clients.get", "data.id", "string", 7),
        Drift("clients.get", "data.hobby", "no such field", "chess"),
        Drift("clients.get", "data.address", "object", "Av. 1"),
    ]


@pytest.mark.anyio
async def test_strict_mode_raises_for_drift(api: respx.MockRouter) -> None:
    api.get("/clients/c").respond(json=DRIFTED)
    with pytest.raises(UnreadableReplyError, match=r"3 drift\(s\), the first at data.id") as caught:
        await gigstack(strict=True).clients.get("c")
    assert len(caught.value.drifts) == 3


@pytest.mark.anyio
async def test_a_url_is_fetched_without_the_key(api: respx.MockRouter) -> None:
    api.get("/invoices/u/files").respond(json={"data": {"pdf": "https://storage.example/f.pdf"}})
    gig = gigstack()
    files = await gig.invoices.get_files("u")
    with respx.mock() as storage:
        storage.get("https://storage.example/f.pdf").respond(
            content=b"%PDF-1.7", content_type="application/pdf"
        )
        file = await gig.download(files.pdf or "", file_name="f.pdf")
        assert "authorization" not in requests_to(storage)[-1].headers

    assert (file.content, file.file_name, file.media_type) == (
        b"%PDF-1.7",
        "f.pdf",
        "application/pdf",
    )


@pytest.mark.anyio
async def test_base64_and_data_urls_need_no_request(api: respx.MockRouter) -> None:
    gig = gigstack()
    assert (await gig.download("JVBERi0=")).content == b"%PDF-"
    assert (await gig.download("data:application/xml,%3Ca/%3E")).content == b"<a/>"
    with pytest.raises(InvalidArgumentError):
        await gig.download("no file at all!")
    with pytest.raises(InvalidArgumentError, match="https"):
        await gig.download("http://storage.example/f.pdf")
    assert not requests_to(api)
