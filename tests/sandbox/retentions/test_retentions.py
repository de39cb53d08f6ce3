"""Retentions: what a platform or a payer keeps back, stamped, read, filed and cancelled."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from pypdf import PdfReader

from gigstack_api import BadRequestError, Gigstack, NotFoundError
from gigstack_api.errors import MultipleMatchesError, StampingError
from gigstack_api.models import Retention
from gigstack_api.sandbox.rules.retentions.platform_services import PLATFORMS
from gigstack_api.sandbox.rules.retentions.retention_files import RETENCIONES
from gigstack_api.sandbox.state import EFOS
from scripts.sat_reader import read, schema_faults

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio


@pytest.fixture
def strict(session: SandboxSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the sandbox refuse what the SAT's matrix of errors refuses."""
    monkeypatch.setattr(session.sandbox.state, "lenient", False)


CLIENT: Any = {
    "legal_name": "GRUPO JINIM",
    "tax_id": "GJI180508GM9",
    "address": {"zip": "03100"},
}
TAXES: Any = [
    {"tax": "ISR", "base": 93116.98, "amount": 2327.92},
    {"tax": "IVA", "base": 14898.71, "amount": 7449.35},
]
SERVICE: Any = {
    "payment_form": "02",
    "service_type": "01",
    "service_date": "2026-01-15",
    "price_without_tax": 93116.98,
    "tax_rate": 0.16,
    "commission": 4655.85,
}
TIP = {name: SERVICE[name] for name in ("payment_form", "service_type", "service_date")}
PLATFORM: Any = {"periodicity": "04", "services": [SERVICE, {**TIP, "price_without_tax": 0.02}]}
JANUARY: Any = {
    "retention_key": "26",
    "client": CLIENT,
    "period_start": 1,
    "period_end": 1,
    "period_year": 2026,
    "total_operation": 93116.98,
    "taxes": TAXES,
}


async def issued(gig: Gigstack, **change: Any) -> Retention:
    """A new retention."""
    body: dict[str, Any] = {**JANUARY, **change}
    return await gig.retentions.create(**body)


async def made(gig: Gigstack, **change: Any) -> str:
    """The id of a new retention."""
    return (await issued(gig, **change)).id or ""


async def ids_of(gig: Gigstack, **query: Any) -> list[str | None]:
    return [retention.id async for retention in gig.retentions.list(**query)]


async def test_a_retention_is_stamped_at_once_as_the_docs_show_it(session: SandboxSession) -> None:
    session.at(1_768_473_045.25)
    retention = await session.gig().retentions.create(
        **JANUARY, total_exempt=0, platform_services=PLATFORM
    )
    given = retention.to_dict()
    uuid = given["uuid"]
    assert (given["id"], given["status"], given["document_type"]) == (uuid, "valid", "retenciones")
    assert (given["retention_key"], given["series"], given["folio_number"]) == ("26", "RET", "1")
    assert given["issuer"] == {
        "legal_name": "Comercializadora de Prueba",
        "tax_id": "CPR180412QX1",
        "tax_system": "601",
    }
    assert given["receiver"] == {
        "legal_name": "GRUPO JINIM",
        "tax_id": "GJI180508GM9",
        "nationality": "Nacional",
    }
    assert given["period"] == {"start": 1, "end": 1, "year": 2026}
    assert given["totals"] == {
        "total_operation": 93116.98,
        "total_taxable": 93116.98,
        "total_exempt": 0,
        "total_retained": 9777.27,
        "tax_retained": [
            {"tax": "001", "base": 93116.98, "amount": 2327.92, "payment_type": "03"},
            {"tax": "002", "base": 14898.71, "amount": 7449.35, "payment_type": "01"},
        ],
    }
    assert given["stamp"] == {
        "uuid": uuid,
        "stamped_at": "2026-01-15T04:30:45",
        "provider": "prodigia",
    }
    assert given["verification_url"].endswith(
        f"?id={uuid}&re=CPR180412QX1&rr=GJI180508GM9&tt=93116.98&fe={uuid[:8]}"
    )
    assert (retention.livemode, retention.created_at, retention.metadata) == (
        False,
        1_768_473_045_250,
        None,
    )
    assert (await session.gig().retentions.get(uuid)).to_dict() == given


