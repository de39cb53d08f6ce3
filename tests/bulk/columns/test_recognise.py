"""Columns are recognised by their names, and what must be settled is said."""

from __future__ import annotations

import pickle
from typing import get_args

import pytest

from gigstack_api import InvalidArgumentError
from gigstack_api.bulk import BadFileError, ColumnMap, recognise
from gigstack_api.bulk.columns import Resource
from gigstack_api.bulk.columns.folding import fold
from gigstack_api.bulk.columns.names import CLIENT, DOCUMENT, ITEM, SERVICE, names_of

CLIENTS = {
    "RFC": "tax_id",
    "R.F.C.": "tax_id",
    "rfc del cliente": "tax_id",
    "Tax ID": "tax_id",
    "tax_id": "tax_id",
    "taxId": "tax_id",
    "Razón social": "legal_name",
    "RAZON SOCIAL": "legal_name",
    "razon_social": "legal_name",
    "Denominación o razón social": "legal_name",
    "Nombre": "name",
    "Nombre (contacto)": "name",
    "Full name": "name",
    "Empresa": "company",
    "Correo": "email",
    "Correo electrónico": "email",
    "E-mail": "email",
    "EMAIL *": "email",
    "CCO": "bcc",
    "Teléfono": "phone",
    "Tel.": "phone",
    "C.P.": "address.zip",
    "CP": "address.zip",
    "Código postal": "address.zip",
    "codigo_postal": "address.zip",
    "Zip code": "address.zip",
    "zip": "address.zip",
    "address.zip": "address.zip",
    "Régimen fiscal": "tax_system",
    "REGIMEN": "tax_system",
    "Régimen Fiscal del Receptor": "tax_system",
    "Uso CFDI": "use",
    "Uso del CFDI": "use",
    "Calle": "address.street",
    "No. exterior": "address.exterior",
    "Nº exterior": "address.exterior",
    "Núm. Ext.": "address.exterior",
    "# interior": "address.interior",
    "Colonia": "address.neighborhood",
    "Alcaldía o municipio": "address.municipality",
    "Ciudad": "address.city",
    "Estado": "address.state",
    "País": "address.country",
    "metadata.store": "metadata.store",
    "External ID": "metadata.external_id",
    "keep_full_legal_name": "defaults.keep_full_legal_name",
}

SERVICES = {
    "Nombre": "description",
    "Producto": "description",
    "Precio": "unit_price",
    "Clave SAT": "product_key",
    "Clave unidad": "unit_key",
    "Unidad": "unit_name",
    "IVA %": "taxes.iva",
    "Objeto de impuesto": "taxability",
}

INVOICES = {
    "Folio": "metadata.document",
    "Documento": "metadata.document",
    "Cliente RFC": "client.tax_id",
    "RFC": "client.tax_id",
    "RFC receptor": "client.tax_id",
    "Cliente": "client.name",
    "Nombre": "client.name",
    "C.P. del cliente": "client.address.zip",
    "Uso": "use",
    "Client use": "client.use",
    "Descripción": "items.description",
    "Cantidad": "items.quantity",
    "Precio unitario": "items.unit_price",
    "Descuento": "items.discount",
    "Clave producto SAT": "items.product_key",
    "Clave de producto o servicio": "items.product_key",
    "IVA": "items.taxes.iva",
    "ISR retenido": "items.taxes.isr_withheld",
    "Forma de pago": "payment_form",
    "FormaPago": "payment_form",
    "Método de pago": "payment_method",
    "Moneda": "currency",
    "Tipo de cambio": "exchange_rate",
    "Observaciones": "invoice_pdf_notes",
}

TABLE = [
    *(("clients", column, path) for column, path in CLIENTS.items()),
    *(("services", column, path) for column, path in SERVICES.items()),
    *(("invoices", column, path) for column, path in INVOICES.items()),
    ("payments", "Forma de pago", "payment_form"),
    ("receipts", "Cantidad", "items.quantity"),
]


@pytest.mark.parametrize(("resource", "column", "path"), TABLE)
def test_a_column_is_recognised(resource: Resource, column: str, path: str) -> None:
    assert recognise([column], resource).pairs == ((column, path),)


