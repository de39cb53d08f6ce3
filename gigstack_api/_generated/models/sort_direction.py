# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SortDirection`."""

from gigstack_api._core.schema.enums import OpenEnum


class SortDirection(OpenEnum):
    """Direction of an order."""

    ASC = "asc"
    DESC = "desc"
