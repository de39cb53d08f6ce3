# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadRequest`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, OBJECT, STRING, array, enum, number, one_of
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import ABSENT


class SatDownloadRequest(Model, kw_only=True):
    """A download asked from the SAT, by a single request or by the schedule.

    Sent in snake case, answered in camel case.
    """

    id: str = ABSENT
    """Id of the request."""
    rfcType: SatDownloadDirection | str | None = None
    """Invoices issued or received."""
    startDate: str | None = None
    """First day (YYYY-MM-DD)."""
    endDate: str | None = None
    """Last day (YYYY-MM-DD)."""
    status: SatDownloadRequestStatus | str | None = None
    """How far it is."""
    invoiceCount: int | None = None
    """How many invoices it covers."""
    processedCount: int | None = None
    """How many of them are processed."""
    statusMessage: str | None = None
    """Why the SAT refused it."""
    source: str | None = None
    """Who started it: `manual` for a call of the API."""
    owner: str | None = None
    """Whose it is. Not confirmed by the API's documentation."""
    latestIssueDate: str | None = None
    """Issue date of its newest invoice; form not documented."""
    earliestIssueDate: str | None = None
    """Issue date of its oldest invoice; form not documented."""
    createdAt: int | None = None
    """When it was made (Unix milliseconds). Not confirmed by the API's documentation."""
    completedAt: int | None = None
    """When it was finished (Unix milliseconds). Not confirmed by the API's documentation."""
    request_id: str | None = None
    """Id of the request. Not confirmed by the API's documentation."""
    requestId: str | None = None
    """Id of the request. Not confirmed by the API's documentation."""
    package_ids: list[str] | None = None
    """Ids of its packages. Not confirmed by the API's documentation."""
    packageIds: list[str] | None = None
    """Ids of its packages. Not confirmed by the API's documentation."""
    packages: list[str | dict[str, Any]] | None = None
    """Its packages, as ids or objects. Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "id": STRING.always(),
            "rfcType": enum(SatDownloadDirection),
            "startDate": STRING,
            "endDate": STRING,
            "status": enum(SatDownloadRequestStatus),
            "invoiceCount": INTEGER,
            "processedCount": INTEGER,
            "statusMessage": STRING,
            "source": STRING,
            "owner": STRING,
            "latestIssueDate": STRING,
            "earliestIssueDate": STRING,
            "createdAt": number(INTEGER, unit="ms"),
            "completedAt": number(INTEGER, unit="ms"),
            "request_id": STRING,
            "requestId": STRING,
            "package_ids": array(STRING),
            "packageIds": array(STRING),
            "packages": array(one_of(STRING, OBJECT)),
        }


# Below the class, since two models may refer to each other.
from .sat_download_direction import SatDownloadDirection
from .sat_download_request_status import SatDownloadRequestStatus
