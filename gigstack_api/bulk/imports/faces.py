"""The calls that start an import."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Unpack

from ...client import Gigstack
from ...errors import InvalidArgumentError
from ...upsert import check_key
from ..columns import ColumnMap, column_named
from ..rows.row import Row
from ..rows.row_file import RowFile
from .clients import ClientJob
from .documents import Documents
from .invoices import METADATA, InvoiceJob
from .run import Import
from .services import ServiceJob
from .source import Rows
from .starting import start
from .tasks import check_key_column
from .terms import ImportOptions, Terms


def import_clients(
    gig: Gigstack,
    rows: Rows,
    *,
    on: str = "tax_id",
    update: bool = False,
    **options: Unpack[ImportOptions],
) -> Import:
    """One result per row, in the order in which they end: each client is found or created.

    Rows with the same key are sent one after the other, in their order. A file is read once to its
    end before anything is sent. A client whose answer was lost is `found` or `updated` if it
    exists: whether the call created it cannot be determined.

    Args:
        gig: The client.
        rows: A file of `open_rows`, or mappings, read lazily.
        on: Name of the field to match.
        update: Whether matches are updated with the row; otherwise they are left unchanged.
        options: See `ImportOptions`.

    Raises:
        InvalidArgumentError: an argument is invalid, or the journal is that of another run.
        BadFileError: the file cannot be read, or no column holds the key; nothing was sent.
        AuthenticationError: the key is refused.
        DeliveryError: the API is out of reach.
        FileNotSavedError: the journal cannot be written.
    """
    check_key(on)
    terms = Terms.of(gig, options)
    check_key_column(rows, terms.columns, on)
    return start(rows, ClientJob(terms, on=on, update=update), terms)


def import_services(
    gig: Gigstack,
    rows: Rows,
    *,
    on: str = "sku",
    update: bool = False,
    **options: Unpack[ImportOptions],
) -> Import:
    """One result per row, in the order in which they end: each service is found or created.

    The API cannot search services by a key. Their list is read once, before the first row; others
    should create none meanwhile.

    Args:
        gig: The client.
        rows: A file of `open_rows`, or mappings, read lazily.
        on: Name of the field to match.
        update: Whether matches are updated with the row; otherwise they are left unchanged.
        options: See `ImportOptions`.

    Raises:
        InvalidArgumentError: an argument is invalid, or the journal is that of another run.
        BadFileError: the file cannot be read, or no column holds the key; nothing was sent.
        AuthenticationError: the key is refused.
        DeliveryError: the API is out of reach.
        FileNotSavedError: the journal cannot be written.
    """
    terms = Terms.of(gig, options)
    check_key_column(rows, terms.columns, on)
    return start(rows, ServiceJob(terms, on=on, update=update), terms)


def import_invoices(
    gig: Gigstack,
    rows: RowFile | Iterable[Row | Mapping[str, Any]],
    *,
    on: str | None = "metadata.document",
    document: str | None = None,
    client_on: str | None = "tax_id",
    **options: Unpack[ImportOptions],
) -> Import:
    """One result per document, in the order in which they end. Its `row` is that of its first line.

    Consecutive rows with the same value in the column `document` are the lines of one income
    invoice. The value is stored in the metadata of the invoice, and each document is looked up by
    it before it is stamped: one that exists, a cancelled one too, is `found` and not stamped again.
    All rows are read once before anything is sent.

    Args:
        gig: The client.
        rows: A file of `open_rows`, or a list of mappings, one per line.
        on: Metadata in which the key of a document is stored, `metadata.NAME`. None stores no key;
            such a run needs a journal, and cannot be started a second time.
        document: Column with the key of the document; by default the one that `columns` maps to
            `on`. Without a key each row is a document by default.
        client_on: Field by which the client of a document is found or created; None sends it as it
            is, and the API creates a client for each document that names none by `id`.
        options: See `ImportOptions`; documents take the place of rows. After a run that was killed,
            the next one first waits until no stamp of it can be under way.

    Raises:
        InvalidArgumentError: an argument is invalid, the journal is that of another run, or the
            run has no key and was started before.
        BadFileError: the file cannot be read, or a document is in two places; nothing was sent.
        AuthenticationError: the key is refused.
        DeliveryError: the API is out of reach.
        FileNotSavedError: the journal cannot be written.
    """
    terms = Terms.of(gig, options)
    if document is not None and isinstance(rows, RowFile):
        document = column_named(document, rows.columns)
    column = _document_column(on, document, terms.columns)
    if on is None and terms.journal is None and not terms.dry_run:
        raise InvalidArgumentError(
            "without a key in their metadata, documents are only stamped with a journal, which"
            " refuses a second run: pass on= or journal="
        )
    if client_on is not None:
        check_key(client_on)
    job = InvoiceJob(terms, on=on, client_on=client_on, document=column)
    return start(Documents(rows, column), job, terms)


def _document_column(on: str | None, document: str | None, columns: ColumnMap | None) -> str | None:
    if on is None:
        return document
    if not on.startswith(METADATA) or "." in on.removeprefix(METADATA) or on == METADATA:
        raise InvalidArgumentError(f"on must be metadata.NAME, not {on!r}")
    pairs = () if columns is None else columns.pairs
    found = document or next((column for column, path in pairs if path == on), None)
    if found is None:
        raise InvalidArgumentError(
            f"name the column with the key of the document: pass document=, or map it to {on}"
        )
    return found
