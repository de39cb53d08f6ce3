# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadRequestType: What a download request asks for."""

from ..._core.schema.enums import OpenEnum


class SatDownloadRequestType(OpenEnum):
    """What a download request asks for."""

    METADATA = "metadata"
    CFDI = "cfdi"
