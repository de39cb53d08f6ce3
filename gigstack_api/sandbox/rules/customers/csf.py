"""Reads a constancia de situación fiscal (CSF)."""

from __future__ import annotations

import re
from typing import Any

from ...call import UploadedFile
from ...errors import api_error
from ...spec import load
from ...texts import fold
from .pdf_text import read_text

MAX_BYTES = 5 * 1024 * 1024

LABELS = {
    "tax_id": r"\bRFC:",
    "legal_name": r"Denominaci[oó]n/Raz[oó]n Social:",
    "first_name": r"Nombre \(s\):",
    "first_surname": r"Primer Apellido:",
    "second_surname": r"Segundo Apellido:",
    "zip": r"C[oó]digo Postal:",
    "street": r"Nombre de Vialidad:",
    "exterior": r"N[uú]mero Exterior:",
    "interior": r"N[uú]mero Interior:",
    "neighborhood": r"Nombre de la Colonia:",
    "municipality": r"Nombre del Municipio(?: o Demarcaci[oó]n Territorial| o Delegaci[oó]n)?:",
    "state": r"Nombre de la Entidad Federativa:",
}
"""The labels of the fields that are read."""

OTHER_LABELS = (
    r"CURP:",
    r"idCIF:",
    r"R[eé]gimen Capital:",
    r"Nombre Comercial:",
    r"Fecha (?:de )?inicio de operaciones:",
    r"Estatus en el padr[oó]n:",
    r"Fecha de [uú]ltimo cambio de estado:",
    r"Datos del domicilio registrado",
    r"Datos de Identificaci[oó]n del Contribuyente:?",
    r"Tipo de Vialidad:",
    r"Nombre de la Localidad:",
    r"Entre Calle:",
    r"Y Calle:",
    r"Correo Electr[oó]nico:",
    r"Tel\. (?:Fijo|M[oó]vil) Lada:",
    r"N[uú]mero:",
    r"Estado del domicilio:",
    r"Estado del contribuyente en el domicilio:",
    r"Actividades Econ[oó]micas:",
    r"Reg[ií]menes(?::|$)",
    r"Obligaciones:",
    r"P[aá]gina\s+\[[0-9]+\]\s+de\s+\[[0-9]+\]",
)
"""Where a value ends too: the SAT prints two fields a line, and breaks long ones over lines."""

LABEL = re.compile(
    "|".join([*(f"(?P<{name}>{label})" for name, label in LABELS.items()), *OTHER_LABELS]).replace(
        " ", r"\s+"
    ),
    re.IGNORECASE | re.MULTILINE,
)
"""A label, which may be broken over lines itself."""

VALUES = {"tax_id": r"[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{3}", "zip": r"[0-9]{5}"}
"""The form of values that have one."""

ADDRESS = ("street", "exterior", "interior", "neighborhood", "municipality", "state", "zip")
REGIMES = re.compile(r"Reg[ií]menes:(.*?)(?:Obligaciones:|\Z)", re.DOTALL | re.IGNORECASE)
DATES = re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4}(?P<end>\s+[0-9]{2}/[0-9]{2}/[0-9]{4})?")
"""Behind a regime: the day it began and, if it ended, the day it ended."""

HEADING = re.compile(r"\bfecha\s+(?:de\s+)?(?:inicio|fin)\b", re.IGNORECASE)


async def read(file: UploadedFile) -> dict[str, Any]:
    """The fields of a client that a CSF holds.

    Raises:
        Refusal: 400, the file is too large, not a PDF, or not a CSF.
        OSError: this machine cannot start the process that reads it.
    """
    if len(file.content) > MAX_BYTES:
        raise api_error(400, "file_upload_error", f"The CSF is larger than {MAX_BYTES} bytes")

    if not file.content.startswith(b"%PDF-"):
        raise api_error(400, "invalid_file_format", "The CSF must be a PDF")
    return client_of(await read_text(file.content))


def client_of(text: str) -> dict[str, Any]:
    """The fields of a client in the text of a CSF.

    Raises:
        Refusal: 400, it is not a CSF.
    """
    found = _fields(text)
    parts = [
        found[name] for name in ("first_name", "first_surname", "second_surname") if name in found
    ]
    name = found.get("legal_name") or " ".join(parts)
    if missing := _missing(found, name):
        raise api_error(
            400,
            "invalid_file_format",
            f"The PDF is not a constancia de situación fiscal: it contains no {missing}",
        )

    address = {"country": "MEX", **{name: found[name] for name in ADDRESS if name in found}}
    client = {
        "tax_id": found["tax_id"],
        "name": name,
        "legal_name": name,
        "tax_system": _regime(text),
        "address": address,
    }

    return {field: value for field, value in client.items() if value}


def _missing(found: dict[str, str], name: str) -> str | None:
    if "tax_id" not in found:
        return "RFC"
    return None if name or "zip" in found else "name and no postal code"


def _fields(text: str) -> dict[str, str]:
    """The values of the fields, each from its label to the next. The first of a kind counts."""
    marks = list(LABEL.finditer(text))
    found: dict[str, str] = {}
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        name = mark.lastgroup
        if name is None or name in found:
            continue
        value = " ".join(text[mark.end() : end].split())
        if name in VALUES:
            form = re.match(VALUES[name], value)
            value = form[0] if form else ""
        if value:
            found[name] = value
    return found


def _regime(text: str) -> str | None:
    """The code of the first tax regime that has not ended; None if there is none."""
    section = REGIMES.search(text)
    if section is None:
        return _named_regime(text)
    rows = HEADING.sub(" ", section[1])
    dates = list(DATES.finditer(rows))
    starts = [0, *(date.end() for date in dates)]
    names = [
        rows[start : date.start()]
        for start, date in zip(starts, dates, strict=False)
        if not date["end"]
    ]
    if not dates:
        names = [rows]
    return next((code for name in names if (code := _named_regime(name))), None)


def _named_regime(text: str) -> str | None:
    """The code of the tax regime named in a text; of several, the one with the longest name."""
    regimes: dict[str, str] = load()["components"]["schemas"]["TaxRegimeCode"]["x-values"]
    plain = _fold(text)
    found = [
        (len(label), code)
        for code, label in regimes.items()
        if _fold(label).removeprefix("regimen ") in plain
    ]
    return max(found)[1] if found else None


def _fold(text: str) -> str:
    """A text without accents, case and line breaks."""
    return " ".join(fold(text).split())
