"""The resource `invoices`, with the files of an invoice."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

from .._core.concurrency import gather
from .._core.files.download import Bundle, Download, Link, parse_file_text
from .._core.http.urls import file_host
from .._core.limits import LOADING
from .._core.resource import Caller
from .._core.schema.types import is_object
from .._generated.api.invoices import InvoicesApi
from ..errors import InvalidArgumentError, UnreadableReplyError

if TYPE_CHECKING:
    from .._core.http.messages import Response
    from .._core.operations.operation import Operation
    from ..models import Invoice, InvoiceFiles

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class DownloadingCaller(Caller, Protocol):
    """A caller that can also download files."""

    async def download(self, url: str, *, file_name: str, media_type: str) -> Download:
        """Downloads the file at an address."""
        ...


class Invoices(InvoicesApi):
    """The calls of `gig.invoices`."""

    __slots__ = ("_download",)

    def __init__(self, caller: DownloadingCaller) -> None:
        super().__init__(caller)
        self._download = caller.download

    async def bundle(self, uuid: str | Invoice, /, *, team: str | None = None) -> Bundle:
        """Downloads and verifies the PDF and the XML of a stamped invoice, both at once.

        Args:
            uuid: UUID of the CFDI, which must be that in the XML; or id of the invoice, or the
                invoice itself.
            team: Id of the team to act for; by default that of the client or view.

        Returns:
            Both files; `save` writes both or neither.

        Raises:
            APIError: the API or the host of the files refused the request.
            DeliveryError: no answer arrived.
            UnreadableReplyError: one of the files is missing, or the answer is not that file.
            WrongFileError: the XML is not well-formed, or is the CFDI of another UUID.

        Repetition: plain reads. The addresses and the files are requested as the retry policy says.

        Example:
            bundle = await gig.invoices.bundle(invoice)
            print(bundle.save("."))  # the PDF and the XML

        Docs: https://docs.gigstack.io/get-invoice-files-20352676e0
        """
        with LOADING:
            from ..operations.invoices.get_invoice_files import build

        operation = build(uuid, team=team)
        response = await self._caller.request(operation)
        id_or_uuid = uuid if isinstance(uuid, str) else uuid.uuid

        async def file_at(url: str, file_name: str, media_type: str) -> Download:
            try:
                return await self._download(url, file_name=file_name, media_type=media_type)
            except InvalidArgumentError as error:
                raise _unreadable(str(error), operation, response) from error

        def download_of(name: str) -> Callable[[], Awaitable[Download]]:
            url = _file_address(response.value, name)
            if url is None:
                problem = f"the answer does not name the {name.upper()} of the invoice"
                raise _unreadable(problem, operation, response)
            file_name = f"{quote(id_or_uuid, safe='')}.{name}"
            return partial(file_at, url, file_name, f"application/{name}")

        pdf, xml = await gather(download_of("pdf"), download_of("xml"))

        # Only a UUID can be compared with the XML; `uuid` may be an id of gigstack instead.
        expected = id_or_uuid if UUID.fullmatch(id_or_uuid) else None
        bundle = Bundle(pdf, Download(xml.content, xml.file_name, xml.media_type, uuid=expected))
        bundle.verify()
        return bundle


def _unreadable(
    problem: str, operation: Operation[InvoiceFiles], response: Response[InvoiceFiles]
) -> UnreadableReplyError:
    return UnreadableReplyError(
        problem,
        status=response.status,
        method="GET",
        path=operation.shown_path,
        body=response.body,
    )


def _file_address(files: InvoiceFiles, name: str) -> str | None:
    """The address of a file, under any of the names that the sources use."""
    nested = files.files if is_object(files.files) else {}
    found = [getattr(files, name), getattr(files, f"{name}_url"), nested.get(name)]
    usable = [text for text in found if isinstance(text, str) and _is_file(text)]
    usable.sort(key=lambda text: text.startswith("http://"))  # which may not be allowed
    return usable[0] if usable else None


def _is_file(text: str) -> bool:
    """Whether a text is the file itself, or the address of one that may be downloaded."""
    file = parse_file_text(text, "", "")
    if isinstance(file, Link):
        return file_host(file.url, local=True) is not None
    return file is not None
