# Written by `make generate` from openapi.yaml; never edited.
"""The enum `TeamPdfLanguage`."""

from gigstack_api._core.schema.enums import OpenEnum


class TeamPdfLanguage(OpenEnum):
    """Language of a PDF."""

    EN = "en"
    ES = "es"
