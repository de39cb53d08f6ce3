"""`gig.invoices.bundle`: PDF and XML of an invoice, fetched together."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Any

import httpx
import pytest

from gigstack_api import (
    Bundle,
    DeliveryError,
    Download,
    Gigstack,
    NotFoundError,
    PermissionDeniedError,
    UnreadableReplyError,
    WrongFileError,
)
from gigstack_api.sandbox import Sandbox
from tests.support.cfdi import INVOICE, UUID
from tests.support.scripted_api import gigstack

pytestmark = pytest.mark.anyio
PDF = b"%PDF-1.7 content %%EOF"
BOTH = {
    "pdf": "https://files.test/a.pdf?signature=s",
    "xml": "https://files.test/a.xml?signature=s",
}


class World:
    """The API, which gives the same files for every invoice, and the host that serves them."""

    def __init__(self, data: dict[str, Any], **hosted: httpx.Response | Exception) -> None:
        self.requests: list[httpx.Request] = []
        self._data = data
        self._hosted: dict[str, httpx.Response | Exception] = {
            "pdf": httpx.Response(200, content=PDF, headers={"Content-Type": "application/pdf"}),
            "xml": httpx.Response(
                200, text=INVOICE, headers={"Content-Type": "application/octet-stream"}
            ),
            **hosted,
        }

    def gig(self, **options: Any) -> Gigstack:
        """A client that calls them."""
        return gigstack(
            http_client=httpx.AsyncClient(transport=httpx.MockTransport(self._answer)), **options
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if request.url.host != "files.test":
            return httpx.Response(200, json={"data": self._data})
        answer = self._hosted[request.url.path[-3:]]
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.mark.parametrize(
    "data",
    [
        BOTH,
        {"pdf_url": BOTH["pdf"], "xml_url": BOTH["xml"]},
        {"files": BOTH},
        {"pdf": b64encode(PDF).decode(), "xml": INVOICE},
        {"pdf": "pending", "pdf_url": BOTH["pdf"], "xml": BOTH["xml"]},
        {"pdf": None, "pdf_url": "", "files": {"pdf": BOTH["pdf"]}, "xml": BOTH["xml"]},
    ],
    ids=[
        "addresses",
        "other names",
        "nested",
        "the files themselves",
        "one that is not a file",
        "mixed",
    ],
)
async def test_both_files_are_fetched_from_every_documented_shape(data: dict[str, Any]) -> None:
    world = World(data)
    bundle = await world.gig().invoices.bundle(UUID)
    assert bundle == Bundle(
        Download(PDF, f"{UUID}.pdf", "application/pdf"),
        Download(INVOICE.encode(), f"{UUID}.xml", "application/xml", uuid=UUID),
    )
    assert world.requests[0].url.path == f"/v2/invoices/{UUID}/files"
    assert all("Authorization" not in request.headers for request in world.requests[1:])


async def test_an_id_that_is_not_a_uuid_only_names_the_files(tmp_path: Path) -> None:
    world = World(BOTH)
    bundle = await world.gig(team="team_1").invoices.bundle("inv/1")
    assert world.requests[0].url.params["team"] == "team_1"
    assert bundle.xml.uuid is None
    assert [path.name for path in bundle.save(tmp_path)] == ["inv%2F1.pdf", "inv%2F1.xml"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"xml": BOTH["xml"]}, "PDF"),
        ({"pdf": BOTH["pdf"]}, "XML"),
        ({"files": [BOTH]}, "PDF"),
        ({"pdf": "http://files.test/a.pdf", "xml": BOTH["xml"]}, "PDF"),
        ({"pdf": BOTH["pdf"], "xml": "pending"}, "XML"),
    ],
)
async def test_a_file_that_is_missing_is_named(data: dict[str, Any], name: str) -> None:
    world = World(data)
    with pytest.raises(
        UnreadableReplyError, match=f"^the answer does not name the {name} of the invoice"
    ):
        await world.gig().invoices.bundle(UUID)
    assert len(world.requests) == 1


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (httpx.Response(403), PermissionDeniedError),
        (httpx.ReadError("cut"), DeliveryError),
        (httpx.Response(200, content=b"%PDF-"), UnreadableReplyError),
        (
            httpx.Response(200, content=INVOICE.replace("5C5C3E8B", "6C5C3E8B").encode()),
            WrongFileError,
        ),
        (httpx.Response(200, content=b"<cut"), WrongFileError),
    ],
    ids=["refused", "lost", "another kind", "another invoice", "cut"],
)
async def test_one_file_that_fails_raises_its_plain_error(
    failure: httpx.Response | Exception, kind: type[Exception]
) -> None:
    with pytest.raises(kind) as caught:
        await World(BOTH, xml=failure).gig().invoices.bundle(UUID)
    assert type(caught.value) is kind


async def test_the_sandbox_gives_the_files_of_a_stamped_invoice(tmp_path: Path) -> None:
    async with Sandbox().client() as gig:
        with pytest.raises(NotFoundError):
            await gig.invoices.bundle(UUID)
        invoice = await gig.income_invoices.create(
            client={
                "name": "JUAN PEREZ GARCIA",
                "tax_id": "PEGJ800101AB6",
                "tax_system": "612",
                "address": {"zip": "03100"},
            },
            items=[
                {
                    "description": "Silla",
                    "quantity": 1,
                    "unit_price": 100,
                    "product_key": "56101504",
                    "unit_key": "H87",
                }
            ],
            use="G03",
            payment_form="03",
            payment_method="PUE",
            currency="MXN",
        )
        uuid = invoice.uuid or ""
        pdf, xml = (await gig.invoices.bundle(uuid)).save(tmp_path)
        assert (pdf.name, xml.name) == (f"{uuid}.pdf", f"{uuid}.xml")
        files = await gig.invoices.get_files(uuid)
        streamed = await gig.download_to(files.pdf or "", tmp_path / "streamed.pdf")
        assert streamed.read_bytes() == pdf.read_bytes()
