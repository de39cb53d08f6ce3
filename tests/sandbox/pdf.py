"""Small real PDFs, written by hand."""

from __future__ import annotations


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines."""
    shown = b"".join(b"(" + _escaped(line) + b") Tj T*\n" for line in lines)
    content = b"BT /F1 10 Tf 12 TL 40 780 Td\n" + shown + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        b"/Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    written, offsets = b"%PDF-1.4\n", list[int]()
    for number, entry in enumerate(objects, start=1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, entry)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(written),
    )
    return written + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


MORAL = pdf(
    "CÉDULA DE IDENTIFICACIÓN FISCAL",
    "RFC: EDE101010AB1",
    "Denominación/Razón Social: EMPRESA DE EJEMPLO",
    "Régimen Capital: SOCIEDAD ANONIMA DE CAPITAL VARIABLE",
    "Código Postal: 03100",
    "Nombre de Vialidad: INSURGENTES SUR",
    "Número Exterior: 123",
    "Nombre de la Colonia: DEL VALLE CENTRO",
    "Nombre del Municipio o Demarcación Territorial: BENITO JUAREZ",
    "Nombre de la Entidad Federativa: CIUDAD DE MEXICO",
    "Regímenes:",
    "Régimen General de Ley Personas Morales 01/01/2015",
)

FISICA = pdf(
    "RFC: PEGJ800101ABC",
    "Nombre (s): JUAN",
    "Primer Apellido: PEREZ",
    "Segundo Apellido: GARCIA",
    "Código Postal: 64000",
    "Régimen de las Personas Físicas con Actividades Empresariales y Profesionales",
)
