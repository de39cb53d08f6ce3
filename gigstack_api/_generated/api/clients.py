# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.clients`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from gigstack_api._core.files.upload import FileInput
    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit
    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.tax_regime import TaxRegime

    from ..models.client import Client
    from ..models.client_address import ClientAddress
    from ..models.client_defaults import ClientDefaults
    from ..models.client_portal import ClientPortal
    from ..models.client_search import ClientSearch
    from ..models.pending_receipts_summary import PendingReceiptsSummary
    from ..models.sort_direction import SortDirection
    from ..models.support_document import SupportDocument
    from ..models.support_document_type import SupportDocumentType
    from ..types import ClientAddressDict, ClientDefaultsDict, ClientSearchDict


class ClientsApi(Resource):
    """The methods of `gig.clients`."""

    __slots__ = ()

    def list(
        self,
        *,
        limit: int | None = None,
        next: str | None = None,
        order_by: str | None = None,
        sort: SortDirection | str | None = None,
        created_gte: int | datetime | None = None,
        created_lte: int | datetime | None = None,
        page: int | None = None,
        team: str | None = None,
        metadata: Mapping[str, object] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Client]:
        """List the clients of a team.

        Pages through the clients by cursor; with a metadata filter by page number. Entries can lack
        fields.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            order_by: Field to order by: `created_at`, `timestamp` or `name`.
            sort: Direction of the order. Defaults to `desc`.
            created_gte: Created at or after this time (a `datetime` or Unix seconds).
            created_lte: Created at or before this time (a `datetime` or Unix seconds).
            page: Number of the page, from 1. Takes the place of the cursor where the list is
                filtered by metadata or searched.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            metadata: Only resources whose metadata has these values. The list then goes by page
                number instead of by cursor.
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

        Operation: gigstack_api.operations.clients.list_clients

        Docs: https://docs.gigstack.io/list-clients-20352660e0
        """
        with LOADING:
            from ...operations.clients.list_clients import build

        operation = build(
            limit=limit,
            next=next,
            order_by=order_by,
            sort=sort,
            created_gte=created_gte,
            created_lte=created_lte,
            page=page,
            team=team,
            metadata=metadata,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def create(
        self,
        *,
        team: str | None = None,
        name: str | Omit = OMIT,
        company: str | Omit = OMIT,
        email: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        legal_name: str | Omit = OMIT,
        tax_id: str | Omit = OMIT,
        tax_system: TaxRegime | str | Omit = OMIT,
        use: CfdiUse | str | Omit = OMIT,
        address: ClientAddress | ClientAddressDict | Omit = OMIT,
        bcc: Sequence[str] | Omit = OMIT,
        metadata: Mapping[str, Any] | Omit = OMIT,
        defaults: ClientDefaults | ClientDefaultsDict | Omit = OMIT,
        search: ClientSearch | ClientSearchDict | Omit = OMIT,
        document_type: str | Omit = OMIT,
        organization_type: int | str | Omit = OMIT,
        tribute_code: str | Omit = OMIT,
        fiscal_responsibilities: Sequence[str] | Omit = OMIT,
        dv: str | Omit = OMIT,
        municipality_code: str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Client:
        """Create a client, or find or update one by search.

        Without `search` every call makes a new client: nothing prevents duplicates. With `search`:
        no match creates one, one match is returned as it is or, with `search.update`, updated
        first, several matches are refused (409, ids in `error.details`). No field is required.
        Fiscal data are checked against the SAT registry and the EFOS blacklist. `upsert` is the
        shorter way to find or create.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            name: Name of the person or the contact.
            company: Trade name of the company.
            email: Where invoices are delivered.
            phone: Phone number.
            legal_name: Legal name as the SAT has it (razón social).
            tax_id: RFC, 12 or 13 characters. XAXX010101000 stands for the general public.
            tax_system: SAT tax regime code.
            use: Default use of its invoices.
            address: Postal address.
            bcc: E-mail addresses that get a blind copy.
            metadata: Keys and values of your own; values may be nested.
            defaults: Defaults for this client.
            search: Turns the creation into find-or-create, or upsert.
            document_type: Kind of identity document. Colombia. Not confirmed by the API's
                documentation.
            organization_type: Kind of organization. Colombia. Not confirmed by the API's
                documentation.
            tribute_code: Code of its taxes. Colombia. Not confirmed by the API's documentation.
            fiscal_responsibilities: Codes of its fiscal duties. Colombia. Not confirmed by the
                API's documentation.
            dv: Check digit of its tax number. Colombia. Not confirmed by the API's
                documentation.
            municipality_code: Code of its municipality. Colombia. Not confirmed by the API's
                documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The client: the one that matched, as it is or as updated, or the new one.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: With `search`, a repeat finds what the first attempt created, so the call is
            repeated as the retry policy allows. Without `search`, it is never sent again once the
            API may have read it.

        Example:
            client = await gig.clients.create(
                legal_name="JUAN PEREZ GARCIA",
                tax_id="PEGJ800101AB6",
                tax_system="612",
                use="G03",
                email="juan.perez@ejemplo.com",
                address={"zip": "03100", "country": "MEX"},
            )

        Operation: gigstack_api.operations.clients.create_client

        Docs: https://docs.gigstack.io/create-client-20352661e0
        """
        with LOADING:
            from ...operations.clients.create_client import build

        operation = build(
            team=team,
            name=name,
            company=company,
            email=email,
            phone=phone,
            legal_name=legal_name,
            tax_id=tax_id,
            tax_system=tax_system,
            use=use,
            address=address,
            bcc=bcc,
            metadata=metadata,
            defaults=defaults,
            search=search,
            document_type=document_type,
            organization_type=organization_type,
            tribute_code=tribute_code,
            fiscal_responsibilities=fiscal_responsibilities,
            dv=dv,
            municipality_code=municipality_code,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get(
        self,
        id: str | Client,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Client:
        """Get a client.

        Args:
            id: Id of the client (`client_…` or `cus_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The client.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.clients.get_client

        Docs: https://docs.gigstack.io/get-client-20352662e0
        """
        with LOADING:
            from ...operations.clients.get_client import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def update(
        self,
        id: str | Client,
        /,
        *,
        team: str | None = None,
        name: str | None | Omit = OMIT,
        company: str | None | Omit = OMIT,
        email: str | None | Omit = OMIT,
        phone: str | None | Omit = OMIT,
        legal_name: str | None | Omit = OMIT,
        tax_id: str | None | Omit = OMIT,
        tax_system: TaxRegime | str | None | Omit = OMIT,
        use: CfdiUse | str | None | Omit = OMIT,
        address: ClientAddress | ClientAddressDict | None | Omit = OMIT,
        bcc: Sequence[str] | None | Omit = OMIT,
        metadata: Mapping[str, Any] | None | Omit = OMIT,
        defaults: ClientDefaults | ClientDefaultsDict | None | Omit = OMIT,
        document_type: str | None | Omit = OMIT,
        organization_type: int | str | None | Omit = OMIT,
        tribute_code: str | None | Omit = OMIT,
        fiscal_responsibilities: Sequence[str] | None | Omit = OMIT,
        dv: str | None | Omit = OMIT,
        municipality_code: str | None | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Client:
        """Change some fields of a client.

        Only the fields sent are changed; null clears a field and an empty object empties the
        metadata. Send `address` whole. Test and live keys share their clients, so a change made
        with a test key is seen live.

        Args:
            id: Id of the client (`client_…` or `cus_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            name: Name of the person or the contact.
            company: Trade name of the company.
            email: Where invoices are delivered.
            phone: Phone number.
            legal_name: Legal name as the SAT has it (razón social).
            tax_id: RFC, 12 or 13 characters. XAXX010101000 stands for the general public.
            tax_system: SAT tax regime code.
            use: Default use of its invoices.
            address: Postal address.
            bcc: E-mail addresses that get a blind copy.
            metadata: Keys and values of your own; values may be nested.
            defaults: Defaults for this client.
            document_type: Kind of identity document. Colombia. Not confirmed by the API's
                documentation.
            organization_type: Kind of organization. Colombia. Not confirmed by the API's
                documentation.
            tribute_code: Code of its taxes. Colombia. Not confirmed by the API's documentation.
            fiscal_responsibilities: Codes of its fiscal duties. Colombia. Not confirmed by the
                API's documentation.
            dv: Check digit of its tax number. Colombia. Not confirmed by the API's
                documentation.
            municipality_code: Code of its municipality. Colombia. Not confirmed by the API's
                documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The client as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 400 or 409
            raises `OutcomeUnknownError`.

        Example:
            client = await gig.clients.update(client, email="facturas@ejemplo.com")
            print(client.email)

        Operation: gigstack_api.operations.clients.update_client

        Docs: https://docs.gigstack.io/update-client-20352663e0
        """
        with LOADING:
            from ...operations.clients.update_client import build

        operation = build(
            id,
            team=team,
            name=name,
            company=company,
            email=email,
            phone=phone,
            legal_name=legal_name,
            tax_id=tax_id,
            tax_system=tax_system,
            use=use,
            address=address,
            bcc=bcc,
            metadata=metadata,
            defaults=defaults,
            document_type=document_type,
            organization_type=organization_type,
            tribute_code=tribute_code,
            fiscal_responsibilities=fiscal_responsibilities,
            dv=dv,
            municipality_code=municipality_code,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def delete(
        self,
        id: str | Client,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Delete a client.

        Args:
            id: Id of the client (`client_…` or `cus_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 404 counts as
            success, and a refusal such as 400 or 409 raises `OutcomeUnknownError`.

        Example:
            await gig.clients.delete(client)

        Operation: gigstack_api.operations.clients.delete_client

        Docs: https://docs.gigstack.io/delete-client-20352664e0
        """
        with LOADING:
            from ...operations.clients.delete_client import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def validate(
        self,
        id: str | Client,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Client:
        """Compare the fiscal data of a client with the SAT.

        The stored data are checked. A client on the EFOS blacklist is refused with an error.

        Args:
            id: Id of the client (`client_…` or `cus_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The client, with the outcome of the check.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            client = await gig.clients.validate(client)
            print(client.is_valid)

        Operation: gigstack_api.operations.clients.validate_client

        Docs: https://docs.gigstack.io/validate-client-fiscal-information-20352665e0
        """
        with LOADING:
            from ...operations.clients.validate_client import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def create_portal_token(
        self,
        *,
        team: str | None = None,
        id: str | Omit = OMIT,
        email: str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> ClientPortal:
        """Get a link to the portal of a client.

        In the portal the client invoices, sees documents and pays. The link carries the credential
        and lives 5 days. Send `id` or `email`.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            id: Id of the client.
            email: E-mail address of the client.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The link.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            portal = await gig.clients.create_portal_token(id=client.id)
            print(portal.expires_at)  # `portal.url` is the link; it is a credential

        Operation: gigstack_api.operations.clients.create_client_portal_token

        Docs: https://docs.gigstack.io/get-client-customer-portal-access-token-21625392e0
        """
        with LOADING:
            from ...operations.clients.create_client_portal_token import build

        operation = build(
            team=team,
            id=id,
            email=email,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def stamp_pending_receipts(
        self,
        id: str | Client,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> PendingReceiptsSummary:
        """Stamp the pending receipts of a client.

        At most 100 receipts a call: call again while `remaining` is above 0. Some may have failed:
        look at `failed`.

        Costs: Each stamp of a live key is a billed CFDI.

        Args:
            id: Id of the client (`client_…` or `cus_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            How many were stamped, how many failed, and how many remain.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            summary = await gig.clients.stamp_pending_receipts(client)
            print(summary.stamped, summary.failed, summary.remaining)

        Operation: gigstack_api.operations.clients.stamp_client_pending_receipts

        Docs: https://docs.gigstack.io/stamp-pending-receipts-20352667e0
        """
        with LOADING:
            from ...operations.clients.stamp_client_pending_receipts import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    def search(
        self,
        *,
        q: str,
        page: int | None = None,
        limit: int | None = None,
        fields: str | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Client]:
        """Search clients by free text.

        Looks in name, RFC and e-mail, and tolerates typing errors.

        Args:
            q: Free text to look for; tolerates typing errors.
            page: Number of the page, from 1. Takes the place of the cursor where the list is
                filtered by metadata or searched.
            limit: Items per page, 1 to 100. Defaults to 10.
            fields: Names of the fields to search in, separated by commas.
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

        Operation: gigstack_api.operations.clients.search_clients

        Docs: https://docs.gigstack.io/search-clients-29768770e0
        """
        with LOADING:
            from ...operations.clients.search_clients import build

        operation = build(
            q=q,
            page=page,
            limit=limit,
            fields=fields,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def upload_csf(
        self,
        *,
        client_id: str | None = None,
        team: str | None = None,
        file: FileInput,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Client:
        """Create or update a client from its CSF.

        Reads a constancia de situación fiscal (PDF), asks the SAT for the fiscal data and creates a
        client, or updates the one named by `client_id`. Test and live keys share their clients.

        Args:
            client_id: Id of the client to update. Without it, a client is created.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            file: The CSF as PDF, at most 5 MiB.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The client as read from the document.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            from pathlib import Path

            client = await gig.clients.upload_csf(file=Path("constancia.pdf"))
            print(client.tax_id, client.legal_name)

        Operation: gigstack_api.operations.clients.upload_client_csf

        Docs: https://docs.gigstack.io/upload-csf-pdf-to-create-or-update-client-24485403e0
        """
        with LOADING:
            from ...operations.clients.upload_client_csf import build

        operation = build(
            client_id=client_id,
            team=team,
            file=file,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    def list_support_documents(
        self,
        id: str | Client,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[SupportDocument]:
        """List the support documents of a client.

        All documents at once; there are no pages.

        Args:
            id: Id of the client (`client_…` or `cus_…`).
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

        Operation: gigstack_api.operations.clients.list_client_support_documents

        Docs: https://docs.gigstack.io/list-support-documents-28014932e0
        """
        with LOADING:
            from ...operations.clients.list_client_support_documents import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def upload_support_document(
        self,
        id: str | Client,
        /,
        *,
        team: str | None = None,
        file: FileInput,
        documentType: SupportDocumentType | str,
        name: str | Omit = OMIT,
        description: str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> SupportDocument:
        """Attach a support document to a client.

        The document then waits for its review (`pending_review`); the upload starts none.

        Args:
            id: Id of the client (`client_…` or `cus_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            file: The document, not empty and at most 10 MiB: a PDF, or an image (PNG, JPG,
                JPEG, WEBP).
            documentType: Kind of proof it gives. Camel case when sent, `document_type` in the
                answer.
            name: Visible name; defaults to the name of the file.
            description: Subject of the document.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The document as stored.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            from pathlib import Path

            document = await gig.clients.upload_support_document(
                client, file=Path("contrato.pdf"), documentType="contract"
            )
            print(document.id, document.compliance_status)

        Operation: gigstack_api.operations.clients.upload_client_support_document

        Docs: https://docs.gigstack.io/upload-support-document-28014931e0
        """
        with LOADING:
            from ...operations.clients.upload_client_support_document import build

        operation = build(
            id,
            team=team,
            file=file,
            documentType=documentType,
            name=name,
            description=description,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)
