"""The catalogue of rejection codes: those of PACs, and those of the matrix of errors of CFDI 4.0.

Codes and meanings are those of the matrix, the wording is our own. The codes that only the SAT's
registers can give are written here; all others come with the rules of `gigstack_api.fiscal`, which
finds them before anything is sent.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import asdict, frozen

from ....fiscal.rules import RECEIVERS, RULES
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


REGISTERS = (
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
        "CFDI40108",
        "invoice",
        "El subtotal no es igual a la suma de los importes de los conceptos.",
        "The subtotal does not match the items.",
        "Check quantities and prices of the items.",
    ),
    CfdiError(
        "CFDI40110",
        "invoice",
        "El descuento es mayor que el subtotal.",
        "The discounts add up to more than the subtotal.",
        "Lower the discounts of the items.",
    ),
    CfdiError(
        "CFDI40119",
        "invoice",
        "El total no corresponde a subtotal, descuentos e impuestos.",
        "The total does not add up.",
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
        "The receiver has no RFC, or one unknown to the SAT. In the sandbox also: the RFC is on its"
        " blacklist (EFOS, artículo 69-B).",
        "Correct tax_id of the client.",
    ),
    CfdiError(
        "CFDI40144",
        "receiver",
        "El nombre del receptor no está en la lista de RFC inscritos no cancelados.",
        "The SAT has no name for this RFC.",
        "Copy legal_name from the constancia.",
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
        "CFDI40999",
        "unknown",
        "Error no clasificado.",
        "The PAC found an error that the matrix does not name.",
        "Read the details of the error.",
    ),
)
"""Errors of PACs, and those that only the SAT's registers can show."""


def _of_rules() -> Iterator[CfdiError]:
    """The errors that the document alone shows, one for each code of the table of rules."""
    known = {error.code for error in REGISTERS}
    by_code: dict[str, list[str]] = {}
    for name, rule in RULES.items():
        if rule.sat is not None and rule.sat not in known:
            by_code.setdefault(rule.sat, []).append(name)
    for code, names in sorted(by_code.items()):
        yield CfdiError(
            code,
            "receiver" if names[0] in RECEIVERS and "third" not in names[0] else "invoice",
            " ".join(RULES[name].text_es for name in names),
            " ".join(RULES[name].text_en for name in names),
            f"gigstack_api.fiscal finds it before it is sent: {', '.join(names)}.",
        )


CATALOGUE = (*REGISTERS, *_of_rules())


def search(code: str | None, text: str, about: str | None) -> Iterator[Resource]:
    """The errors with this code, this type, and this text in any field.

    None and an empty text match all.
    """
    for error in CATALOGUE:
        words = fold(" ".join((error.code, error.description, error.explanation, error.solution)))
        if code in (None, error.code) and about in (None, error.type) and fold(text) in words:
            yield asdict(error)
