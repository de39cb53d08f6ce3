# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SatDownloadActivationState`."""

from gigstack_api._core.schema.enums import OpenEnum


class SatDownloadActivationState(OpenEnum):
    """Step still missing before a team can use mass download from the SAT."""

    ACTIVE = "active"
    NEEDS_ACTIVATION = "needs_activation"
    NEEDS_ADDON = "needs_addon"
    NEEDS_UPGRADE = "needs_upgrade"
