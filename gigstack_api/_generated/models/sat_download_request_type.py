# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SatDownloadRequestType`."""

from gigstack_api._core.schema.enums import OpenEnum


class SatDownloadRequestType(OpenEnum):
    """Kind of content that a download request asks for."""

    METADATA = "metadata"
    CFDI = "cfdi"
