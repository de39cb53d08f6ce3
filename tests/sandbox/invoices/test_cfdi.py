"""The files of an invoice: its XML, which `test_cfdi_for_others.py` has others read, and a PDF."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from pypdf import PdfReader

from gigstack_api.sandbox.call import Call
from gigstack_api.sandbox.resource import Resource
from gigstack_api.sandbox.rules.invoices import cfdi, cfdi_pdf
from gigstack_api.sandbox.rules.invoices.stamping import file_addresses, stamp, stamp_complement
from gigstack_api.sandbox.state import State

from ...support.sandbox import call_on

NAMES = {
    "cfdi": "http://www.sat.gob.mx/cfd/4",
    "tfd": "http://www.sat.gob.mx/TimbreFiscalDigital",
    "pago20": "http://www.sat.gob.mx/Pagos20",
    "implocal": "http://www.sat.gob.mx/implocal",
}
CLIENT: Resource = {
    "name": "Juan",
    "legal_name": "JUAN PÉREZ GARCÍA",
    "tax_id": "PEGJ800101ABC",
    "tax_system": "612",
    "address": {"zip": "03100"},
}
XSI = "http://www.w3.org/2001/XMLSchema-instance"
IVA = {"type": "IVA", "rate": 0.16, "factor": "Tasa"}
ISR = {"type": "ISR", "rate": 0.1, "factor": "Tasa", "withholding": True}
ITEM: Resource = {
    "description": "Asesoría",
    "unit_price": 1000,
    "taxes": [IVA],
    "product_key": "80141503",
    "unit_key": "HUR",
}


@pytest.fixture
def call() -> Call:
    return call_on(State(now=lambda: 1_768_473_045, lenient=True))


def kept(call: Call, invoice: Resource, kind: str) -> bytes:
    file = call.state.file(invoice["files"][kind].rpartition("/")[2])
    assert file is not None
    assert file[1] == f"application/{kind}"
    return file[0]


def xml_of(call: Call, invoice: Resource) -> Element:
    return fromstring(kept(call, invoice, "xml"))


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def node(root: Element, path: str) -> Element:
    found = root.find(path, NAMES)
    assert found is not None, path
    return found


def test_the_xml_holds_uuid_parties_and_totals(call: Call) -> None:
    invoice = stamp(
        call,
        "I",
        CLIENT,
        [{**ITEM, "taxes": [IVA, ISR], "discount": 100}],
        {"series": "F", "folio_number": 7},
    )
    root = xml_of(call, invoice)
    assert root.tag == "{http://www.sat.gob.mx/cfd/4}Comprobante"
    assert root.attrib == {
        f"{{{XSI}}}schemaLocation": "http://www.sat.gob.mx/cfd/4"
        " http://www.sat.gob.mx/sitio_internet/cfd/4/cfdv40.xsd",
        "Version": "4.0",
        "Serie": "F",
        "Folio": "7",
        "Fecha": "2026-01-15T04:30:45",
        "Sello": invoice["stamp"]["sello"],
        "NoCertificado": "30001000000000000001",
        "Certificado": root.get("Certificado"),
        "FormaPago": "03",
        "SubTotal": "1000.00",
        "Descuento": "100.00",
        "Moneda": "MXN",
        "TipoCambio": "1",
        "Total": "954.00",
        "TipoDeComprobante": "I",
        "MetodoPago": "PUE",
        "Exportacion": "01",
        "LugarExpedicion": "03100",
    }
    assert node(root, "cfdi:Emisor").get("Rfc") == "CPR180412QX1"
    assert node(root, "cfdi:Receptor").attrib == {
        "Rfc": "PEGJ800101ABC",
        "Nombre": "JUAN PÉREZ GARCÍA",
        "DomicilioFiscalReceptor": "03100",
        "RegimenFiscalReceptor": "612",
        "UsoCFDI": "G03",
    }


def test_the_seals_are_dummies_that_say_so(call: Call) -> None:
    invoice = stamp(call, "I", CLIENT, [ITEM], {})
    root = xml_of(call, invoice)
    stamped = node(root, "cfdi:Complemento/tfd:TimbreFiscalDigital")
    texts = [root.get("Sello"), root.get("Certificado"), stamped.get("SelloSAT")]
    for text in texts:
        decoded = b64decode(text or "", validate=True)
        assert len(decoded) == 256
        assert decoded.startswith(b"Documento de prueba de un sandbox, sin validez fiscal")
    assert len({*texts}) == 3
    assert root.get("Sello") == stamped.get("SelloCFD") == invoice["stamp"]["sello"]
    assert {name: stamped.get(name) for name in stamped.attrib if "Sello" not in name} == {
        f"{{{XSI}}}schemaLocation": "http://www.sat.gob.mx/TimbreFiscalDigital http://www.sat.gob.mx"
        "/sitio_internet/cfd/TimbreFiscalDigital/TimbreFiscalDigitalv11.xsd",
        "Version": "1.1",
        "UUID": invoice["uuid"].upper(),
        "FechaTimbrado": "2026-01-15T04:30:45",
        "RfcProvCertif": "PAC010101AA1",
        "Leyenda": "Documento de prueba de un sandbox, sin validez fiscal",
        "NoCertificadoSAT": "30001000000000000000",
    }


def test_the_xml_holds_the_taxes_of_each_concept_and_their_sums(call: Call) -> None:
    exempt = {"type": "IVA", "rate": 0, "factor": "Exento"}
    items: list[Resource] = [
        {**ITEM, "taxes": [IVA, ISR], "quantity": 2, "sku": "A-1"},
        {**ITEM, "taxes": [exempt]},
        {**ITEM, "taxes": []},
    ]
    root = xml_of(call, stamp(call, "I", CLIENT, items, {}))
    first, second, third = root.findall("cfdi:Conceptos/cfdi:Concepto", NAMES)
    assert {
        name: first.get(name)
        for name in ("Cantidad", "ValorUnitario", "Importe", "ObjetoImp", "NoIdentificacion")
    } == {
        "Cantidad": "2",
        "ValorUnitario": "1000.00",
        "Importe": "2000.00",
        "ObjetoImp": "02",
        "NoIdentificacion": "A-1",
    }
    charged = node(first, "cfdi:Impuestos/cfdi:Traslados/cfdi:Traslado").attrib
    assert charged == {
        "Base": "2000.000000",
        "Impuesto": "002",
        "TipoFactor": "Tasa",
        "TasaOCuota": "0.160000",
        "Importe": "320.000000",
    }
    withheld = node(first, "cfdi:Impuestos/cfdi:Retenciones/cfdi:Retencion").attrib
    assert (withheld["Impuesto"], withheld["TasaOCuota"], withheld["Importe"]) == (
        "001",
        "0.100000",
        "200.000000",
    )
    free = node(second, "cfdi:Impuestos/cfdi:Traslados/cfdi:Traslado").attrib
    assert free == {"Base": "1000.000000", "Impuesto": "002", "TipoFactor": "Exento"}
    assert (third.get("ObjetoImp"), list(third)) == ("01", [])
    sums = node(root, "cfdi:Impuestos")
    assert sums.attrib == {
        "TotalImpuestosRetenidos": "200.00",
        "TotalImpuestosTrasladados": "320.00",
    }
    assert node(sums, "cfdi:Retenciones/cfdi:Retencion").attrib == {
        "Impuesto": "001",
        "Importe": "200.00",
    }
    assert [
        node.get("TipoFactor") for node in sums.findall("cfdi:Traslados/cfdi:Traslado", NAMES)
    ] == ["Tasa", "Exento"]


@pytest.mark.parametrize(
    ("taxes", "sums"),
    [
        ([ISR], {"TotalImpuestosRetenidos": "100.00"}),
        ([IVA], {"TotalImpuestosTrasladados": "160.00"}),
        ([{**IVA, "factor": "Exento"}], {}),
    ],
)
def test_the_xml_names_only_sums_that_there_are(
    call: Call, taxes: list[dict[str, Any]], sums: dict[str, str]
) -> None:
    root = xml_of(call, stamp(call, "I", CLIENT, [{**ITEM, "taxes": taxes}], {}))
    assert node(root, "cfdi:Impuestos").attrib == sums
    without: list[Any] = [[], [{"type": "ISH", "rate": 0.03}]]
    for none in without:
        untaxed = stamp(call, "I", CLIENT, [{**ITEM, "taxes": none}], {})
        assert xml_of(call, untaxed).find("cfdi:Impuestos", NAMES) is None


def test_local_taxes_stand_in_a_complement_of_their_own(call: Call) -> None:
    lodging = {"type": "ISH", "rate": 0.03}
    cedular = {"type": "Cedular", "rate": 0.05, "withholding": True}
    items = [{**ITEM, "taxes": [IVA, lodging, cedular]}, {**ITEM, "taxes": [lodging]}]
    root = xml_of(call, stamp(call, "I", CLIENT, items, {}))
    first, second = root.findall("cfdi:Conceptos/cfdi:Concepto", NAMES)
    assert [tax.get("Impuesto") for tax in first.iter(f"{{{NAMES['cfdi']}}}Traslado")] == ["002"]
    assert (second.get("ObjetoImp"), list(second)) == ("01", [])
    assert node(root, "cfdi:Impuestos").attrib == {"TotalImpuestosTrasladados": "160.00"}
    local = node(root, "cfdi:Complemento/implocal:ImpuestosLocales")
    assert local.attrib == {
        "version": "1.0",
        "TotaldeRetenciones": "50.00",
        "TotaldeTraslados": "60.00",
    }
    assert [entry.attrib for entry in local] == [
        {"ImpLocRetenido": "CEDULAR", "TasadeRetencion": "5.00", "Importe": "50.00"},
        {"ImpLocTrasladado": "ISH", "TasadeTraslado": "3.00", "Importe": "60.00"},
    ]
    assert root.get("Total") == "2170.00"
    assert "http://www.sat.gob.mx/implocal " in (root.get(f"{{{XSI}}}schemaLocation") or "")


def test_a_discount_has_the_decimals_of_its_amount(call: Call) -> None:
    root = xml_of(call, stamp(call, "I", CLIENT, [{**ITEM, "discount": 33.333333}], {}))
    concept = node(root, "cfdi:Conceptos/cfdi:Concepto")
    assert (concept.get("Importe"), concept.get("Descuento")) == ("1000.000000", "33.333333")


def test_a_price_with_taxes_stands_in_the_xml_without_them(call: Call) -> None:
    item = {
        **ITEM,
        "unit_price": 10,
        "quantity": 3,
        "discount": 1.16,
        "taxes": [{**IVA, "inclusive": True}],
    }
    root = xml_of(call, stamp(call, "I", CLIENT, [item], {}))
    concept = node(root, "cfdi:Conceptos/cfdi:Concepto")
    assert [concept.get(name) for name in ("ValorUnitario", "Importe", "Descuento")] == [
        "8.62069",
        "25.862069",
        "1.000000",
    ]
    assert [root.get(name) for name in ("SubTotal", "Descuento", "Total")] == [
        "25.86",
        "1.00",
        "28.84",
    ]


def test_the_xml_has_related_documents_and_global_period(
    call: Call,
) -> None:
    related = [
        {"relationship": "01", "documents": ["12345678-1234-1234-1234-12345678abcd"]},
        {"relationship": "03"},
    ]
    period = {"periodicity": "04", "months": "01", "year": 2026}
    root = xml_of(
        call,
        stamp(
            call,
            "E",
            CLIENT,
            [ITEM],
            {"related_documents": related, "global": period, "exports": "02"},
        ),
    )
    assert node(root, "cfdi:InformacionGlobal").attrib == {
        "Periodicidad": "04",
        "Meses": "01",
        "Año": "2026",
    }
    assert [node.get("TipoRelacion") for node in root.findall("cfdi:CfdiRelacionados", NAMES)] == [
        "01",
        "03",
    ]
    uuids = [
        node.get("UUID")
        for node in root.findall("cfdi:CfdiRelacionados/cfdi:CfdiRelacionado", NAMES)
    ]
    assert uuids == ["12345678-1234-1234-1234-12345678ABCD"]
    assert (root.get("TipoDeComprobante"), root.get("Exportacion")) == ("E", "02")


def test_a_payment_complement_has_amounts_only_in_pagos20(call: Call) -> None:
    invoice = stamp(
        call,
        "I",
        CLIENT,
        [ITEM],
        {"payment_method": "PPD", "currency": "USD", "exchange_rate": 17.5},
    )
    stamp_complement(call, invoice, 160, {"id": "payment_1", "payment_form": "28"})
    paid_at = {"id": "payment_2", "succeeded_at": 1_768_386_645}
    root = xml_of(call, stamp_complement(call, invoice, 400, paid_at))
    assert [
        root.get(name)
        for name in ("SubTotal", "Moneda", "Total", "TipoDeComprobante", "MetodoPago")
    ] == [
        "0",
        "XXX",
        "0",
        "P",
        None,
    ]
    payment = node(root, "cfdi:Complemento/pago20:Pagos/pago20:Pago")
    assert payment.attrib == {
        "FechaPago": "2026-01-14T04:30:45",
        "FormaDePagoP": "03",
        "MonedaP": "USD",
        "TipoCambioP": "17.5",
        "Monto": "400.00",
    }
    document = node(payment, "pago20:DoctoRelacionado")
    assert document.get("IdDocumento") == invoice["uuid"].upper()
    names = ("NumParcialidad", "ImpSaldoAnt", "ImpPagado", "ImpSaldoInsoluto", "ObjetoImpDR")
    assert [document.get(name) for name in names] == ["2", "1000.00", "400.00", "600.00", "02"]
    assert (
        node(root, "cfdi:Complemento/pago20:Pagos/pago20:Totales").get("MontoTotalPagos")
        == "7000.00"
    )
    assert node(root, "cfdi:Complemento/tfd:TimbreFiscalDigital").get("UUID")


def test_characters_invalid_in_xml_become_spaces(call: Call) -> None:
    client = {**CLIENT, "legal_name": 'Ñandú & "Cía" <x>'}
    root = xml_of(
        call, stamp(call, "I", client, [{**ITEM, "description": "a\x01b\ufffe\U0001f600"}], {})
    )
    assert node(root, "cfdi:Receptor").get("Nombre") == 'Ñandú & "Cía" <x>'
    assert node(root, "cfdi:Conceptos/cfdi:Concepto").get("Descripcion") == "a b \U0001f600"


def test_an_incomplete_client_gets_generic_fiscal_data(call: Call) -> None:
    receiver = node(
        xml_of(call, stamp(call, "I", {"tax_id": "XAXX010101000"}, [ITEM], {})), "cfdi:Receptor"
    )
    assert receiver.attrib == {
        "Rfc": "XAXX010101000",
        "Nombre": "PUBLICO EN GENERAL",
        "DomicilioFiscalReceptor": "03100",
        "RegimenFiscalReceptor": "616",
        "UsoCFDI": "G03",
    }


def test_the_xml_of_an_invoice_that_was_not_stamped_here(call: Call) -> None:
    invoice = stamp(call, "I", CLIENT, [ITEM], {})
    bare = {
        name: value for name, value in invoice.items() if name not in {"date", "discount", "use"}
    }
    root = fromstring(cfdi.xml({**bare, "client": {}, "stamp": {}}))
    assert (root.get("Fecha"), node(root, "cfdi:Receptor").get("UsoCFDI")) == (
        "2026-01-15T04:30:45",
        "S01",
    )


def test_amounts_are_written_without_exponent(call: Call) -> None:
    item: Resource = {**ITEM, "unit_price": 1e16, "quantity": 0.00001, "taxes": []}
    concept = node(
        xml_of(call, stamp(call, "I", CLIENT, [item], {})), "cfdi:Conceptos/cfdi:Concepto"
    )
    written = [concept.get(name) for name in ("Cantidad", "ValorUnitario", "Importe")]
    assert written == ["0.00001", "10000000000000000.00", "100000000000.00"]


def test_the_pdf_says_what_the_invoice_is(call: Call) -> None:
    invoice = stamp(
        call,
        "I",
        CLIENT,
        [{**ITEM, "taxes": [IVA, ISR]}],
        {"invoice_pdf_notes": "Gracias por su compra"},
    )
    text = text_of(kept(call, invoice, "pdf"))
    for words in (
        invoice["uuid"],
        "A 1",
        "JUAN PÉREZ GARCÍA, PEGJ800101ABC",
        "Asesoría: 1000",
        "Impuestos: 160.00",
        "Retenciones: 100.00",
    ):
        assert words in text
    for words in ("Total: 1,060.00 MXN", "SIN VALIDEZ FISCAL", "Gracias por su compra"):
        assert words in text
    assert "Descuento" not in text


def test_a_nearly_empty_document_gives_a_watermarked_pdf() -> None:
    text = text_of(cfdi_pdf.pdf("Pre-factura", {"currency": "JPY"}, watermark="Sin Validez"))
    assert "Total: 0 JPY" in text
    assert "Público en general, XAXX010101000" in text
    assert "Sin Validez" in text


def test_any_text_and_many_items_fit_into_a_pdf(call: Call) -> None:
    items = [{**ITEM, "description": "💡 日本 \x01\t\n" + "x" * 500}] * 60
    content = kept(call, stamp(call, "I", CLIENT, items, {}), "pdf")
    assert len(PdfReader(BytesIO(content)).pages) > 1


def test_files_are_named_by_uuid_whatever_the_series(call: Call) -> None:
    invoice = stamp(call, "I", CLIENT, [ITEM], {"series": "A/Ñ ?#"})
    assert invoice["files"] == file_addresses(call, invoice)
    assert invoice["files"]["pdf"] == f"http://127.0.0.1/files/{invoice['uuid']}.pdf"
