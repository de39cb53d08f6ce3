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

        First step of the setup: tells which action is still missing, and the prices. Mass download
        mirrors every CFDI that the SAT holds for the RFC of the team, issued or received, made in
        gigstack or elsewhere. It needs a valid RFC in the team, an active paid plan, and the FIEL
        (.cer, .key, password). Order of the setup: this call, activate, upload the FIEL (which
        registers too), then a schedule or single requests; the mirrored invoices are read with `GET
        /invoices/sat`. The FIEL (e.firma) opens mass download, the CSD stamps invoices; the whole
        product needs both. While the status is needs_upgrade or needs_addon nothing new is
        scheduled, but invoices mirrored before can still be retried and rendered as PDF. Unlike
        most of the API, the keys of this answer are camel case.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            extra_query: Undocumented query parameters to add.

        Returns:
            The active services and their cost.

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

        Changes the billing: the team is subscribed to the download meter, 0.20 MXN an XML. From
        needs_activation or needs_addon nothing beyond that meter is charged; from needs_upgrade
        (free plan) the call is refused until the plan is upgraded. There is no body. Settled: no
        monthly fee; a table of the guide and an older text of an official client still name 400 MXN
        per RFC and month, but the status page, its example (`addonMonthly` null) and the newest
        official client say that it was withdrawn. Unverified: the page was not seen; the answer is
        what an official client reads, and the status code of a refusal is unknown.

        Costs: Starts a meter that bills 0.20 MXN for each XML downloaded.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            extra_query: Undocumented query parameters to add.

        Returns:
            Mass download is on.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out all the same.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

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
        prorated; XML files downloaded in the running period are still billed when it ends. By the
        docs it may be repeated: where it was off already, the answer is a success too. There is no
        body. Unverified: only `message` is known to be read; `data` was not seen and is taken to
        hold nothing of use.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            extra_query: Undocumented query parameters to add.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out all the same.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

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

        Checks and stores the two files of the FIEL (e.firma). Sent together with `sync_start_date`
        and `phone`, it registers the business and starts the sync as well (`registered` is true),
        which saves the separate registration; without them the FIEL is only stored. The password
        goes into `password`; the CSD upload of the teams calls its own `keyPass`. Settled:
        `sync_start_date` is kept since the docs recommend it; a newer official client sends `phone`
        alone and leaves the server to take the longest window. Settled: an official client sends
        people to the web app for this upload; that is its own choice, the endpoint exists.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            cert: Certificate of the FIEL, the .cer file (DER).
            key: Encrypted private key of the FIEL, the .key file (DER).
            password: Password of the .key file.
            sync_start_date: First day to mirror (YYYY-MM-DD), at most 71 months ago. Advised;
                with `phone` it registers the business too.
            phone: Phone number in international form, for example `+5215512345678`. Advised;
                with `sync_start_date` it registers the business too.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The FIEL is stored, and the business registered where that was asked for.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out all the same.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

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

        Only for the case that the FIEL upload could not register by itself. Uses the FIEL already
        stored. Unverified: the page was not seen; the fields are those in the readme and tests of a
        newer official client, and the answer, which was not seen, is taken to resemble that of the
        FIEL upload.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            phone: Phone number. Unverified: international form, inferred from the FIEL upload.
            sync_start_date: First day to mirror (YYYY-MM-DD). The history reaches back 71
                months at most.
            legal_name: Legal name as the SAT has it (razón social).
            max_monthly_invoices: Number of invoices a month. Unverified: taken to be a cap,
                from its name.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The business is registered.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out all the same.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

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

        Daily schedule, FIEL and registration in one answer. Look here before saving a schedule or
        making a request. Unverified: the page was not seen; the fields are those an official client
        reads, snake case outside and camel case inside `schedule`.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
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
        to be there and the RFC registered. The body is snake case (`download_types`, `days_back`),
        the answer camel case (`downloadTypes`, `daysBack`). Unverified: the page was not seen; the
        four fields are required here because official clients always send them, and `data` of the
        answer is taken to be the schedule as saved.

        Costs: Each XML that a scheduled run downloads is billed, 0.20 MXN.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            enabled: Whether it runs. Official clients send true by default.
            time: Time of day to run at (HH:mm, America/Mexico_City), for example `21:00`.
            download_types: Directions to download. Official clients send both by default.
            days_back: How many past days each run covers, 1 to 90. Official clients send 7 by
                default.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The schedule as saved.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out all the same.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows.

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
        accepted or processing are looked up at the SAT before the answer is given, so the call can
        take long, and it is the advised way to wait for single requests and scheduled runs, which
        are both asynchronous.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
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

        The SAT works on it asynchronously: wait for it with the history of requests. What is
        downloaded is billed by the XML. Unverified: the page was not seen; the fields come from the
        readme and a test of a newer official client, which are also why the two dates are required
        here. Further optional filters of the SAT exist whose names were not seen. The answer was
        not seen either: it must hold the id of the request and is taken to be the request.

        Costs: Each XML downloaded is billed, 0.20 MXN.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            start_date: First day (YYYY-MM-DD).
            end_date: Last day (YYYY-MM-DD).
            request_type: Metadata alone, or the XML files.
            rfc_type: Invoices issued or received.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The request is made.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out all the same.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

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

        The state that one request has at the SAT now. Unverified: the page was not seen; the answer
        is taken to be the request as in the history, with the ids of its packages under one of the
        names `package_ids`, `packageIds` or `packages`.

        Args:
            request_id: Id of the download request.
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
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

        The XML files that a finished request collected, in a ZIP. Settled: JSON with the ZIP in
        base64, as a newer official client decodes it; the docs index only says ZIP, so a plain ZIP
        is read too. Unverified: the page was not seen; `content` outside `data` is a guess, and no
        source says whether fetching a package again is billed again.

        Args:
            package_id: Id of the package, as the state of its request names it.
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
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

        A GET that is not free of effects: it can fetch the CFDI from the SAT and charge one credit,
        so it is never repeated by itself; an official client asks before the call, and after a
        timeout reports that the outcome is unknown. `GET /invoices/sat/{uuid}` is another thing: it
        reads what is stored about the invoice, free of charge. Unverified: the page was not seen,
        nor any answer; the places where the XML may stand are inferred from the other downloads of
        the API.

        Costs: One credit, 0.20 MXN, when the XML has to be downloaded from the SAT.

        Args:
            uuid: UUID of the CFDI (folio fiscal).
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            extra_query: Undocumented query parameters to add.

        Returns:
            The file.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out all the same.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

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
        SAT can be reached. Meant for finding faults only. Unverified: the page was not seen; a
        newer official client names what is in the answer but not its keys, so it is kept as a free-
        form object.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
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

        A switch further down; as a rule, saving a schedule is what is wanted. The body is an empty
        object. Unverified: the page was not seen; the body is what a newer official client sends,
        and the answer, which was not seen, is kept as a free-form object.

        Args:
            team: Team that the call acts for, by its id (gigstack Connect). Needs a key whose
                team has Connect and shares the billing account with that team. Defaults to the team
                of the client or view, which is that of the key unless `team=` or `for_team` names
                another.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The sync is on.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out all the same.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

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
