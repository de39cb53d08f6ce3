"""The names that columns have in Spanish and English, by the field they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Names = Mapping[str, str]
"""Names by field path, separated by commas. Accents, case and punctuation do not matter."""

CLIENT: Names = {
    "name": "nombre, nombre completo, nombre del cliente, cliente, contacto, nombre del"
    " contacto, name, full name, client, client name, customer, customer name, contact, contact"
    " name",
    "legal_name": "razón social, nombre fiscal, denominación social, nombre o razón social,"
    " denominación o razón social, nombre denominación o razón social, razón social del cliente,"
    " razón social del receptor, legal name, business name",
    "company": "empresa, compañía, negocio, nombre comercial, company, company name, trade name",
    "tax_id": "RFC, RFC del cliente, RFC del receptor, clave RFC, cliente RFC, registro"
    " federal de contribuyentes, tax id, tax id number, taxpayer id",
    "tax_system": "régimen, régimen fiscal, régimen tributario, clave del régimen fiscal,"
    " régimen fiscal del cliente, régimen fiscal del receptor, tax system, tax regime, fiscal"
    " regime",
    "use": "uso, uso CFDI, uso de la factura, clave uso CFDI, use, CFDI use, use of CFDI,"
    " invoice use",
    "email": "correo, correo electrónico, correo del cliente, correo principal, e-mail, mail,"
    " email address, dirección de correo, dirección de correo electrónico",
    "bcc": "copia, copias, copia oculta, CCO, BCC, con copia a, otros correos, correos"
    " adicionales, additional emails",
    "phone": "teléfono, tel, número de teléfono, número telefónico, celular, móvil, WhatsApp,"
    " phone, phone number, telephone, mobile, mobile phone, cell phone",
    "address.zip": "C.P., código postal, código postal fiscal, C.P. fiscal, domicilio fiscal"
    " del receptor, código postal del cliente, zip, zip code, postal code, post code",
    "address.street": "calle, dirección, domicilio, street, street address, address, address"
    " line 1",
    "address.exterior": "exterior, no. exterior, no. ext, núm. exterior, núm. ext, número"
    " exterior, número ext, exterior number, outside number",
    "address.interior": "interior, no. interior, no. int, núm. interior, núm. int, número"
    " interior, número int, interior number, inside number",
    "address.neighborhood": "colonia, col, barrio, fraccionamiento, neighborhood, neighbourhood",
    "address.municipality": "municipio, alcaldía, delegación, municipio o alcaldía, alcaldía"
    " o municipio, delegación o municipio, municipio o delegación, municipality, county",
    "address.city": "ciudad, localidad, población, city, town",
    "address.state": "estado, entidad, entidad federativa, state, province",
    "address.country": "país, country",
    "metadata.external_id": "external id, id externo",
}

ITEM: Names = {
    "description": "descripción, concepto, producto, servicio, artículo, producto o servicio,"
    " descripción del producto, descripción del servicio, nombre del producto, nombre del"
    " servicio, description, concept, product, service, item, item description, product name,"
    " service name",
    "quantity": "cantidad, cant, quantity, qty",
    "unit_price": "precio, precio unitario, precio unit, p. unitario, P.U., valor unitario,"
    " costo unitario, importe unitario, price, unit price, unit value, unit cost",
    "discount": "descuento, importe del descuento, discount, discount amount",
    "product_key": "clave SAT, código SAT, clave producto SAT, clave SAT del producto, clave"
    " de producto, clave prod serv, clave producto servicio, clave de producto o servicio, clave"
    " de producto y servicio, SAT key, SAT code, SAT product key, SAT product code, product key",
    "unit_key": "clave unidad, clave unidad SAT, unidad SAT, SAT unit key, SAT unit, unit"
    " key, unit code",
    "unit_name": "unidad, unidad de medida, nombre de la unidad, unit, unit name, unit of"
    " measure, UOM",
    "sku": "SKU, clave interna, código interno, código del producto, código de artículo, no."
    " identificación, número de identificación, item code, product code",
    "taxability": "objeto de impuesto, objeto imp, clave objeto de impuesto, tax object",
    "taxes.iva": "IVA, tasa IVA, IVA tasa, IVA trasladado, VAT, VAT rate, IVA rate",
    "taxes.ieps": "IEPS, tasa IEPS, IEPS trasladado, IEPS rate",
    "taxes.iva_withheld": "IVA retenido, retención IVA, ret. IVA, withheld IVA, IVA withholding",
    "taxes.isr_withheld": "ISR, ISR retenido, retención ISR, ret. ISR, withheld ISR, ISR"
    " withholding",
}

SERVICE: Names = {"description": "nombre, name"}
"""More names for the items of a catalogue of services."""

DOCUMENT: Names = {
    "metadata.document": "documento, no. documento, número de documento, folio, folio"
    " interno, factura, no. factura, número de factura, document, document number, invoice,"
    " invoice number",
    "series": "serie, series",
    "payment_form": "forma de pago, clave forma de pago, payment form",
    "payment_method": "método de pago, clave método de pago, payment method",
    "use": "uso, uso CFDI, uso de la factura, clave uso CFDI, use, CFDI use, use of CFDI,"
    " invoice use",
    "currency": "moneda, divisa, currency",
    "exchange_rate": "tipo de cambio, TC, exchange rate",
    "invoice_pdf_notes": "notas, observaciones, comentarios, notes, comments, remarks",
    "exports": "exportación, clave exportación",
    "emails": "enviar a, correos de envío, send to",
    "client.id": "id cliente, client id, customer id",
}


def names_of(resource: str) -> Iterator[tuple[str, str]]:
    """Each field path of a resource with a name of its column; names that win come first."""
    if resource == "clients":
        yield from _each(CLIENT)
        return
    if resource == "services":
        yield from _each(ITEM)
        yield from _each(SERVICE)
        return
    yield from _each(DOCUMENT)
    yield from _each(ITEM, "items.")
    yield from _each(CLIENT, "client.")


def _each(names: Names, prefix: str = "") -> Iterator[tuple[str, str]]:
    for path, listed in names.items():
        for name in listed.split(", "):
            yield f"{prefix}{path}", name
            if prefix == "client.":
                for word in ("cliente", "receptor", "client", "customer"):
                    yield f"{prefix}{path}", f"{word} {name}"
                    yield f"{prefix}{path}", f"{name} {word}"
