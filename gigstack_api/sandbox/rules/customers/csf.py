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
PATTERNS = {
    "tax_id": r"RFC:\s*([A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{3})",
    "zip": r"C[oó]digo Postal:\s*([0-9]{5})",
    "legal_name": r"(?:Denominaci[oó]n/Raz[oó]n Social):\s*(.+)",
    "first_name": r"Nombre \(s\):\s*(.+)",
    "first_surname": r"Primer Apellido:\s*(.+)",
    "second_surname": r"Segundo Apellido:\s*(.+)",
    "street": r"Nombre de Vialidad:\s*(.+)",
    "exterior": r"N[uú]mero Exterior:\s*(.+)",
    "neighborhood": r"Nombre de la Colonia:\s*(.+)",
    "municipality": r"Nombre del Municipio[^:]*:\s*(.+)",
    "state": r"Nombre de la Entidad Federativa:\s*(.+)",
}
ADDRESS = ("street", "exterior", "neighborhood", "municipality", "state", "zip")


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
    text = await read_text(file.content)
    found = {
        name: match[1].strip()
        for name, pattern in PATTERNS.items()
        if (match := re.search(pattern, text))
    }
    if "tax_id" not in found:
        raise api_error(
            400,
            "invalid_file_format",
            "The PDF is not a constancia de situación fiscal: it contains no RFC",
        )

    parts = [
        found[name] for name in ("first_name", "first_surname", "second_surname") if name in found
    ]
    name = found.get("legal_name") or " ".join(parts)
    address = {"country": "MEX", **{name: found[name] for name in ADDRESS if name in found}}
    client = {
        "tax_id": found["tax_id"],
        "name": name,
        "legal_name": name,
        "tax_system": _regime(text),
        "address": address,
    }

    return {field: value for field, value in client.items() if value}


def _regime(text: str) -> str | None:
    """The code of the tax regime named in the text; of several, the one with the longest name."""
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
