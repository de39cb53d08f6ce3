# Written by `make generate` from openapi.yaml; never edited.
"""The enum `InvoiceFileType`."""

from gigstack_api._core.schema.enums import OpenEnum


class InvoiceFileType(OpenEnum):
    """A file of an invoice."""

    PDF = "pdf"
    XML = "xml"
