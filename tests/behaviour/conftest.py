"""Fixtures for hosts that our own clients reach over TLS."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
import trustme

from gigstack_api._core.http.connecting import tls


@pytest.fixture
def encrypted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ssl.SSLContext:
    """TLS of a host whose authority our own clients trust."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    tls.cache_clear()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)  # pyright: ignore[reportUnknownMemberType] - typed by pyOpenSSL, where that is
    return context