async def test_the_default_base_is_the_taxable_part(
    gig: Gigstack,
) -> None:
    taxes = [
        {"tax": "001", "amount": 0.1},
        {"tax": "IEPS", "base": 1, "amount": 0.2},
        {"tax": "IVA", "amount": 0, "payment_type": "04"},
    ]
    retention = await issued(gig, total_operation=100.1, taxes=taxes, total_exempt=33.37)
    assert retention.totals is not None
    assert retention.totals.to_dict() == {
        "total_operation": 100.1,
        "total_taxable": 66.73,
        "total_exempt": 33.37,
        "total_retained": 0.3,
        "tax_retained": [
            {"tax": "001", "base": 66.73, "amount": 0.1, "payment_type": "03"},
            {"tax": "003", "base": 1, "amount": 0.2, "payment_type": "02"},
            {"tax": "002", "base": 66.73, "amount": 0, "payment_type": "04"},
        ],
    }


async def test_retention_folios_count_live_and_test_apart(
    session: SandboxSession,
) -> None:
    gig, live = session.gig(), session.gig(livemode=True)
    made_now = [await entry.retentions.create(**JANUARY) for entry in (gig, gig, live)]
    assert [(entry.series, entry.folio_number, entry.livemode) for entry in made_now] == [
        ("RET", "1", False),
        ("RET", "2", False),
        ("RET", "1", True),
    ]


async def test_the_client_comes_by_id_by_search_or_by_its_data(gig: Gigstack) -> None:
    client = await gig.clients.create(**CLIENT)
    search = {"on_key": "tax_id", "on_value": CLIENT["tax_id"]}
    retentions = [
        await made(gig, client=listed)
        for listed in ({"id": client.id}, {"search": search}, {"search": search, **CLIENT})
    ]
    assert await ids_of(gig, client_id=client.id, sort="asc") == retentions
    await made(gig)
    assert (await gig.clients.list()).total_results == 2
    with pytest.raises(MultipleMatchesError):
        await made(gig, client={"search": search})
    with pytest.raises(NotFoundError, match="client"):
        await made(gig, client={"id": "client_nobody"})
    assert len(await ids_of(gig)) == 4


async def test_the_rfc_of_foreigners_makes_a_foreign_receiver(session: SandboxSession) -> None:
    retention = await issued(session.gig(), client={"name": "ACME", "tax_id": "XEXX010101000"})
    assert retention.receiver is not None
    assert retention.receiver.to_dict() == {
        "legal_name": "ACME",
        "tax_id": "XEXX010101000",
        "nationality": "Extranjero",
    }
    files = await session.gig().retentions.get_files(retention.id or "", file_type="xml")
    document = fromstring((await session.http.get(files.xml or "")).content)
    assert document.find(f"{{{RETENCIONES}}}Receptor/{{{RETENCIONES}}}Extranjero") is not None


