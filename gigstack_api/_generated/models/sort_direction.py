# Written by `make generate` from openapi.yaml; never edited.
"""SortDirection: Direction of an order."""

from gigstack_api._core.enums import OpenEnum


class SortDirection(OpenEnum):
    """Direction of an order."""

    ASC = "asc"
    DESC = "desc"
