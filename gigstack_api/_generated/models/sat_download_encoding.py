# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SatDownloadEncoding`."""

from gigstack_api._core.schema.enums import OpenEnum


class SatDownloadEncoding(OpenEnum):
    """How a file stands in a JSON answer."""

    BASE64 = "base64"
