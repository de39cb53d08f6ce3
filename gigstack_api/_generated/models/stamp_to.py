# Written by `make generate` from openapi.yaml; never edited.
"""The enum `StampTo`."""

from gigstack_api._core.schema.enums import OpenEnum


class StampTo(OpenEnum):
    """Whom the invoice of a receipt is made out to."""

    CLIENT = "client"
    GENERAL_PUBLIC_NATIONAL = "general_public_national"
    GENERAL_PUBLIC_FOREIGN = "general_public_foreign"
