# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadRequestType: What a download request asks for."""

from gigstack_api._core.enums import OpenEnum


class SatDownloadRequestType(OpenEnum):
    """What a download request asks for."""

    METADATA = "metadata"
    CFDI = "cfdi"
