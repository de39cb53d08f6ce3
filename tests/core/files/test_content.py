"""Content sniffing: the type of a file, the stamp of a CFDI, and what is wrong with a file."""

from __future__ import annotations

import pytest

from gigstack_api._core.files.content import (
    BY_MEDIA_TYPE,
    FILE_TYPES,
    detect_file_type,
    find_problem,
    find_stamp,
    matches_media_type,
)
from scripts.spec.examples import FILES
from tests.support.cfdi import INVOICE, STAMP, UUID

RETENTION = (
    '<r:Retenciones xmlns:r="http://www.sat.gob.mx/esquemas/retencionpago/2">'
    f"<r:Complemento><a/>{STAMP}</r:Complemento></r:Retenciones>"
)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        *((content, media_type) for media_type, content in FILES.items()),
        (b"PK\x05\x06", "application/zip"),
        (b"\xef\xbb\xbf\r\n <a/>", "application/xml"),
        ("<a/>".encode("utf-16"), "application/xml"),
        ("\ufeff<a/>".encode("utf-16-be"), "application/xml"),
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\n\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x30\x0a\x30\x08\xa0\x03\x02\x01\x02", "application/pkix-cert"),
        (b"\x30\x83\x01\x00\x00\x30\x82\xff\xff\xa0\x03\x02\x01\x00", "application/pkix-cert"),
        (b"\x30\x82\x04\xbd\x02\x01\x00\x30\x0d", "application/pkcs8"),
    ],
)
def test_a_type_is_recognised_by_its_first_bytes(content: bytes, media_type: str) -> None:
    assert detect_file_type(content) is BY_MEDIA_TYPE[media_type]
    assert [
        kind
        for kind in FILE_TYPES
        if matches_media_type(content, kind.media_type) and kind.is_certain
    ] in ([BY_MEDIA_TYPE[media_type]], [])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b" %PDF-",
        b"GIF89a",
        b"RIFF\n\x00\x00\x00WAVE",
        b"\x30\x03abc",
        b"-----BEGIN CERTIFICATE-----",
    ],
)
def test_other_first_bytes_are_of_no_known_type(content: bytes) -> None:
    assert detect_file_type(content) is None


@pytest.mark.parametrize(
    ("media_type", "rightly"),
    [
        ("application/pdf", True),
        ("application/x-pdf", True),
        ("text/xml", False),
        ("application/x-zip-compressed", False),
        ("application/pkcs8", True),
        ("text/plain", True),
        ("", True),
    ],
)
def test_a_media_type_is_checked_against_the_first_bytes(media_type: str, rightly: bool) -> None:
    assert matches_media_type(b"%PDF-1.7", media_type) is rightly


@pytest.mark.parametrize("xml", [INVOICE, RETENTION, INVOICE.replace("/cfd/4", "/cfd/3")])
def test_the_stamp_of_a_cfdi_is_found(xml: str) -> None:
    assert find_stamp(xml.encode()) == UUID
    assert find_stamp(xml.replace("UTF-8", "UTF-16").encode("utf-16")) == UUID


@pytest.mark.parametrize(
    "xml",
    [
        "<a/>",
        f"<Comprobante><Complemento>{STAMP}</Complemento></Comprobante>",
        INVOICE.replace("cfdi:Complemento", "cfdi:Addenda"),
        INVOICE.replace(STAMP, f"<a>{STAMP}</a>"),
        INVOICE.replace("TimbreFiscalDigital", "Timbre"),
    ],
)
def test_a_stamp_in_another_place_does_not_count(xml: str) -> None:
    assert find_stamp(xml.encode()) is None


@pytest.mark.parametrize(
    "xml",
    [
        INVOICE.replace("xmlns:cfdi=", "xmlns=").replace("cfdi:", ""),
        INVOICE.replace("cfdi:", "c:").replace(":cfdi=", ":c="),
        INVOICE.replace('xmlns:tfd="', 'xmlns:other="').replace(
            "<cfdi:Complemento",
            '<cfdi:Complemento xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital"',
        ),
    ],
)
def test_the_stamp_is_found_whatever_the_prefixes(xml: str) -> None:
    assert find_stamp(xml.encode()) == UUID


def test_a_namespace_declared_elsewhere_does_not_count() -> None:
    other = INVOICE.replace(
        "<tfd:", '<x xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital"/><tfd:'
    )
    assert (
        find_stamp(
            other.replace(' xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital" V', " V").encode()
        )
        is None
    )
    assert find_stamp(INVOICE.replace("xmlns:cfdi=", "xmlns:other=").encode()) is None


@pytest.mark.parametrize(
    "addenda",
    [
        "<erp:Pedido numero='1'/>",
        "<Pedido erp:numero='1'><erp:a:b/></Pedido>",
        f"<erp:copy>{INVOICE.partition('?>')[2].replace(UUID, UUID.replace('5', '6'))}</erp:copy>",
    ],
)
def test_an_addenda_may_use_a_prefix_that_it_does_not_declare(addenda: str) -> None:
    end = "</cfdi:Comprobante>"
    xml = INVOICE.replace(end, f"<cfdi:Addenda>{addenda}</cfdi:Addenda>{end}").encode()
    assert find_stamp(xml) == UUID
    assert find_problem(xml, "application/xml", UUID) is None


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;&c;&c;</a>'


@pytest.mark.parametrize(
    ("content", "media_type", "uuid", "problem"),
    [
        (INVOICE.encode(), "application/xml", None, None),
        (INVOICE.encode(), "text/xml", UUID, None),
        (INVOICE.encode(), "application/xml", UUID.lower(), None),
        (b"<acuse/>", "application/xml", None, None),
        (b"<acuse/>", "application/xml", UUID, "is not a stamped CFDI"),
        (
            INVOICE.encode(),
            "application/xml",
            UUID.replace("5", "6"),
            "is the CFDI of another UUID",
        ),
        (
            INVOICE.encode()[:-9],
            "application/xml",
            None,
            "is not well-formed XML: unclosed token: line 2, column 234",
        ),
        (
            b"<a>&nbsp;</a>",
            "application/xml",
            None,
            "is not well-formed XML: undefined entity: line 1, column 3",
        ),
        (BOMB, "application/xml", None, "has a DTD, which is not supported"),
        (
            b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
            "application/xml",
            None,
            "has a DTD, which is not supported",
        ),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><a>\xd1</a>', "application/xml", None, None),
        *(
            (
                f'<?xml version="1.0" encoding="{name}"?><a/>'.encode(),
                "application/xml",
                None,
                "has an encoding that is not supported",
            )
            for name in ("nonsense", "gb2312", "rot13", "punycode", "undefined")
        ),
        (b"%PDF-1.7", "application/xml", None, "is not an XML"),
        (b"%PDF-1.7", "application/pdf", UUID, None),
        (b"<html>", "application/pdf", None, "is not a PDF"),
        (b"", "application/zip", None, "is not a ZIP"),
        (b"", "text/csv", None, None),
    ],
)
def test_the_problem_with_a_file_is_described(
    content: bytes, media_type: str, uuid: str | None, problem: str | None
) -> None:
    assert find_problem(content, media_type, uuid) == problem