@pytest.mark.parametrize(
    ("client", "reason"),
    [
        ({"name": "A"}, "no RFC"),
        ({"tax_id": min(EFOS)}, "blacklist"),
        ({**CLIENT, "address": {}}, "301: the receiver needs the postal code"),
        ({**CLIENT, "legal_name": ""}, "301: the receiver needs its legal_name"),
        (
            {**CLIENT, "tax_id": "XAXX010101000", "address": {"zip": "64000"}},
            "Reten20120: the postal code of XAXX010101000 must be 03100",
        ),
    ],
)
async def test_a_refused_retention_leaves_nothing_behind(
    session: SandboxSession, strict: None, client: dict[str, Any], reason: str
) -> None:
    gig = session.gig()
    with pytest.raises(StampingError, match=reason) as caught:
        await made(gig, client=client)
    assert caught.value.code == "cfdi_service_error"
    assert await ids_of(gig) == []
    assert (await gig.clients.list()).total_results == 0
    assert (await gig.retentions.create(**JANUARY)).folio_number == "1"


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"period_start": 3, "period_end": 2}, "period_end: must not be before period_start"),
    ({"period_year": 26}, "period_year: must have four digits"),
    ({"retention_key": "27"}, "retention_key: must be two digits, 01 to 26"),
    ({"retention_key": "1"}, "retention_key: must be two digits, 01 to 26"),
    (
        {"total_operation": -1, "total_exempt": -1},
        "total_operation: must be from 0 to 1000000000000000",
    ),
    ({"total_exempt": 93116.99}, "total_exempt: must not be more than total_operation"),
    ({"total_exempt": -0.01}, "total_exempt: must be from 0 to"),
    ({"total_operation": 1e300}, "total_operation: must be from 0 to"),
    (
        {"platform_services": {"services": [SERVICE, {"price_without_tax": 1e300}]}},
        "platform_services.services.1: must be from 0",
    ),
    (
        {"retention_key": "14", "platform_services": PLATFORM},
        "platform_services: only for retention_key 26",
    ),
    ({"taxes": [{"tax": "ISH", "amount": 1}]}, "taxes.0.tax: must be one of ISR, IVA, IEPS"),
    ({"taxes": [{"tax": "ISR"}]}, "taxes.0.amount: required"),
    (
        {"taxes": [TAXES[0], {"tax": "IVA", "base": -1, "amount": 1}]},
        "taxes.1.base: must be from 0 to",
    ),
    ({"taxes": [{"tax": "IVA", "amount": -1}]}, "taxes.0.amount: must be from 0 to"),
]


@pytest.mark.parametrize(("change", "reason"), WRONG)
async def test_an_invalid_retention_is_refused_and_leaves_nothing(
    gig: Gigstack, change: dict[str, Any], reason: str
) -> None:
    with pytest.raises(BadRequestError, match=reason) as caught:
        await made(gig, **change)
    assert (caught.value.status, caught.value.code) == (400, "validation_failed")
    assert await ids_of(gig) == []
    assert (await gig.clients.list()).total_results == 0


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"period_year": 2020}, "Reten20126: period_year must be from 2021 to 2026, not 2020"),
        ({"period_year": 2027}, "Reten20126: period_year must be from 2021 to 2026, not 2027"),
        ({"platform_services": {"services": [SERVICE]}}, "301: platform_services needs"),
        ({"platform_services": {"periodicity": "04"}}, "301: platform_services needs"),
        (
            {"platform_services": {**PLATFORM, "services": [SERVICE, {"price_without_tax": 1}]}},
            "301: platform_services.services.1 needs payment_form, service_type, service_date",
        ),
    ],
)
async def test_a_retention_that_the_sat_would_refuse_is_not_stamped(
    session: SandboxSession, strict: None, change: dict[str, Any], reason: str
) -> None:
    session.at(1_768_473_045)
    with pytest.raises(StampingError, match=reason):
        await made(session.gig(), **change)
    assert (await issued(session.gig(), period_year=2021)).period is not None


@pytest.mark.usefixtures("files_a_pac_refuses")
@pytest.mark.parametrize(
    "change",
    [
        {"period_year": 2020},
        {"platform_services": {"services": [SERVICE]}},
        {"client": {**CLIENT, "address": {}}},
        {"client": {**CLIENT, "legal_name": ""}},
        {"client": {**CLIENT, "tax_id": "XAXX010101000", "address": {"zip": "64000"}}},
    ],
)
async def test_a_lenient_sandbox_stamps_what_only_the_matrix_refuses(
    session: SandboxSession, change: dict[str, Any]
) -> None:
    session.at(1_768_473_045)
    assert (await issued(session.gig(), **change)).status == "valid"


