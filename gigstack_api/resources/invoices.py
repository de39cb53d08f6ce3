"""The invoices, with their files."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

from .._core.concurrency import gather
from .._core.files.download import Bundle, Download, Link, parse_file_text
from .._core.http.urls import file_host
from .._core.resource import Caller
from .._core.schema.types import is_object
from .._generated.api.invoices import InvoicesApi
from ..errors import UnreadableReplyError

if TYPE_CHECKING:
    from ..models import InvoiceFiles

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class Fetching(Caller, Protocol):
    """Carries out calls, and fetches files."""

    async def download(self, url: str, *, file_name: str, media_type: str) -> Download:
        """The file behind an address."""
        ...


class Invoices(InvoicesApi):
    """Calls of `gig.invoices`."""

    __slots__ = ("_download",)

    def __init__(self, caller: Fetching) -> None:
        super().__init__(caller)
        self._download = caller.download

    async def bundle(self, uuid: str, /, *, team: str | None = None) -> Bundle:
        """PDF and XML of a stamped invoice, fetched side by side and verified.

        Args:
            uuid: UUID of the CFDI, which must be the one in the XML; or id of the invoice.
            team: Id of the team to act for.

        Raises:
            APIError: the API or the host of the files answered, and said no.
            DeliveryError: no answer arrived.
            UnreadableReplyError: one of the files is missing, or something else came in its place.
            WrongFileError: the XML is not well-formed, or the CFDI of another UUID.

        Repetition: a plain read. The addresses are asked for as the retry policy says, the files
            once.

        Docs: https://docs.gigstack.io/get-invoice-files-20352676e0
        """
        from .._generated.api.invoices.get_invoice_files import build

        operation = build(uuid, team=team)
        response = await self._caller.request(operation)

        def fetching(name: str) -> Callable[[], Awaitable[Download]]:
            url = _address(response.value, name)
            if url is None:
                problem, path = (
                    f"the answer names no {name.upper()} of the invoice",
                    operation.shown_path,
                )
                raise UnreadableReplyError(
                    problem, status=response.status, method="GET", path=path, body=response.body
                )
            file_name = f"{quote(uuid, safe='')}.{name}"
            return partial(
                self._download, url, file_name=file_name, media_type=f"application/{name}"
            )

        pdf, xml = await gather(fetching("pdf"), fetching("xml"))
        named = uuid if UUID.fullmatch(uuid) else None
        bundle = Bundle(pdf, Download(xml.content, xml.file_name, xml.media_type, uuid=named))
        bundle.verify()
        return bundle


def _address(files: InvoiceFiles, name: str) -> str | None:
    """Where a file is, in any of the spellings that sources are ready for."""
    nested = files.files if is_object(files.files) else {}
    found = [getattr(files, name), getattr(files, f"{name}_url"), nested.get(name)]
    return next((each for each in found if isinstance(each, str) and _is_file(each)), None)


def _is_file(text: str) -> bool:
    """Whether a text is a file, or names one that may be fetched."""
    file = parse_file_text(text, "", "")
    return file_host(file.url) is not None if isinstance(file, Link) else file is not None
