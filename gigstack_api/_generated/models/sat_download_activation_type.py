# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SatDownloadActivationType`."""

from gigstack_api._core.schema.enums import OpenEnum


class SatDownloadActivationType(OpenEnum):
    """How mass download became part of the plan."""

    INCLUDED = "included"
    ADDON = "addon"
