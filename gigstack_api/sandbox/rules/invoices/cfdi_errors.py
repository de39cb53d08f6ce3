"""The catalogue of rejection codes: those of the sandbox, and common ones of the SAT and its PACs.

Codes and meanings are the usual ones of CFDI 4.0, the wording is our own. CFDI140223 is the example
of the docs, which do not say what it means; CFDI40144 is the code that the sandbox uses for a
receiver on its blacklist.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import asdict, frozen

from ...resource import Resource
from ...texts import fold


@frozen
class CfdiError:
    """A rejection code. `type` says whose data it is about."""

    code: str
    type: str
    description: str
    explanation: str
    solution: str


CATALOGUE = (
    CfdiError(
        "301",
        "invoice",
        "La estructura del XML no cumple con el esquema del SAT.",
        "A required field of the CFDI is missing or malformed.",
        "Send the field that the message names.",
    ),
    CfdiError(
        "302",
        "sender",
        "El sello del emisor no es válido o está mal formado.",
        "The seal does not match the document.",
        "Upload the certificate (CSD) of the team again, with its own key.",
    ),
    CfdiError(
        "303",
        "sender",
        "El certificado no corresponde al RFC del emisor.",
        "The certificate belongs to an RFC other than the team's.",
        "Upload the certificate (CSD) of this team.",
    ),
    CfdiError(
        "304",
        "sender",
        "El certificado del emisor está revocado o vencido.",
        "The certificate is no longer valid.",
        "Get a new certificate (CSD) from the SAT and upload it.",
    ),
    CfdiError(
        "305",
        "sender",
        "La fecha de emisión está fuera de la vigencia del certificado.",
        "The invoice is dated outside the validity of the certificate.",
        "Correct the date, or renew the certificate.",
    ),
    CfdiError(
        "307",
        "invoice",
        "El comprobante ya contiene un timbre.",
        "The document was stamped before.",
        "Find the invoice instead of sending it again.",
    ),
    CfdiError(
        "401",
        "invoice",
        "La fecha de emisión está fuera del rango permitido de 72 horas.",
        "The invoice is dated more than 72 hours ago, or in the future.",
        "Date it within the last 72 hours.",
    ),
    CfdiError(
        "402",
        "sender",
        "El RFC del emisor no está en el régimen de contribuyentes.",
        "The SAT has no taxpayer with this RFC that may invoice.",
        "Check the team's obligations at the SAT.",
    ),
    CfdiError(
        "CFDI40103",
        "invoice",
        "La forma de pago no es una clave del catálogo del SAT.",
        "There is no such form of payment.",
        "Send payment_form as two digits, for example 03.",
    ),
    CfdiError(
        "CFDI40105",
        "invoice",
        "La forma de pago 99 requiere el método de pago PPD.",
        "Form 99 (to be defined) is only for payment in parts.",
        "Send another form, or payment_method PPD.",
    ),
    CfdiError(
        "CFDI40108",
        "invoice",
        "El subtotal no es igual a la suma de los importes de los conceptos.",
        "The subtotal does not match the items.",
        "Check quantities and prices of the items.",
    ),
    CfdiError(
        "CFDI40110",
        "invoice",
        "El descuento es mayor que el importe.",
        "The discount is more than the amount.",
        "Lower the discount of the item.",
    ),
    CfdiError(
        "CFDI40114",
        "invoice",
        "Falta el tipo de cambio de una moneda distinta de MXN.",
        "An invoice in a foreign currency needs an exchange rate.",
        "Send exchange_rate, in pesos per unit of the currency.",
    ),
    CfdiError(
        "CFDI40119",
        "invoice",
        "El total no corresponde a subtotal, descuentos e impuestos.",
        "The total is negative or does not add up.",
        "Check discounts and withheld taxes of the items.",
    ),
    CfdiError(
        "CFDI40139",
        "sender",
        "El nombre del emisor no corresponde al RFC registrado.",
        "The legal name of the team differs from the SAT's.",
        "Copy the name from the constancia, in capitals.",
    ),
    CfdiError(
        "CFDI40143",
        "receiver",
        "El RFC del receptor no está en la lista de RFC inscritos no cancelados.",
        "The receiver has no RFC, or one unknown to the SAT.",
        "Correct tax_id of the client.",
    ),
    CfdiError(
        "CFDI40144",
        "receiver",
        "El RFC del receptor está en el listado del artículo 69-B.",
        "The receiver is on the EFOS blacklist of the SAT.",
        "Do not invoice this client before the SAT clears it.",
    ),
    CfdiError(
        "CFDI40145",
        "receiver",
        "El nombre del receptor no corresponde al RFC registrado.",
        "The legal name of the client differs from the SAT's.",
        "Copy legal_name from the constancia.",
    ),
    CfdiError(
        "CFDI40148",
        "receiver",
        "El código postal no corresponde al domicilio fiscal del receptor.",
        "The postal code of the client differs from its tax address.",
        "Copy address.zip from the constancia.",
    ),
    CfdiError(
        "CFDI40158",
        "receiver",
        "El régimen fiscal no corresponde al tipo de persona del receptor.",
        "The regime is for individuals and the RFC of a company, or the reverse.",
        "Correct tax_system of the client.",
    ),
    CfdiError(
        "CFDI40161",
        "receiver",
        "El uso del CFDI no corresponde al régimen fiscal del receptor.",
        "This use is not allowed for that regime.",
        "Send another use; G03 and S01 fit most.",
    ),
    CfdiError(
        "CFDI140223",
        "unknown",
        "El comprobante fue rechazado por el proveedor de certificación.",
        "The provider refused the document; its message says more.",
        "Read the details of the error.",
    ),
)


def search(code: str | None, text: str, about: str | None) -> Iterator[Resource]:
    """The errors with this code, this type, and this text in any field.

    None and an empty text match all.
    """
    for error in CATALOGUE:
        words = fold(" ".join((error.code, error.description, error.explanation, error.solution)))
        if code in (None, error.code) and about in (None, error.type) and fold(text) in words:
            yield asdict(error)
