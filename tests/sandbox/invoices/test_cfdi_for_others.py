"""What others make of the sandbox's files: satcfdi reads them, the SAT's schemas validate them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from gigstack_api.sandbox.call import Call
from gigstack_api.sandbox.errors import Refusal
from gigstack_api.sandbox.resource import Resource
from gigstack_api.sandbox.rules.invoices import cfdi
from gigstack_api.sandbox.rules.invoices.stamping import stamp, stamp_complement
from gigstack_api.sandbox.rules.sat import purchases
from gigstack_api.sandbox.state import State
from scripts.sat_reader import SPACES, read, schema_faults

from ...fiscal.cases import CASES, Case
from ...support.sandbox import call_on

NOW = 1_768_473_045
CLIENT: Resource = {
    "legal_name": "JUAN PÉREZ GARCÍA",
    "tax_id": "PEGJ800101AB1",
    "tax_system": "612",
    "address": {"zip": "03100"},
}
PUBLIC: Resource = {
    "legal_name": "Público en general",
    "tax_id": "XAXX010101000",
    "tax_system": "616",
    "use": "S01",
    "address": {"zip": "03100"},
}
IVA = {"type": "IVA", "rate": 0.16, "factor": "Tasa"}
IVA_8, IVA_0, EXEMPT = {**IVA, "rate": 0.08}, {**IVA, "rate": 0}, {**IVA, "factor": "Exento"}
IEPS = {"type": "IEPS", "rate": 0.08, "factor": "Tasa"}
QUOTA = {"type": "IEPS", "rate": 6.4555, "factor": "Cuota"}
ISR = {"type": "ISR", "rate": 0.0125, "factor": "Tasa", "withholding": True}
IVA_WITHHELD = {**IVA, "rate": 0.106667, "withholding": True}
ISH = {"type": "ISH", "rate": 0.03, "factor": "Tasa"}
ITEM: Resource = {
    "description": "Asesoría",
    "unit_price": 100,
    "quantity": 1,
    "product_key": "80141503",
    "unit_key": "E48",
    "taxes": [IVA],
}
PARTY = {
    "legal_name": "EMPRESA DE EJEMPLO",
    "tax_id": "EDE101010AB1",
    "tax_system": "601",
    "zip": "03100",
}
IEDU = (
    '<?xml version="1.0"?><iedu:instEducativas xmlns:iedu="http://www.sat.gob.mx/iedu"'
    ' version="1.0" nombreAlumno="ANA" CURP="PEGJ800101HDFRRN09"'
    ' nivelEducativo="Primaria" autRVOE="1"/>'
)
LEGEND = (
    '<leyendasFisc:LeyendasFiscales xmlns:leyendasFisc="http://www.sat.gob.mx/leyendasFiscales"'
    ' version="1.0"><leyendasFisc:Leyenda textoLeyenda="Ñandú &amp; Cía"/>'
    "</leyendasFisc:LeyendasFiscales>"
)


@pytest.fixture
def call() -> Call:
    return call_on(State(now=lambda: NOW))


def xml_of(call: Call, invoice: Resource) -> bytes:
    file = call.state.file(f"{invoice['uuid']}.xml")
    assert file is not None
    return file[0]


def found(xml: bytes, path: str) -> list[dict[str, str]]:
    return [dict(node.attrib) for node in fromstring(xml).iterfind(path, SPACES)]


DOCUMENTS: dict[str, tuple[Resource, list[Resource], Resource]] = {
    "one tax": (CLIENT, [ITEM], {}),
    "withheld, discount": (
        CLIENT,
        [{**ITEM, "taxes": [IVA, ISR, IVA_WITHHELD], "discount": 33.333333}],
        {},
    ),
    "exempt, zero and none": (
        CLIENT,
        [{**ITEM, "taxes": [tax]} for tax in (EXEMPT, IVA_0)] + [{**ITEM, "taxes": []}],
        {},
    ),
    "IEPS and a quota": (
        CLIENT,
        [{**ITEM, "taxes": [IVA, IEPS]}, {**ITEM, "quantity": 40, "taxes": [IVA, QUOTA]}],
        {},
    ),
    "tax included": (
        CLIENT,
        [{**ITEM, "taxes": [{**IVA, "inclusive": True}], "quantity": 3, "discount": 10}],
        {},
    ),
    "local taxes": (CLIENT, [{**ITEM, "taxes": [IVA, ISH]}], {}),
    "yen": (CLIENT, [{**ITEM, "unit_price": 333}], {"currency": "JPY", "exchange_rate": 0.1214}),
    "dinar": (CLIENT, [ITEM], {"currency": "KWD", "exchange_rate": 60}),
    "a global invoice": (
        PUBLIC,
        [ITEM],
        {"global": {"periodicity": "04", "months": "01", "year": 2026}, "use": "S01"},
    ),
    "details": (
        CLIENT,
        [
            {
                **ITEM,
                "third_party": PARTY,
                "customs_request": "15 48 3009 0001234",
                "property_tax_account": "15956011002",
                "complement": IEDU,
                "sku": "A-1",
                "unit_name": "Servicio",
            }
        ],
        {"complements": [{"type": "custom", "data": LEGEND}], "addenda": "<a:b xmlns:a='x'/>"},
    ),
    "relations": (
        CLIENT,
        [ITEM],
        {
            "related_documents": [
                {"relationship": "07", "documents": ["12345678-1234-1234-1234-12345678abcd"]}
            ]
        },
    ),
}


@pytest.mark.parametrize("invoice_type", ["I", "E"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_invoice_is_read_and_valid(call: Call, name: str, invoice_type: str) -> None:
    client, items, fields = DOCUMENTS[name]
    invoice = stamp(call, invoice_type, client, items, fields)
    xml = xml_of(call, invoice)
    assert schema_faults(xml) == []
    seen = read(xml)
    assert str(seen["Total"]) == found(xml, ".")[0]["Total"]
    assert Decimal(str(invoice["total"])) == seen["Total"]
    assert seen["Complemento"]["TimbreFiscalDigital"]["UUID"] == invoice["uuid"].upper()


NOT_STAMPED = {"no items", "discount of everything", "example of taxes, all four"}
"""A PAC refuses them: a tax needs a base above 0, and a line has no tax twice."""


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.name not in NOT_STAMPED], ids=lambda case: case.name
)
def test_the_worked_cases_are_read_and_valid(call: Call, case: Case) -> None:
    items = [{"description": "x", **item} for item in case.items]
    invoice = stamp(call, "I", CLIENT, items, {"payment_method": "PPD"})
    assert schema_faults(xml_of(call, invoice)) == []
    if invoice["total"]:
        half = max(round(invoice["total"] / 2, 2), 0.01)
        complement = stamp_complement(call, invoice, half, {"id": "payment_1"})
        assert schema_faults(xml_of(call, complement)) == []


TAXED: dict[str, list[Any]] = {
    "IVA": [IVA],
    "border": [IVA_8],
    "zero": [IVA_0],
    "exempt": [EXEMPT],
    "RESICO": [IVA, ISR, IVA_WITHHELD],
    "IEPS": [IVA, IEPS],
    "quota": [QUOTA],
    "local": [IVA, ISH],
}


@pytest.mark.parametrize("currency", ["MXN", "USD", "JPY", "KWD"])
@pytest.mark.parametrize("name", TAXED)
def test_the_complements_of_a_taxed_invoice_are_read_and_valid(
    call: Call, name: str, currency: str
) -> None:
    rate = 1 if currency == "MXN" else 18.5
    fields = {"payment_method": "PPD", "currency": currency, "exchange_rate": rate}
    items: list[Resource] = [
        {**ITEM, "unit_price": 1000, "taxes": TAXED[name]},
        {**ITEM, "taxes": []},
    ]
    invoice = stamp(call, "I", CLIENT, items, fields)
    for number, amount in enumerate((100.333, 200), start=1):
        paid = {"id": f"payment_{number}", "payment_form": "03", "succeeded_at": NOW}
        complement = stamp_complement(call, invoice, amount, paid)
        xml = xml_of(call, complement)
        assert schema_faults(xml) == []
        seen = read(xml)
        [payment] = seen["Complemento"]["Pagos"]["Pago"]
        [document] = payment["DoctoRelacionado"]
        assert document["NumParcialidad"] == number
        assert document["ObjetoImpDR"].code == "02"
        assert document["ImpuestosDR"]
        assert payment["ImpuestosP"]
        assert document["ImpSaldoAnt"] - document["ImpPagado"] == document["ImpSaldoInsoluto"]


def test_a_complement_has_its_part_of_the_taxes(call: Call) -> None:
    items = [
        {**ITEM, "unit_price": 600, "taxes": [IVA, ISR, IVA_WITHHELD]},
        {**ITEM, "unit_price": 300, "taxes": [IVA]},
        {**ITEM, "unit_price": 100, "taxes": [EXEMPT]},
    ]
    fields = {"payment_method": "PPD", "currency": "USD", "exchange_rate": 20}
    invoice = stamp(call, "I", CLIENT, items, fields)
    assert invoice["total"] == 1072.5
    paid = {"id": "payment_1", "payment_form": "03"}
    xml = xml_of(call, stamp_complement(call, invoice, 536.25, paid))
    assert found(xml, ".//pago20:Totales") == [
        {
            "TotalRetencionesIVA": "640.00",
            "TotalRetencionesISR": "75.00",
            "TotalTrasladosBaseIVA16": "9000.00",
            "TotalTrasladosImpuestoIVA16": "1440.00",
            "TotalTrasladosBaseIVAExento": "1000.00",
            "MontoTotalPagos": "10725.00",
        }
    ]
    assert found(xml, ".//pago20:TrasladoDR") == [
        {
            "BaseDR": "450.000000",
            "ImpuestoDR": "002",
            "TipoFactorDR": "Tasa",
            "TasaOCuotaDR": "0.160000",
            "ImporteDR": "72.000000",
        },
        {"BaseDR": "50.000000", "ImpuestoDR": "002", "TipoFactorDR": "Exento"},
    ]
    assert found(xml, ".//pago20:RetencionP") == [
        {"ImpuestoP": "001", "ImporteP": "3.750000"},
        {"ImpuestoP": "002", "ImporteP": "32.000100"},
    ]


@pytest.mark.parametrize(
    ("objects", "wanted"),
    [
        (["01"], "01"),
        (["03", "03"], "03"),
        (["01", "04"], "01"),
        (["04"], "04"),
        (["06"], "06"),
    ],
)
def test_an_untaxed_complement_has_the_object_of_its_lines(
    call: Call, objects: list[str], wanted: str
) -> None:
    items: list[Resource] = [{**ITEM, "taxes": [], "taxability": code} for code in objects]
    invoice = stamp(call, "I", CLIENT, items, {"payment_method": "PPD"})
    xml = xml_of(call, stamp_complement(call, invoice, 50, {"id": "payment_1"}))
    [document] = found(xml, ".//pago20:DoctoRelacionado")
    assert document["ObjetoImpDR"] == wanted
    assert found(xml, ".//pago20:ImpuestosDR") == []
    assert schema_faults(xml) == []


def test_the_taxed_lines_say_the_tax_object_of_a_payment(call: Call) -> None:
    for objects, wanted in ((("07", "01"), "07"), (("07", "02"), "02")):
        taxes = {"01": [], "02": [IVA], "07": [IEPS]}
        items = [{**ITEM, "taxes": taxes[code], "taxability": code} for code in objects]
        invoice = stamp(call, "I", CLIENT, items, {"payment_method": "PPD"})
        xml = xml_of(call, stamp_complement(call, invoice, 50, {"id": "payment_1"}))
        assert found(xml, ".//pago20:DoctoRelacionado")[0]["ObjetoImpDR"] == wanted


def test_a_payment_too_small_for_a_base_has_no_taxes(call: Call) -> None:
    items: list[Resource] = [
        {**ITEM, "unit_price": 0.01, "taxes": [IVA]},
        {**ITEM, "unit_price": 1e9, "taxes": []},
    ]
    invoice = stamp(call, "I", CLIENT, items, {"payment_method": "PPD"})
    xml = xml_of(call, stamp_complement(call, invoice, 0.01, {"id": "payment_1"}))
    assert found(xml, ".//pago20:ImpuestosDR") == []


def test_a_payment_still_to_be_defined_has_no_complement(call: Call) -> None:
    invoice = stamp(call, "I", CLIENT, [ITEM], {"payment_method": "PPD"})
    with pytest.raises(Refusal) as caught:
        stamp_complement(call, invoice, 50, {"id": "payment_1", "payment_form": "99"})
    assert "CRP20212" in str(caught.value.document)


def test_what_was_sent_stands_in_the_document(call: Call) -> None:
    client, items, fields = DOCUMENTS["details"]
    xml = xml_of(call, stamp(call, "I", client, items, fields))
    concept = "cfdi:Conceptos/cfdi:Concepto"
    assert found(xml, f"{concept}/cfdi:ACuentaTerceros") == [
        {
            "RfcACuentaTerceros": "EDE101010AB1",
            "NombreACuentaTerceros": "EMPRESA DE EJEMPLO",
            "RegimenFiscalACuentaTerceros": "601",
            "DomicilioFiscalACuentaTerceros": "03100",
        }
    ]
    assert found(xml, f"{concept}/cfdi:InformacionAduanera") == [
        {"NumeroPedimento": "15  48  3009  0001234"}
    ]
    assert found(xml, f"{concept}/cfdi:CuentaPredial") == [{"Numero": "15956011002"}]
    assert IEDU.partition("?>")[2].encode() in xml
    assert LEGEND.encode() in xml
    assert b"<cfdi:Addenda><a:b xmlns:a='x'/></cfdi:Addenda>" in xml


@pytest.mark.parametrize(
    ("addenda", "written"),
    [
        ("<Pedido>1</Pedido>", "<cfdi:Addenda><Pedido>1</Pedido></cfdi:Addenda>"),
        ("<?xml version='1.0'?>\n<erp:a/>", "<cfdi:Addenda><erp:a/></cfdi:Addenda>"),
        ("<cfdi:Addenda><a/><b/></cfdi:Addenda>", "<cfdi:Addenda><a/><b/></cfdi:Addenda>"),
        ("<?sent 0?><a/>", "<cfdi:Addenda><?sent 0?><a/></cfdi:Addenda>"),
    ],
)
def test_an_addenda_is_kept_as_it_was_sent(call: Call, addenda: str, written: str) -> None:
    xml = xml_of(call, stamp(call, "I", CLIENT, [ITEM], {"addenda": addenda}))
    assert xml.endswith(f"</cfdi:Complemento>{written}</cfdi:Comprobante>".encode())


def test_namespaces_of_the_document_are_declared(call: Call) -> None:
    bare = LEGEND.replace(' xmlns:leyendasFisc="http://www.sat.gob.mx/leyendasFiscales"', "")
    legend = {"prefix": "leyendasFisc", "uri": "http://www.sat.gob.mx/leyendasFiscales"}
    fields = {
        "complements": [{"data": bare}, {"data": None}],
        "namespaces": [
            {**legend, "schema_location": "http://www.sat.gob.mx/leyendasFisc.xsd"},
            {"prefix": "cfdi", "uri": "http://example.com"},
            {"prefix": None, "uri": "http://example.com"},
        ],
    }
    xml = xml_of(call, stamp(call, "I", CLIENT, [ITEM], fields))
    assert schema_faults(xml) == []
    assert b"leyendasFiscales http://www.sat.gob.mx/leyendasFisc.xsd" in xml


@pytest.mark.parametrize(
    ("fields", "item", "reason"),
    [
        ({"addenda": "text"}, {}, "301: the addenda is not XML"),
        ({"addenda": "<a><b></a>"}, {}, "301: the addenda is not well-formed XML: mismatched tag"),
        ({"addenda": "</a><a>"}, {}, "301: the addenda is not well-formed XML"),
        ({"addenda": "<a>\ufffe</a>"}, {}, "301: the addenda has characters that XML cannot hold"),
        ({"complements": [{"data": "<iedu:x/>"}]}, {}, "301: complement 1 is not well-formed XML"),
        (
            {},
            {"complement": "<!DOCTYPE a><a/>"},
            "301: the complement of item 1 is not well-formed",
        ),
    ],
)
def test_what_is_not_xml_is_refused(
    call: Call, fields: Resource, item: Resource, reason: str
) -> None:
    with pytest.raises(Refusal) as caught:
        stamp(call, "I", CLIENT, [{**ITEM, **item}], fields)
    assert reason in caught.value.document["error"]["message"]


@pytest.mark.parametrize("sent", ["15  48  3009  0001234", "154830090001234"])
def test_a_customs_declaration_is_written_in_groups(call: Call, sent: str) -> None:
    xml = xml_of(call, stamp(call, "I", CLIENT, [{**ITEM, "customs_request": sent}], {}))
    [customs] = found(xml, ".//cfdi:InformacionAduanera")
    assert customs["NumeroPedimento"] == "15  48  3009  0001234"


def test_an_unknown_customs_number_stays_as_it_is(call: Call) -> None:
    call.state.lenient = True
    xml = xml_of(call, stamp(call, "I", CLIENT, [{**ITEM, "customs_request": "15-1"}], {}))
    assert found(xml, ".//cfdi:InformacionAduanera") == [{"NumeroPedimento": "15-1"}]


def test_a_global_invoice_names_the_public_as_the_sat_does(call: Call) -> None:
    client, items, fields = DOCUMENTS["a global invoice"]
    for name, more in (("PUBLICO EN GENERAL", fields), ("Público en general", {})):
        xml = xml_of(call, stamp(call, "I", client, items, more))
        assert found(xml, "cfdi:Receptor")[0]["Nombre"] == name


def test_a_client_without_obligations_has_the_only_use_there_is(call: Call) -> None:
    client = {name: value for name, value in PUBLIC.items() if name != "use"}
    assert stamp(call, "I", client, [ITEM], {})["use"] == "S01"
    assert stamp(call, "E", client, [ITEM], {})["use"] == "G02"


def test_received_invoices_are_read_and_valid() -> None:
    receiver = {
        "legal_name": "EMPRESA DE EJEMPLO",
        "tax_id": "EDE101010AB1",
        "tax_system": "601",
        "zip": "03100",
    }
    for record in purchases.generate(receiver, NOW, "seed").values():
        xml = cfdi.xml(record["invoice"])
        assert schema_faults(xml) == []
        assert read(xml)["Receptor"]["Rfc"] == "EDE101010AB1"
