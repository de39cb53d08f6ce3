"""What a file is by its content: how it begins, and which CFDI an XML holds."""

from __future__ import annotations

import re

from attrs import frozen

SIZE = rb"(?:[\x00-\x7f]|\x81.|\x82..|\x83...)"
"""The length of a DER value."""


@frozen
class FileKind:
    """A kind of file, and the pattern of its beginning. `sure`: what begins otherwise is of another
    kind.
    """

    media_type: str
    name: str
    begins: bytes
    sure: bool = True

    def is_kind_of(self, content: bytes) -> bool:
        """Whether a file begins as one of this kind."""
        return re.match(self.begins, content, re.DOTALL) is not None


KINDS = (
    FileKind("application/pdf", "PDF", rb"%PDF-"),
    FileKind("application/zip", "ZIP", rb"PK(?:\x03\x04|\x05\x06)"),
    FileKind("application/xml", "XML", rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe<\x00|\xfe\xff\x00<"),
    FileKind("image/png", "PNG", rb"\x89PNG\r\n\x1a\n"),
    FileKind("image/jpeg", "JPEG", rb"\xff\xd8\xff"),
    FileKind("image/webp", "WEBP", rb"RIFF....WEBP"),
    FileKind(
        "application/pkix-cert",
        "certificate (.cer)",
        rb"\x30%b\x30%b\xa0\x03\x02\x01" % (SIZE, SIZE),
        sure=False,
    ),
    FileKind(
        "application/pkcs8",
        "private key (.key)",
        rb"\x30%b(?:\x30%b\x06|\x02\x01\x00\x30)" % (SIZE, SIZE),
        sure=False,
    ),
)

BY_MEDIA_TYPE = {kind.media_type: kind for kind in KINDS}

BY_SUFFIX = {
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".xml": "application/xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}

OTHER_NAMES = {
    "application/x-pdf": "application/pdf",
    "application/x-zip-compressed": "application/zip",
    "text/xml": "application/xml",
}

TFD = "http://www.sat.gob.mx/TimbreFiscalDigital TimbreFiscalDigital"

ROOTS = {
    f"{namespace} {name}": f"{namespace} Complemento"
    for name, namespaces in {
        "Comprobante": ("http://www.sat.gob.mx/cfd/4", "http://www.sat.gob.mx/cfd/3"),
        "Retenciones": (
            "http://www.sat.gob.mx/esquemas/retencionpago/2",
            "http://www.sat.gob.mx/esquemas/retencionpago/1",
        ),
    }.items()
    for namespace in namespaces
}
"""The roots of stamped documents, and the element of each that holds the stamp."""


class _HasDoctype(ValueError):
    """An XML brings a DTD: the SAT's have none, and its entities may grow without end."""


def kind_called(media_type: str) -> FileKind | None:
    """The kind of a media type; None for one that tells nothing."""
    return BY_MEDIA_TYPE.get(OTHER_NAMES.get(media_type, media_type))


def kind_of(content: bytes) -> FileKind | None:
    """The kind of a file by its beginning; None if it is unknown."""
    return next((kind for kind in KINDS if kind.is_kind_of(content)), None)


def matches_media_type(content: bytes, media_type: str) -> bool:
    """Whether a file begins as its media type wants, if that wants anything."""
    kind = kind_called(media_type)
    return kind is None or not kind.sure or kind.is_kind_of(content)


def problem_of(content: bytes, media_type: str, uuid: str | None = None) -> str | None:
    """What is wrong with a file of that media type, which is the CFDI of that UUID; None if nothing
    is.
    """
    kind = kind_called(media_type)
    if not matches_media_type(content, media_type):
        return f"is no {kind.name if kind else media_type}"
    if kind is None or kind.name != "XML":
        return None
    return _problem_of_xml(content, uuid)


def _problem_of_xml(content: bytes, uuid: str | None) -> str | None:
    from xml.parsers.expat import ExpatError  # a download that nobody saves needs no parser

    try:
        found = stamp_of(content)
    except _HasDoctype:
        return "has a DTD, which is not read"
    except ExpatError as error:
        return f"is no well-formed XML: {error}"
    except (ValueError, LookupError):
        return "has an encoding that is not read"
    if uuid is None or (found or "").lower() == uuid.lower():
        return None
    return "is the CFDI of another UUID" if found else "is no stamped CFDI"


def stamp_of(content: bytes) -> str | None:
    """The UUID of the stamped CFDI that an XML is; None if it is another XML.

    Raises:
        ExpatError: it is not well-formed.
        ValueError: it has a DTD, or an encoding that is not read.
        LookupError: it has an encoding that nobody knows.
    """
    from xml.parsers.expat import ParserCreate

    path: list[str] = []
    stamps: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        path.append(name)
        if len(path) == 3 and ROOTS.get(path[0]) == path[1] and name == TFD:
            stamps.append(attributes.get("UUID", ""))

    def end(_: str) -> None:
        path.pop()

    def refuse(*_: object) -> None:
        raise _HasDoctype

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = (
        begin,
        end,
        refuse,
    )
    parser.Parse(content, True)
    return stamps[0] if stamps else None
