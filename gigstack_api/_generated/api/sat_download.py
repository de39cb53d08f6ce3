# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.sat_download`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.frames import forgets_arguments
from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gigstack_api._core.files.download import Download
    from gigstack_api._core.files.upload import FileInput
    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit

    from ..models.fiel_upload_result import FielUploadResult
    from ..models.sat_download_activation_result import SatDownloadActivationResult
    from ..models.sat_download_activation_status import SatDownloadActivationStatus
    from ..models.sat_download_direction import SatDownloadDirection
    from ..models.sat_download_registration import SatDownloadRegistration
    from ..models.sat_download_request import SatDownloadRequest
    from ..models.sat_download_request_type import SatDownloadRequestType
    from ..models.sat_download_schedule import SatDownloadSchedule
    from ..models.sat_download_schedule_status import SatDownloadScheduleStatus
    from ..models.sat_invoice import SatInvoice


class SatDownloadApi(Resource):
    """The methods of `gig.sat_download`."""

    __slots__ = ()

    async def get_activation(
        self,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SatDownloadActivationStatus:
        """See whether mass download from the SAT is on.

        First step of the setup: says which action is still missing, and the prices. Mass download
        mirrors every CFDI that the SAT holds for the RFC of the team, issued or received. It needs
        a valid RFC in the team, an active paid plan, and the FIEL (.cer, .key, password). The order
        is: this call, `activate`, `upload_fiel` (which registers too), then `save_schedule` or
        `create_request`; `gig.sat_invoices` reads what was mirrored. The FIEL (e.firma) opens mass
        download, the CSD stamps invoices. While the status is needs_upgrade or needs_addon nothing
        new is scheduled, but XML that were mirrored before can still be retried and rendered.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            Which step is missing, and what the services cost.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.sat_download.check_sat_download_activation

        Docs: https://docs.gigstack.io/check-activation-status-32396697e0
        """
        with LOADING:
            from ...operations.sat_download.check_sat_download_activation import build

        operation = build(
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def activate(
        self,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SatDownloadActivationResult:
        """Switch mass download from the SAT on.

        Changes the billing: the team is subscribed to the download meter, 0.20 MXN an XML, without
        a monthly fee. From needs_activation or needs_addon nothing else is charged; from
        needs_upgrade (free plan) the call is refused until the plan is upgraded.

        Costs: Starts a meter that bills 0.20 MXN for each XML downloaded.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            How mass download became part of the plan.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            result = await gig.sat_download.activate()
            print(result.type)

        Operation: gigstack_api.operations.sat_download.activate_sat_download

        Docs: https://docs.gigstack.io/activate-descarga-masiva-sat-32396698e0
        """
        with LOADING:
            from ...operations.sat_download.activate_sat_download import build

        operation = build(
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def deactivate(
        self,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Switch mass download from the SAT off.

        Scheduled downloads end immediately. A charge for the add-on is taken off the subscription,
        prorated; XML files downloaded in the running period are still billed when it ends. Where it
        was off already, the call succeeds too.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            await gig.sat_download.deactivate()

        Operation: gigstack_api.operations.sat_download.deactivate_sat_download

        Docs: https://docs.gigstack.io/deactivate-descarga-masiva-sat-32396699e0
        """
        with LOADING:
            from ...operations.sat_download.deactivate_sat_download import build

        operation = build(
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    @forgets_arguments
    async def upload_fiel(
        self,
        *,
        team: str | None = None,
        cert: FileInput,
        key: FileInput,
        password: str,
        sync_start_date: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> FielUploadResult:
        """Upload the FIEL of the team.

        The two files of the FIEL (e.firma) are checked and stored. With `sync_start_date` and
        `phone` it also registers the business and starts the sync (`registered` is true), so that
        `register_business` is not needed.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            cert: Certificate of the FIEL, the .cer file (DER).
            key: Encrypted private key of the FIEL, the .key file (DER).
            password: Password of the .key file.
            sync_start_date: First day to mirror (YYYY-MM-DD), at most 71 months ago. With
                `phone` it registers the business too.
            phone: Phone number in international form, for example `+5215512345678`. With
                `sync_start_date` it registers the business too.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The FIEL as stored, and whether the business is registered.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            import os
            from pathlib import Path

            result = await gig.sat_download.upload_fiel(
                cert=Path("fiel.cer"), key=Path("fiel.key"), password=os.environ["FIEL_PASSWORD"],
                sync_start_date="2025-01-01", phone="+5215512345678",
            )
            print(result.registered)

        Operation: gigstack_api.operations.sat_download.upload_fiel

        Docs: https://docs.gigstack.io/upload-fiel-credentials-32396700e0
        """
        with LOADING:
            from ...operations.sat_download.upload_fiel import build

        operation = build(
            team=team,
            cert=cert,
            key=key,
            password=password,
            sync_start_date=sync_start_date,
            phone=phone,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def register_business(
        self,
        *,
        team: str | None = None,
        phone: str,
        sync_start_date: str,
        legal_name: str | Omit = OMIT,
        max_monthly_invoices: int | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SatDownloadRegistration:
        """Register the business with the SAT by hand.

        Only if `upload_fiel` could not register by itself. Uses the FIEL already stored.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            phone: Phone number. Not confirmed by the API's documentation.
            sync_start_date: First day to mirror (YYYY-MM-DD). The history reaches back 71
                months at most.
            legal_name: Legal name as the SAT has it (razón social).
            max_monthly_invoices: Number of invoices a month. Not confirmed by the API's
                documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The registration.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            registration = await gig.sat_download.register_business(
                sync_start_date="2025-01-01", phone="+5215512345678"
            )
            print(registration.registered)

        Operation: gigstack_api.operations.sat_download.register_business_with_sat

        Docs: https://docs.gigstack.io/register-business-with-sat-manual-32396701e0
        """
        with LOADING:
            from ...operations.sat_download.register_business_with_sat import build

        operation = build(
            team=team,
            phone=phone,
            sync_start_date=sync_start_date,
            legal_name=legal_name,
            max_monthly_invoices=max_monthly_invoices,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get_schedule(
        self,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SatDownloadScheduleStatus:
        """Get the download schedule and how far the setup is.

        Daily schedule, FIEL and registration in one answer. Look here before you save a schedule or
        make a request.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            Schedule and state of the setup.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.sat_download.get_sat_download_schedule

        Docs: https://docs.gigstack.io/get-schedule-configuration-32396702e0
        """
        with LOADING:
            from ...operations.sat_download.get_sat_download_schedule import build

        operation = build(
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def save_schedule(
        self,
        *,
        team: str | None = None,
        enabled: bool,
        time: str,
        download_types: Sequence[SatDownloadDirection | str],
        days_back: int,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SatDownloadSchedule:
        """Create or change the daily download.

        Once a day at `time` the invoices of the last `days_back` days are downloaded. The FIEL has
        to be there and the RFC registered.

        Costs: Each XML that a scheduled run downloads is billed, 0.20 MXN.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            enabled: Whether it runs.
            time: Time of day to run at (HH:mm, America/Mexico_City), for example `21:00`.
            download_types: Directions to download: issued, received or both.
            days_back: How many past days each run covers, 1 to 90.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The schedule as saved.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 400 or 409
            raises `OutcomeUnknownError`.

        Example:
            schedule = await gig.sat_download.save_schedule(
                enabled=True, time="21:00", download_types=["issued", "received"], days_back=7
            )
            print(schedule.lastRunStatus)

        Operation: gigstack_api.operations.sat_download.save_sat_download_schedule

        Docs: https://docs.gigstack.io/save-schedule-configuration-32396703e0
        """
        with LOADING:
            from ...operations.sat_download.save_sat_download_schedule import build

        operation = build(
            team=team,
            enabled=enabled,
            time=time,
            download_types=download_types,
            days_back=days_back,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    def list_history(
        self,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[SatDownloadRequest]:
        """List the latest download requests.

        The 20 latest requests, newest first; there are no further pages. Those that are pending,
        accepted or processing are looked up at the SAT first, so the call can take long. Use it to
        wait for requests and scheduled runs.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.
            resume: Checkpoint of an earlier pager over the same list; the new one continues there.

        Returns:
            A pager: `await` it for the first page or iterate over it for all items. No request is
            sent before that.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.sat_download.get_sat_download_history

        Docs: https://docs.gigstack.io/get-download-request-history-32396704e0
        """
        with LOADING:
            from ...operations.sat_download.get_sat_download_history import build

        operation = build(
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def create_request(
        self,
        *,
        team: str | None = None,
        start_date: str,
        end_date: str,
        request_type: SatDownloadRequestType | str | Omit = OMIT,
        rfc_type: SatDownloadDirection | str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SatDownloadRequest:
        """Ask the SAT for the invoices of a period.

        The SAT works on it asynchronously: wait for it with `list_history`.

        Costs: Each XML downloaded is billed, 0.20 MXN.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            start_date: First day (YYYY-MM-DD).
            end_date: Last day (YYYY-MM-DD).
            request_type: Metadata alone, or the XML files.
            rfc_type: Invoices issued or received.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The request.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            request = await gig.sat_download.create_request(
                start_date="2025-01-01", end_date="2025-01-31"
            )
            print(request.id, request.status)

        Operation: gigstack_api.operations.sat_download.create_sat_download_request

        Docs: https://docs.gigstack.io/create-bulk-download-request-32396705e0
        """
        with LOADING:
            from ...operations.sat_download.create_sat_download_request import build

        operation = build(
            team=team,
            start_date=start_date,
            end_date=end_date,
            request_type=request_type,
            rfc_type=rfc_type,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get_request(
        self,
        request_id: str | SatDownloadRequest,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SatDownloadRequest:
        """Get the state of a download request.

        Gives the ids of its packages once it is finished.

        Args:
            request_id: Id of the download request.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The request as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.sat_download.check_sat_download_request

        Docs: https://docs.gigstack.io/check-download-request-status-32396706e0
        """
        with LOADING:
            from ...operations.sat_download.check_sat_download_request import build

        operation = build(
            request_id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def download_package(
        self,
        package_id: str,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Download:
        """Download a package of XML files.

        The XML files that a finished request collected, in a ZIP.

        Args:
            package_id: Id of the package, as the state of its request names it.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The file.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.sat_download.download_sat_package

        Docs: https://docs.gigstack.io/download-xml-package-32396707e0
        """
        with LOADING:
            from ...operations.sat_download.download_sat_package import build

        operation = build(
            package_id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get_invoice_xml(
        self,
        uuid: str | SatInvoice,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Download:
        """Get the XML of one invoice from the SAT.

        Fetches the CFDI from the SAT if gigstack does not have it. `gig.sat_invoices.get` reads
        what is stored, free of charge.

        Costs: One credit, 0.20 MXN, when the XML has to be downloaded from the SAT.

        Args:
            uuid: UUID of the CFDI (folio fiscal).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The file.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            xml = await gig.sat_download.get_invoice_xml(sat_invoice)
            print(xml.save("."))

        Operation: gigstack_api.operations.sat_download.get_sat_invoice_xml

        Docs: https://docs.gigstack.io/get-single-invoice-from-sat-32396708e0
        """
        with LOADING:
            from ...operations.sat_download.get_sat_invoice_xml import build

        operation = build(
            uuid,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def debug(
        self,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Look into a failing setup.

        State of the FIEL and of the registration, configuration of the schedule, and whether the
        SAT can be reached. For finding faults only.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The findings.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.sat_download.debug_sat_download

        Docs: https://docs.gigstack.io/debug-registration-status-32396709e0
        """
        with LOADING:
            from ...operations.sat_download.debug_sat_download import build

        operation = build(
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def enable_sync(
        self,
        *,
        team: str | None = None,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Turn the sync with the SAT on.

        It is switched on at the provider behind gigstack. Usually `save_schedule` is what you want.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            What the API returns; its keys are not documented.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            await gig.sat_download.enable_sync()

        Operation: gigstack_api.operations.sat_download.enable_sat_sync

        Docs: https://docs.gigstack.io/enable-sat-sync-32396710e0
        """
        with LOADING:
            from ...operations.sat_download.enable_sat_sync import build

        operation = build(
            team=team,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)
