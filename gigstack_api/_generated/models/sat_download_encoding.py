# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadEncoding: How a file stands in a JSON answer."""

from gigstack_api._core.enums import OpenEnum


class SatDownloadEncoding(OpenEnum):
    """How a file stands in a JSON answer."""

    BASE64 = "base64"
