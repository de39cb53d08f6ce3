"""XML as the sandbox writes it: attributes of any value, and texts that were sent as XML."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree.ElementTree import Element, ProcessingInstruction, tostring
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import quoteattr

from .money import decimal

SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
NOT_OF_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"
OWN_DECLARATION = re.compile(r"\ufeff?\s*<\?xml\s.*?\?>", re.DOTALL)
PLACE = re.compile(r"<\?sent ([0-9]+)\?>")


class XmlDocument:
    """An XML document, which can hold texts that were sent as XML unchanged."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._sent: list[str] = []

    def insert(self, parent: Element, xml: str) -> None:
        """Adds a text that was sent as XML. It keeps its prefixes."""
        parent.append(ProcessingInstruction("sent", str(len(self._sent))))
        self._sent.append(without_declaration(xml))

    def to_bytes(self) -> bytes:
        """The document in UTF-8."""
        written: str = tostring(self.root, encoding="unicode")
        whole = PLACE.sub(lambda place: self._sent[int(place[1])], written)
        return (DECLARATION + whole).encode()


def attributes(**values: object) -> dict[str, str]:
    """The attributes of an element: those with a value, as text.

    Amounts have no exponent; characters that XML cannot hold become spaces.
    """
    return {name: _text(value) for name, value in values.items() if value is not None}


def without_declaration(xml: str) -> str:
    """An XML text that can stand inside another."""
    return OWN_DECLARATION.sub("", xml, count=1).strip()


def xml_fault(xml: object, prefixes: dict[str, str], *, with_namespaces: bool) -> str | None:
    """Why a text cannot stand in a document as XML; None if it can.

    Args:
        xml: The text.
        prefixes: The namespaces that the document declares, by prefix.
        with_namespaces: Whether it must declare the other prefixes that it uses. Many addendas do
            not, and XML 1.0 has no such rule.
    """
    if not isinstance(xml, str) or not without_declaration(xml).startswith("<"):
        return "is not XML"
    if NOT_OF_XML.search(xml):
        return "has characters that XML cannot hold"
    parser = ParserCreate(namespace_separator=" " if with_namespaces else None)
    declared = "".join(f" xmlns:{name}={quoteattr(uri)}" for name, uri in prefixes.items())
    try:
        parser.Parse(f"<a{declared}>{without_declaration(xml)}</a>", True)
    except ExpatError as error:
        return f"is not well-formed XML: {error}"
    return None


def _text(value: object) -> str:
    if isinstance(value, (Decimal, float)):
        return f"{decimal(str(value)):f}"
    return NOT_OF_XML.sub(" ", str(value))
