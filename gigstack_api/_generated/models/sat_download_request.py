# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadRequest`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, OBJECT, STRING, array, enum, number, one_of
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import ABSENT

if TYPE_CHECKING:
    from .sat_download_direction import SatDownloadDirection
    from .sat_download_request_status import SatDownloadRequestStatus


class SatDownloadRequest(Model):
    """A download asked from the SAT, by a single request or by the schedule.

    Sent in snake case, answered in camel case.
    """

    id: str
    """Id of the request."""
    rfcType: SatDownloadDirection | str | None
    """Invoices issued or received."""
    startDate: str | None
    """First day (YYYY-MM-DD)."""
    endDate: str | None
    """Last day (YYYY-MM-DD)."""
    status: SatDownloadRequestStatus | str | None
    """How far it is."""
    invoiceCount: int | None
    """How many invoices it covers."""
    processedCount: int | None
    """How many of them are processed."""
    statusMessage: str | None
    """Why the SAT refused it."""
    source: str | None
    """Who started it: `manual` in the sample of the docs; scheduled runs have another value,
    which was not seen.
    """
    owner: str | None
    """Whose it is. Unverified: taken to be the id of a user, as elsewhere in the API."""
    latestIssueDate: str | None
    """Issue date of its newest invoice; form not documented."""
    earliestIssueDate: str | None
    """Issue date of its oldest invoice; form not documented."""
    createdAt: int | None
    """When it was made, a Unix time. Unverified: unit not stated, taken to be milliseconds as in
    the FIEL upload.
    """
    completedAt: int | None
    """When it was finished, a Unix time. Unverified: unit not stated, taken to be milliseconds
    as in the FIEL upload.
    """
    request_id: str | None
    """Id of the request. Unverified: another likely name, inferred from the path of its state;
    the answer to a creation was not seen.
    """
    requestId: str | None
    """Id of the request. Unverified: another likely name, inferred like `request_id`."""
    package_ids: list[str] | None
    """Ids of its packages. Unverified: a likely name, inferred from the path of the package
    download.
    """
    packageIds: list[str] | None
    """Ids of its packages. Unverified: another likely name, inferred like `package_ids`."""
    packages: list[str | dict[str, Any]] | None
    """Its packages, as ids or objects. Unverified: another likely name, inferred like
    `package_ids`.
    """

    __slots__ = (
        "id",
        "rfcType",
        "startDate",
        "endDate",
        "status",
        "invoiceCount",
        "processedCount",
        "statusMessage",
        "source",
        "owner",
        "latestIssueDate",
        "earliestIssueDate",
        "createdAt",
        "completedAt",
        "request_id",
        "requestId",
        "package_ids",
        "packageIds",
        "packages",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        rfcType: SatDownloadDirection | str | None = None,
        startDate: str | None = None,
        endDate: str | None = None,
        status: SatDownloadRequestStatus | str | None = None,
        invoiceCount: int | None = None,
        processedCount: int | None = None,
        statusMessage: str | None = None,
        source: str | None = None,
        owner: str | None = None,
        latestIssueDate: str | None = None,
        earliestIssueDate: str | None = None,
        createdAt: int | None = None,
        completedAt: int | None = None,
        request_id: str | None = None,
        requestId: str | None = None,
        package_ids: list[str] | None = None,
        packageIds: list[str] | None = None,
        packages: list[str | dict[str, Any]] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.rfcType = rfcType
        self.startDate = startDate
        self.endDate = endDate
        self.status = status
        self.invoiceCount = invoiceCount
        self.processedCount = processedCount
        self.statusMessage = statusMessage
        self.source = source
        self.owner = owner
        self.latestIssueDate = latestIssueDate
        self.earliestIssueDate = earliestIssueDate
        self.createdAt = createdAt
        self.completedAt = completedAt
        self.request_id = request_id
        self.requestId = requestId
        self.package_ids = package_ids
        self.packageIds = packageIds
        self.packages = packages
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        SatDownloadDirection, SatDownloadRequestStatus = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.rfcType = SatDownloadDirection.of(take("rfcType", None))
        instance.startDate = take("startDate", None)
        instance.endDate = take("endDate", None)
        instance.status = SatDownloadRequestStatus.of(take("status", None))
        instance.invoiceCount = take("invoiceCount", None)
        instance.processedCount = take("processedCount", None)
        instance.statusMessage = take("statusMessage", None)
        instance.source = take("source", None)
        instance.owner = take("owner", None)
        instance.latestIssueDate = take("latestIssueDate", None)
        instance.earliestIssueDate = take("earliestIssueDate", None)
        instance.createdAt = take("createdAt", None)
        instance.completedAt = take("completedAt", None)
        instance.request_id = take("request_id", None)
        instance.requestId = take("requestId", None)
        instance.package_ids = take("package_ids", None)
        instance.packageIds = take("packageIds", None)
        instance.packages = take("packages", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not ABSENT:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.rfcType) is not None:
            fields["rfcType"] = value if type(value) is str else enum_text(value)
        if (value := self.startDate) is not None:
            fields["startDate"] = value if type(value) is str else enum_text(value)
        if (value := self.endDate) is not None:
            fields["endDate"] = value if type(value) is str else enum_text(value)
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.invoiceCount) is not None:
            fields["invoiceCount"] = value if (type(value) is int) else needs_conversion()
        if (value := self.processedCount) is not None:
            fields["processedCount"] = value if (type(value) is int) else needs_conversion()
        if (value := self.statusMessage) is not None:
            fields["statusMessage"] = value if type(value) is str else enum_text(value)
        if (value := self.source) is not None:
            fields["source"] = value if type(value) is str else enum_text(value)
        if (value := self.owner) is not None:
            fields["owner"] = value if type(value) is str else enum_text(value)
        if (value := self.latestIssueDate) is not None:
            fields["latestIssueDate"] = value if type(value) is str else enum_text(value)
        if (value := self.earliestIssueDate) is not None:
            fields["earliestIssueDate"] = value if type(value) is str else enum_text(value)
        if (value := self.createdAt) is not None:
            fields["createdAt"] = value if (type(value) is int) else needs_conversion()
        if (value := self.completedAt) is not None:
            fields["completedAt"] = value if (type(value) is int) else needs_conversion()
        if (value := self.request_id) is not None:
            fields["request_id"] = value if type(value) is str else enum_text(value)
        if (value := self.requestId) is not None:
            fields["requestId"] = value if type(value) is str else enum_text(value)
        if self.package_ids is not None:
            needs_conversion()
        if self.packageIds is not None:
            needs_conversion()
        if self.packages is not None:
            needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .sat_download_direction import SatDownloadDirection
        from .sat_download_request_status import SatDownloadRequestStatus

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


@cache
def _nested() -> tuple[
    type[SatDownloadDirection],
    type[SatDownloadRequestStatus],
]:
    """The classes of nested values, imported when the first object is read."""
    from .sat_download_direction import SatDownloadDirection
    from .sat_download_request_status import SatDownloadRequestStatus

    return SatDownloadDirection, SatDownloadRequestStatus
