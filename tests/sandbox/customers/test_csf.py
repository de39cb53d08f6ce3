"""The CSF: a client from the SAT's own PDF."""

from __future__ import annotations

import pytest

from gigstack_api import Gigstack, InvalidArgumentError
from gigstack_api.sandbox.rules.customers import csf

from ...support.sandbox import SandboxSession
from ..pdf import FISICA, MORAL, pdf

pytestmark = pytest.mark.anyio
ADDRESS = {
    "country": "MEX",
    "street": "INSURGENTES SUR",
    "exterior": "123",
    "neighborhood": "DEL VALLE CENTRO",
    "municipality": "BENITO JUAREZ",
    "state": "CIUDAD DE MEXICO",
    "zip": "03100",
}


async def test_a_csf_of_a_company_becomes_a_client(session: SandboxSession) -> None:
    answer = await session.send(
        "POST", "/v2/clients/csf", files={"file": ("csf.pdf", MORAL, "application/pdf")}
    )
    assert answer.status_code == 201
    client = answer.json()["data"]
    assert (client["tax_id"], client["name"], client["legal_name"]) == (
        "EDE101010AB1",
        "EMPRESA DE EJEMPLO",
        "EMPRESA DE EJEMPLO",
    )
    assert (client["tax_system"], client["is_valid"], client["address"]) == ("601", True, ADDRESS)


async def test_a_csf_of_a_person_becomes_a_client(gig: Gigstack) -> None:
    client = await gig.clients.upload_csf(file=FISICA)
    assert (client.tax_id, client.legal_name, client.tax_system) == (
        "PEGJ800101ABC",
        "JUAN PEREZ GARCIA",
        "612",
    )
    assert client.address is not None
    assert client.address.to_dict() == {"country": "MEX", "zip": "64000"}


async def test_a_csf_updates_the_client_named(session: SandboxSession) -> None:
    gig = session.gig()
    old = await gig.clients.create(
        name="Old", phone="1", address={"interior": "4B", "zip": "00000"}
    )
    new = await gig.clients.upload_csf(file=MORAL, client_id=old.id)
    assert (new.id, new.name, new.phone) == (old.id, "EMPRESA DE EJEMPLO", "1")
    assert new.to_dict()["address"] == {"interior": "4B", **ADDRESS}
    assert (await gig.clients.list()).total_results == 1


@pytest.mark.parametrize("client_id", ["client_nobody", ""])
async def test_a_csf_for_an_unknown_client_is_404(session: SandboxSession, client_id: str) -> None:
    answer = await session.send(
        "POST", "/v2/clients/csf", params={"client_id": client_id}, files={"file": ("a.pdf", MORAL)}
    )
    assert answer.status_code == 404
    assert (await session.gig().clients.list()).total_results == 0


async def test_a_csf_with_the_rfc_alone_is_enough(gig: Gigstack) -> None:
    client = await gig.clients.upload_csf(file=pdf("RFC: EDE101010AB1"))
    assert (client.tax_id, client.name, client.tax_system) == ("EDE101010AB1", None, None)


NO_CSF = {
    "a picture": (b"\x89PNG\r\n\x1a\n", "must be a PDF"),
    "a text": (b"RFC: EDE101010AB1", "must be a PDF"),
    "a head only": (b"%PDF-1.4", "cannot be read"),
    "cut off": (MORAL[:200], "cannot be read"),
    "no RFC": (pdf("Hello"), "contains no RFC"),
    "no page": (
        pdf("x").replace(b"/Count 1", b"/Count 0").replace(b"/Kids [3 0 R]", b"/Kids []"),
        "contains no RFC",
    ),
    "broken inside": (MORAL.replace(b"/Contents 5 0 R", b"/Contents 9 9 9"), "contains no RFC"),
}


@pytest.mark.parametrize(("content", "reason"), NO_CSF.values(), ids=NO_CSF.keys())
async def test_a_file_that_is_not_a_csf_is_refused(
    session: SandboxSession, content: bytes, reason: str
) -> None:
    answer = await session.send(
        "POST", "/v2/clients/csf", files={"file": ("csf.pdf", content, "application/pdf")}
    )
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, "invalid_file_format")
    assert reason in error["message"]
    assert (await session.gig().clients.list()).total_results == 0


async def test_broken_pdfs_are_never_an_error_of_the_server(session: SandboxSession) -> None:
    for cut in range(0, len(MORAL), 299):  # each takes a process
        broken = MORAL[:cut] + b"<<[/" + MORAL[cut + 7 :]
        answer = await session.send("POST", "/v2/clients/csf", files={"file": ("csf.pdf", broken)})
        assert answer.status_code in {201, 400}, cut


async def test_a_csf_may_have_5_mib_and_no_byte_more(session: SandboxSession) -> None:
    full = MORAL + b"\n" * (csf.MAX_BYTES - len(MORAL))
    assert (await session.gig().clients.upload_csf(file=full)).tax_id == "EDE101010AB1"
    answer = await session.send(
        "POST", "/v2/clients/csf", files={"file": ("csf.pdf", full + b"\n", "application/pdf")}
    )
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, "file_upload_error")
    assert "larger than 5242880 bytes" in error["message"]


@pytest.mark.parametrize(
    "content", [b"RFC: EDE101010AB1", MORAL + b"\n" * csf.MAX_BYTES], ids=["text", "too large"]
)
async def test_the_sdk_sends_nothing_that_the_sandbox_would_refuse(
    gig: Gigstack, content: bytes
) -> None:
    with pytest.raises(InvalidArgumentError, match=r"^file"):
        await gig.clients.upload_csf(file=content)