async def test_a_quarter_and_a_whole_year_are_periods_too(gig: Gigstack) -> None:
    for start, end in ((1, 3), (1, 12)):
        retention = await issued(gig, period_start=start, period_end=end)
        assert retention.period is not None
        assert (retention.period.start, retention.period.end) == (start, end)


async def test_retentions_are_filtered_by_every_list_parameter(session: SandboxSession) -> None:
    gig = session.gig()
    ids = list[str]()
    for number, key in enumerate(("14", "26", "14", "01")):
        session.at(1_768_473_000 + number / 1000)
        ids.append(await made(gig, retention_key=key))
    await gig.retentions.cancel(ids[0])
    assert await ids_of(gig) == ids[::-1]
    assert await ids_of(gig, limit=1, sort="asc") == ids
    assert await ids_of(gig, status="canceled") == ids[:1]
    assert await ids_of(gig, status="valid", retention_key="14") == [ids[2]]
    assert await ids_of(gig, retention_key="16") == []
    assert await ids_of(gig, created_gte=1_768_473_000_001, created_lte=1_768_473_000_002) == [
        ids[2],
        ids[1],
    ]
    assert await ids_of(gig, client_id="client_nobody") == []


async def test_a_filter_keeps_the_order_of_simultaneous_retentions(
    session: SandboxSession,
) -> None:
    session.at(1_768_473_000)
    gig = session.gig()
    ids = [await made(gig, retention_key=key) for key in ("01", "14", "01")]
    assert await ids_of(gig, retention_key="14") == [ids[1]]
    assert await ids_of(gig) == ids[::-1]


async def test_a_listed_retention_lacks_only_its_verification_url(gig: Gigstack) -> None:
    retention = (await gig.retentions.get(await made(gig, platform_services=PLATFORM))).to_dict()
    del retention["verification_url"]
    page = await gig.retentions.list()
    assert (page.total_results, [entry.to_dict() for entry in page]) == (1, [retention])


@pytest.mark.parametrize("motive", [{}, {"motive": "02"}, {"motive": "03"}])
async def test_a_retention_is_cancelled_once_and_stays_readable(
    session: SandboxSession, motive: dict[str, Any]
) -> None:
    gig = session.gig()
    retention_id = await made(gig)
    cancelled = await gig.retentions.cancel(retention_id, **motive)
    assert (cancelled.id, cancelled.status) == (retention_id, "canceled")
    assert (await gig.retentions.get(retention_id)).to_dict() == cancelled.to_dict()
    with pytest.raises(BadRequestError, match="only a valid one can be cancelled") as caught:
        await gig.retentions.cancel(retention_id, **motive)
    assert (caught.value.status, caught.value.code) == (400, "operation_not_allowed")
    files = await gig.retentions.get_files(retention_id)
    assert (await session.http.get(files.pdf or "")).status_code == 200


async def test_an_unknown_motive_cancels_nothing(gig: Gigstack) -> None:
    retention_id = await made(gig)
    with pytest.raises(BadRequestError, match="motive: must be one of 01, 02, 03, 04"):
        await gig.retentions.cancel(retention_id, motive="05")
    assert (await gig.retentions.get(retention_id)).status == "valid"