@pytest.mark.parametrize("resource", get_args(Resource))
def test_no_name_stands_for_two_fields(resource: Resource) -> None:
    tables = {"clients": [CLIENT], "services": [ITEM, SERVICE]}.get(resource, [DOCUMENT, ITEM])
    named = [
        (fold(name), path)
        for t in tables
        for path, names in t.items()
        for name in names.split(", ")
    ]
    assert len({name for name, _ in named}) == len(named)
    assert all(name for _, name in names_of(resource))


def test_unknown_columns_are_ignored_and_listed() -> None:
    found = recognise(["RFC", "Saldo", "id"], "clients")
    assert found == ColumnMap("clients", (("RFC", "tax_id"),), ("Saldo", "id"))
    found.check()


def test_two_columns_for_one_field_are_a_problem() -> None:
    found = recognise(["RFC", "Correo", "E-mail"], "clients")
    text = (
        "the columns 'Correo' and 'E-mail' could all hold email: map one of them to it, or rename"
        " the others"
    )
    assert found.problems == (text,)
    with pytest.raises(BadFileError) as caught:
        found.check()
    assert str(caught.value) == text


def test_an_override_wins_over_names() -> None:
    found = recognise(["RFC", "Correo", "E-mail"], "clients", {"e-mail": "email"})
    assert found.pairs == (("RFC", "tax_id"), ("E-mail", "email"))
    assert (found.ignored, found.problems) == (("Correo",), ())


def test_an_override_with_an_empty_path_ignores() -> None:
    found = recognise(["RFC", "Correo", "E-mail"], "clients", {"Correo": ""})
    assert found.pairs == (("RFC", "tax_id"), ("E-mail", "email"))


@pytest.mark.parametrize(
    ("resource", "overrides", "text"),
    [
        ("clients", {"Clave": "zip"}, "there is no field 'zip'; did you mean 'address.zip'?"),
        ("clients", {"Clave": "tax_idd"}, "there is no field 'tax_idd'; did you mean 'tax_id'?"),
        ("clients", {"Clave": "addres.zip"}, "did you mean 'address.zip'?"),
        ("clients", {"Clave": "address"}, "address has fields itself: address.country, "),
        ("clients", {"Clave": "metadata"}, "metadata takes a key of your own: metadata.NAME"),
        ("clients", {"Clave": "metadata."}, "there is no field 'metadata.'"),
        ("clients", {"Clave": "qqqq"}, "there is no field 'qqqq'; fields are name, company, "),
        ("clients", {"Clabe": "email"}, "there is no column 'Clabe'; did you mean 'Clave'?"),
        ("clients", {"zzz": "email"}, "there is no column 'zzz'; columns are RFC, Clave"),
        ("clients", {"RFC": "email", "Clave": "email"}, "two columns are mapped to email"),
        ("invoices", {"Clave": "unit_price"}, "did you mean 'items.unit_price'?"),
        ("planets", {}, "rows are clients, services, invoices, payments, receipts, not 'planets'"),
    ],
)
def test_a_wrong_override_is_refused(
    resource: Resource, overrides: dict[str, str], text: str
) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        recognise(["RFC", "Clave"], resource, overrides)
    assert text in str(caught.value)


@pytest.mark.parametrize(
    ("resource", "columns", "problems"),
    [
        ("clients", ["a"], ["no column was recognised: name the columns in the first row"]),
        ("services", ["SKU"], ["no column holds description", "no column holds unit_price"]),
        ("invoices", ["Folio", "RFC"], ["no column holds a field of items"]),
        ("invoices", ["Folio", "Cantidad"], ["no column holds a field of client"]),
        ("receipts", ["Cantidad"], []),
    ],
)
def test_a_missing_column_is_a_problem(
    resource: Resource, columns: list[str], problems: list[str]
) -> None:
    found = recognise(columns, resource).problems
    assert [text[: len(part)] for text, part in zip(found, problems, strict=True)] == problems


def test_a_map_can_be_sent_to_another_process() -> None:
    found = recognise(["RFC", "C.P."], "clients")
    assert pickle.loads(pickle.dumps(found)) == found
