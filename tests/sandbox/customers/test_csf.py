"""The CSF: a client from the SAT's own PDF."""

from __future__ import annotations

import pytest

from gigstack_api import Gigstack, InvalidArgumentError
from gigstack_api.sandbox.rules.customers import csf
from scripts.sandbox_process import ROOT

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


async def test_the_regimes_are_not_read_as_the_state(gig: Gigstack) -> None:
    """The sample of the examples has no colon behind the heading."""
    client = await gig.clients.upload_csf(file=ROOT / "examples" / "csf.pdf")
    assert client.address is not None
    assert (client.address.state, client.tax_system) == ("CIUDAD DE MÉXICO", "612")


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


PRINTED = (
    "Página [1] de [3]",
    "CÉDULA DE IDENTIFICACIÓN FISCAL",
    "EDE101010AB1",
    "Nombre, denominación o razón",
    "social",
    "RFC: EDE101010AB1",
    "Denominación/Razón Social: EMPRESA DE EJEMPLO",
    "CON NOMBRE LARGO",
    "Régimen Capital: SOCIEDAD ANONIMA DE CAPITAL VARIABLE",
    "Nombre Comercial:",
    "Fecha inicio de operaciones: 28 DE SEPTIEMBRE DE 2005",
    "Datos del domicilio registrado",
    "Código Postal:72030 Tipo de Vialidad: CALLE",
    "Nombre de Vialidad: CALLE MAYOR Número Exterior: 50",
    "Número Interior:12 Y 13 Nombre de la Colonia: CENTRO",
    "Nombre de la Localidad: Nombre del Municipio o Demarcación",
    "Territorial: SAN JUAN",
    "DEL RIO",
    "Nombre de la Entidad Federativa: CIUDAD DE MEXICO Entre Calle: AVENIDA UNO",
    "Y Calle: CALLE DOS Correo Electrónico: correo@example.com",
    "Página [2] de [3]",
    "Actividades Económicas:",
    "1 Personas con Régimen General de Ley Personas Morales 100 01/03/2011",
    "Regímenes:",
    "Régimen Fecha Inicio Fecha Fin",
    "Régimen General de Ley Personas Morales 05/06/2008 31/12/2021",
    "Régimen Simplificado de",
    "Confianza 01/01/2022",
    "Obligaciones:",
    "Pago provisional del Régimen General de Ley Personas Morales 05/06/2008",
)
"""A CSF as the SAT prints it, after tests/_files/csf-content.txt of phpcfdi/csf-scraper, with other
values: two fields a line, values and labels broken over lines, and a regime that ended."""


async def test_a_csf_is_read_as_the_sat_prints_it(gig: Gigstack) -> None:
    client = await gig.clients.upload_csf(file=pdf(*PRINTED))
    assert (client.tax_id, client.legal_name, client.tax_system) == (
        "EDE101010AB1",
        "EMPRESA DE EJEMPLO CON NOMBRE LARGO",
        "626",
    )
    assert client.address is not None
    assert client.address.to_dict() == {
        "country": "MEX",
        "street": "CALLE MAYOR",
        "exterior": "50",
        "interior": "12 Y 13",
        "neighborhood": "CENTRO",
        "municipality": "SAN JUAN DEL RIO",
        "state": "CIUDAD DE MEXICO",
        "zip": "72030",
    }


IDENTITY = "RFC: PEGJ800101AB1\nNombre (s): JUAN\n"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            IDENTITY + "Primer Apellido: PEREZ\nSegundo Apellido:\nFecha inicio de operaciones: X",
            {"legal_name": "JUAN PEREZ"},
        ),
        (
            IDENTITY + "Primer Apellido: PEREZ Segundo Apellido: DE LA\nO Código Postal: 20126",
            {"legal_name": "JUAN PEREZ DE LA O", "address": {"country": "MEX", "zip": "20126"}},
        ),
        ("RFC: \nRFC: PEGJ800101AB1\nCódigo Postal: 20126", {"tax_id": "PEGJ800101AB1"}),
        ("RFC: PEGJ800101AB1\nCódigo Postal: 20126\nCódigo Postal: 99999", {"name": None}),
        (IDENTITY + "Código Postal: ABC", {"address": {"country": "MEX"}}),
    ],
)
def test_the_fields_of_a_csf_end_at_the_next_label(text: str, fields: dict[str, object]) -> None:
    client = csf.client_of(text)
    assert {name: client.get(name) for name in fields} == fields


@pytest.mark.parametrize(
    ("section", "code"),
    [
        ("Régimen Simplificado de Confianza 01/01/2022", "626"),
        (
            "Régimen de las Personas Físicas con Actividades Empresariales y\nProfesionales"
            " 01/01/2015 31/12/2021\nRégimen Simplificado de Confianza 01/01/2022",
            "626",
        ),
        ("Régimen Simplificado de Confianza 01/01/2022 31/12/2023", None),
        ("Régimen General de Ley Personas Morales Fecha Inicio 01/01/2020", "601"),
        ("Régimen General de Ley Personas Morales", "601"),
        ("Régimen de otro país 01/01/2020\nSin obligaciones fiscales 01/01/2020", "616"),
        ("", None),
    ],
)
def test_a_regime_counts_that_has_not_ended(section: str, code: str | None) -> None:
    for end in ("", "\nObligaciones:\nRégimen de Arrendamiento 01/01/2020"):
        text = f"{IDENTITY}Regímenes:\nRégimen Fecha Inicio Fecha Fin\n{section}{end}"
        assert csf.client_of(text).get("tax_system") == code


NO_CSF = {
    "a picture": (b"\x89PNG\r\n\x1a\n", "must be a PDF"),
    "a text": (b"RFC: EDE101010AB1", "must be a PDF"),
    "a head only": (b"%PDF-1.4", "cannot be read"),
    "cut off": (MORAL[:200], "cannot be read"),
    "no RFC": (pdf("Hello"), "contains no RFC"),
    "an RFC alone": (pdf("RFC: EDE101010AB1"), "contains no name and no postal code"),
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
