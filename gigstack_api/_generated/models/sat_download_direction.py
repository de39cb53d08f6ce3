# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SatDownloadDirection`."""

from gigstack_api._core.schema.enums import OpenEnum


class SatDownloadDirection(OpenEnum):
    """Side of the RFC of the team.

    An issued invoice may be one of gigstack, found by its UUID; a received one never is.
    """

    ISSUED = "issued"
    RECEIVED = "received"