async def test_the_files_can_be_fetched_without_a_key(session: SandboxSession) -> None:
    gig = session.gig()
    retention = await gig.retentions.create(**JANUARY, platform_services=PLATFORM)
    files = await gig.retentions.get_files(retention.id or "")
    pdf, xml = [await session.http.get(address or "") for address in (files.pdf, files.xml)]
    assert [node.headers["content-type"].partition(";")[0] for node in (pdf, xml)] == [
        "application/pdf",
        "application/xml",
    ]
    text = PdfReader(BytesIO(pdf.content)).pages[0].extract_text()
    assert "Constancia de retenciones" in text
    assert "Total: 9,777.27 MXN" in text
    document = fromstring(xml.content)
    assert (document.tag, document.get("CveRetenc"), document.get("FolioInt")) == (
        f"{{{RETENCIONES}}}Retenciones",
        "26",
        "1",
    )
    period = document.find(f"{{{RETENCIONES}}}Periodo")
    assert period is not None
    assert period.attrib == {"MesIni": "01", "MesFin": "01", "Ejercicio": "2026"}
    retained = document.findall(f"{{{RETENCIONES}}}Totales/{{{RETENCIONES}}}ImpRetenidos")
    assert [(entry.get("ImpuestoRet"), entry.get("MontoRet")) for entry in retained] == [
        ("001", "2327.92"),
        ("002", "7449.35"),
    ]
    platform = document.find(
        f"{{{RETENCIONES}}}Complemento/{{{PLATFORMS}}}ServiciosPlataformasTecnologicas"
    )
    assert platform is not None
    assert platform.attrib == {
        "Version": "1.0",
        "Periodicidad": "04",
        "NumServ": "2",
        "MonTotServSIVA": "93117.00",
        "TotalIVATrasladado": "14898.72",
        "TotalIVARetenido": "7449.35",
        "TotalISRRetenido": "2327.92",
        "DifIVAEntregadoPrestServ": "7449.37",
        "MonTotalporUsoPlataforma": "4655.85",
    }
    assert [
        (node.get("Base"), node.get("TasaCuota"), node.get("Importe"))
        for node in platform.iter(f"{{{PLATFORMS}}}ImpuestosTrasladadosdelServicio")
    ] == [("93116.98", "0.160000", "14898.72")]
    assert [
        node.get("Importe") for node in platform.iter(f"{{{PLATFORMS}}}ComisionDelServicio")
    ] == ["4655.85"]


DOCUMENTS: list[dict[str, Any]] = [
    {},
    {"platform_services": PLATFORM},
    {"retention_key": "25", "total_exempt": 100, "period_end": 12},
    {"client": {"legal_name": "ACME", "tax_id": "XEXX010101000"}, "retention_key": "01"},
    {"taxes": [{"tax": "IEPS", "amount": 1.5, "payment_type": "04"}]},
]


@pytest.mark.parametrize("change", DOCUMENTS)
async def test_a_retention_is_read_by_satcfdi_and_fits_the_schemas(
    session: SandboxSession, change: dict[str, Any]
) -> None:
    session.at(1_768_473_045)
    retention = await issued(session.gig(), **change)
    files = await session.gig().retentions.get_files(retention.id or "", file_type="xml")
    xml = (await session.http.get(files.xml or "")).content
    assert schema_faults(xml) == []
    document = read(xml)
    assert document["Complemento"]["TimbreFiscalDigital"]["UUID"] == str(retention.uuid).upper()
    assert str(document["FechaExp"]) == "2026-01-15 04:30:45"
    is_other = change.get("retention_key") == "25"
    assert (document.get("DescRetenc") == "Otro tipo de retenciones") is is_other


async def test_one_kind_of_file_can_be_asked_for(gig: Gigstack) -> None:
    retention_id = await made(gig)
    for kind in ("pdf", "xml"):
        files = (await gig.retentions.get_files(retention_id, file_type=kind)).to_dict()
        assert [*files] == [kind]
    with pytest.raises(BadRequestError, match="file_type: must be pdf or xml"):
        await gig.retentions.get_files(retention_id, file_type="zip")


async def test_teams_and_live_and_test_keys_see_their_own_retentions(
    session: SandboxSession,
) -> None:
    retention_id = await made(session.gig())
    for other in (session.gig(livemode=True), session.gig("team_norte")):
        assert await ids_of(other) == []
        for call in (
            other.retentions.get(retention_id),
            other.retentions.cancel(retention_id),
            other.retentions.get_files(retention_id),
        ):
            with pytest.raises(NotFoundError, match="retention"):
                await call
    assert await ids_of(session.gig()) == [retention_id]
