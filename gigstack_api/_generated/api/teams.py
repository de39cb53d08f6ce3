# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.teams`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.frames import forgets_arguments
from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gigstack_api._core.files.upload import FileInput
    from gigstack_api._core.pagination.pager import Pager
    from gigstack_api._core.schema.types import Omit
    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.tax_regime import TaxRegime

    from ..models.allowed_product_code import AllowedProductCode
    from ..models.allowed_product_code_input import AllowedProductCodeInput
    from ..models.onboarding_url import OnboardingUrl
    from ..models.series import Series
    from ..models.settings_periodicity import SettingsPeriodicity
    from ..models.sort_direction import SortDirection
    from ..models.team import Team
    from ..models.team_address import TeamAddress
    from ..models.team_address_input import TeamAddressInput
    from ..models.team_brand import TeamBrand
    from ..models.team_brand_input import TeamBrandInput
    from ..models.team_complement import TeamComplement
    from ..models.team_default_series import TeamDefaultSeries
    from ..models.team_deletion import TeamDeletion
    from ..models.team_email_settings import TeamEmailSettings
    from ..models.team_email_templates import TeamEmailTemplates
    from ..models.team_member import TeamMember
    from ..models.team_member_input import TeamMemberInput
    from ..models.team_payment_reminders import TeamPaymentReminders
    from ..models.team_pdf_language import TeamPdfLanguage
    from ..models.team_refund_settings import TeamRefundSettings
    from ..models.team_reinvoice_settings import TeamReinvoiceSettings
    from ..models.team_role import TeamRole
    from ..models.team_settings import TeamSettings
    from ..models.team_tax_default import TeamTaxDefault
    from ..types import (
        AllowedProductCodeInputDict,
        TeamAddressInputDict,
        TeamBrandInputDict,
        TeamComplementDict,
        TeamDefaultSeriesDict,
        TeamEmailSettingsDict,
        TeamEmailTemplatesDict,
        TeamMemberInputDict,
        TeamPaymentRemindersDict,
        TeamRefundSettingsDict,
        TeamReinvoiceSettingsDict,
        TeamTaxDefaultDict,
    )


class TeamsApi(Resource):
    """The methods of `gig.teams`."""

    __slots__ = ()

    def list(
        self,
        *,
        limit: int | None = None,
        next: str | None = None,
        order_by: str | None = None,
        sort: SortDirection | str | None = None,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Team]:
        """List the teams you can reach.

        Pages through the teams by cursor. With a limit of 1 it is a cheap way to see whether a key
        works.

        Args:
            limit: Items per page, 1 to 100. Defaults to 10.
            next: Cursor: the `next` of the page before. Opaque.
            order_by: Field to order by: `created_at`, `timestamp` or `name`.
            sort: Direction of the order. Defaults to `desc`.
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

        Operation: gigstack_api.operations.teams.list_teams

        Docs: https://docs.gigstack.io/list-teams-20352685e0
        """
        with LOADING:
            from ...operations.teams.list_teams import build

        operation = build(
            limit=limit,
            next=next,
            order_by=order_by,
            sort=sort,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def create(
        self,
        *,
        team: str | None = None,
        brand: TeamBrandInput | TeamBrandInputDict | TeamBrand | Omit = OMIT,
        address: TeamAddressInput | TeamAddressInputDict | TeamAddress | Omit = OMIT,
        tax_id: str | Omit = OMIT,
        tax_system: TaxRegime | str | Omit = OMIT,
        support_email: str | Omit = OMIT,
        support_phone: str | Omit = OMIT,
        generate_onboarding_url: bool | Omit = OMIT,
        add_members: Sequence[TeamMemberInput | TeamMemberInputDict | TeamMember] | Omit = OMIT,
        add_master_team_members: bool | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Team:
        """Create a team.

        The team joins the billing account. No field is required. `generate_onboarding_url` asks for
        the link of the onboarding, `add_members` attaches existing users, and
        `add_master_team_members` decides about those of the master team.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            brand: Name and looks; `alias` is required inside.
            address: Fiscal address; `country` is required inside.
            tax_id: RFC, 12 or 13 characters.
            tax_system: SAT tax regime code.
            support_email: E-mail address for its customers.
            support_phone: Phone number for its customers.
            generate_onboarding_url: Whether the answer carries a link to the onboarding.
            add_members: Existing users to attach.
            add_master_team_members: Whether members of the master team join it too.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The new team.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            team = await gig.teams.create(
                brand={"alias": "Sucursal Norte"},
                tax_id="SNO190305KJ2",
                tax_system="601",
                address={"zip": "64000", "country": "MEX"},
            )
            branch = gig.for_team(team.id)  # its calls act for that team

        Operation: gigstack_api.operations.teams.create_team

        Docs: https://docs.gigstack.io/create-team-20352686e0
        """
        with LOADING:
            from ...operations.teams.create_team import build

        operation = build(
            team=team,
            brand=brand,
            address=address,
            tax_id=tax_id,
            tax_system=tax_system,
            support_email=support_email,
            support_phone=support_phone,
            generate_onboarding_url=generate_onboarding_url,
            add_members=add_members,
            add_master_team_members=add_master_team_members,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get(
        self,
        id: str | Team,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Team:
        """Get a team.

        `gig.key_team` gives the id of your own team without a call.

        Args:
            id: Id of the team (`team_…`). Never the word `integrations`: it leads to another
                operation.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The team.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.teams.get_team

        Docs: https://docs.gigstack.io/get-team-20352687e0
        """
        with LOADING:
            from ...operations.teams.get_team import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def update(
        self,
        id: str | Team,
        /,
        *,
        team: str | None = None,
        brand: TeamBrandInput | TeamBrandInputDict | TeamBrand | Omit = OMIT,
        address: TeamAddressInput | TeamAddressInputDict | TeamAddress | Omit = OMIT,
        tax_id: str | Omit = OMIT,
        tax_system: TaxRegime | str | Omit = OMIT,
        support_email: str | Omit = OMIT,
        support_phone: str | Omit = OMIT,
        generate_onboarding_url: bool | Omit = OMIT,
        add_members: Sequence[TeamMemberInput | TeamMemberInputDict | TeamMember] | Omit = OMIT,
        add_master_team_members: bool | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Team:
        """Change brand, fiscal and contact data of a team.

        Only the fields sent are changed. Send `brand` and `address` whole. The settings have an
        operation of their own.

        Args:
            id: Id of the team (`team_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            brand: Name and looks; `alias` is required inside.
            address: Fiscal address; `country` is required inside.
            tax_id: RFC, 12 or 13 characters.
            tax_system: SAT tax regime code.
            support_email: E-mail address for its customers.
            support_phone: Phone number for its customers.
            generate_onboarding_url: Whether the answer carries a link to the onboarding. Not
                confirmed by the API's documentation.
            add_members: Existing users to attach. Not confirmed by the API's documentation.
            add_master_team_members: Whether members of the master team join it too. Not
                confirmed by the API's documentation.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The team as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 400 or 409
            raises `OutcomeUnknownError`.

        Example:
            team = await gig.teams.update(team, support_email="soporte@ejemplo.com")

        Operation: gigstack_api.operations.teams.update_team

        Docs: https://docs.gigstack.io/update-team-20352688e0
        """
        with LOADING:
            from ...operations.teams.update_team import build

        operation = build(
            id,
            team=team,
            brand=brand,
            address=address,
            tax_id=tax_id,
            tax_system=tax_system,
            support_email=support_email,
            support_phone=support_phone,
            generate_onboarding_url=generate_onboarding_url,
            add_members=add_members,
            add_master_team_members=add_master_team_members,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def delete(
        self,
        id: str | Team,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> TeamDeletion:
        """Schedule the deletion of a team.

        The team becomes `pending_deletion` and is erased 30 days later. Its members lose it from
        their teams, and the billing account of a member who has no team left is cleared. Refused
        with 400 (`business_rule_violation`) while it has invoices, receipts or payments, or one of
        these services is connected: stripe, paypal, mercadopago, conekta, openpay, clip, bank,
        whmcs, shopify, hilos; with 409 (`resource_conflict`) when the deletion is scheduled
        already.

        Args:
            id: Id of the team (`team_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            When the team will be erased.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 404 counts as
            success, and a refusal such as 400 or 409 raises `OutcomeUnknownError`.

        Example:
            deletion = await gig.teams.delete(team)
            print(deletion)

        Operation: gigstack_api.operations.teams.delete_team

        Docs: https://docs.gigstack.io/delete-team-34064730e0
        """
        with LOADING:
            from ...operations.teams.delete_team import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get_integrations(
        self,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Get the integrations of a team.

        One object, not a list: the services of the team of the key, or of the one in `team`.

        Args:
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            extra_query: Undocumented query parameters to add.

        Returns:
            The integrations by name.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.teams.get_team_integrations

        Docs: https://docs.gigstack.io/get-team-integrations-20352689e0
        """
        with LOADING:
            from ...operations.teams.get_team_integrations import build

        operation = build(
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    def list_series(
        self,
        id: str | Team,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
        resume: str | None = None,
    ) -> Pager[Series]:
        """List the invoice series of a team.

        All series at once; there are no pages.

        Args:
            id: Id of the team (`team_…`).
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

        Operation: gigstack_api.operations.teams.get_team_series

        Docs: https://docs.gigstack.io/get-team-series-20352692e0
        """
        with LOADING:
            from ...operations.teams.get_team_series import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return self._list(operation, resume)

    async def create_series(
        self,
        id: str | Team,
        /,
        *,
        team: str | None = None,
        series: str,
        live: int | Omit = OMIT,
        test: int | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Series:
        """Create an invoice series.

        Live and test mode count their folios apart.

        Args:
            id: Id of the team (`team_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            series: Letters of the series, for example `A`.
            live: Folio counter of live mode.
            test: Folio counter of test mode.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The new series.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            series = await gig.teams.create_series(team, series="W", live=1, test=1)

        Operation: gigstack_api.operations.teams.create_team_series

        Docs: https://docs.gigstack.io/create-team-series-20352693e0
        """
        with LOADING:
            from ...operations.teams.create_team_series import build

        operation = build(
            id,
            team=team,
            series=series,
            live=live,
            test=test,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def update_series(
        self,
        id: str | Team,
        series_id: str | Series,
        /,
        *,
        team: str | None = None,
        series: str | Omit = OMIT,
        live: int | Omit = OMIT,
        test: int | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Series:
        """Set the folio counters of a series.

        Sets the counter of live mode, of test mode, or both; what is left out stays.

        Args:
            id: Id of the team (`team_…`).
            series_id: The series itself, for example `A`; not a generated id.
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            series: Letters of the series; the path names them already. Not confirmed by the
                API's documentation.
            live: Folio counter of live mode.
            test: Folio counter of test mode.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The series as it is now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 400 or 409
            raises `OutcomeUnknownError`.

        Example:
            series = await gig.teams.update_series(team, "W", live=101)
            print(series.live)

        Operation: gigstack_api.operations.teams.update_team_series

        Docs: https://docs.gigstack.io/update-team-series-20352694e0
        """
        with LOADING:
            from ...operations.teams.update_team_series import build

        operation = build(
            id,
            series_id,
            team=team,
            series=series,
            live=live,
            test=test,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def get_onboarding_url(
        self,
        id: str | Team,
        /,
        *,
        team: str | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> OnboardingUrl:
        """Get a fresh link to the fiscal onboarding of a team.

        A GET that changes something: each call renews the secret of the link, so a link given out
        before can stop working. Whoever has the link can do the fiscal onboarding of the team:
        treat it as a credential.

        Args:
            id: Id of the team (`team_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
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
            link = await gig.teams.get_onboarding_url(team)
            address = link.onboarding_url or link.onboardingUrl or link.url

        Operation: gigstack_api.operations.teams.get_team_onboarding_url

        Docs: https://docs.gigstack.io/get-team-onboarding-url-20462248e0
        """
        with LOADING:
            from ...operations.teams.get_team_onboarding_url import build

        operation = build(
            id,
            team=team,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def update_settings(
        self,
        id: str | Team,
        /,
        *,
        team: str | None = None,
        avoid_legal_name_replacer: bool | None | Omit = OMIT,
        keep_full_legal_name: bool | None | Omit = OMIT,
        enforce_client_country_taxes: bool | None | Omit = OMIT,
        global_invoice_disabled: bool | None | Omit = OMIT,
        automate_complement_for_ppd_invoices: bool | None | Omit = OMIT,
        automate_partial_payment_complements: bool | None | Omit = OMIT,
        use_foreign_public_in_usd: bool | None | Omit = OMIT,
        avoid_receipts: bool | None | Omit = OMIT,
        cancel_receipts_on_refunds: bool | None | Omit = OMIT,
        invoice_per_receipt: bool | None | Omit = OMIT,
        allow_notes_on_self_invoice: bool | None | Omit = OMIT,
        allow_product_code_on_self_invoice: bool | None | Omit = OMIT,
        send_invoice_english_pdf: bool | None | Omit = OMIT,
        default_description: str | None | Omit = OMIT,
        override_item_description: str | None | Omit = OMIT,
        invoice_pdf_notes: str | None | Omit = OMIT,
        product_key: str | None | Omit = OMIT,
        unit_key: str | None | Omit = OMIT,
        unit_name: str | None | Omit = OMIT,
        use: CfdiUse | str | None | Omit = OMIT,
        sku: str | None | Omit = OMIT,
        addenda: str | None | Omit = OMIT,
        custom_payment_description: str | None | Omit = OMIT,
        customer_portal_id: str | None | Omit = OMIT,
        force_series: str | None | Omit = OMIT,
        avoid_automations_on_currencies: Sequence[str] | None | Omit = OMIT,
        uses_on_self_invoice_portal: Sequence[CfdiUse | str] | None | Omit = OMIT,
        concepts_catalog: Sequence[str] | None | Omit = OMIT,
        taxes: Sequence[TeamTaxDefault | TeamTaxDefaultDict] | None | Omit = OMIT,
        taxes_usd: Sequence[TeamTaxDefault | TeamTaxDefaultDict] | None | Omit = OMIT,
        withholding_taxes: Sequence[TeamTaxDefault | TeamTaxDefaultDict] | None | Omit = OMIT,
        local_taxes: Sequence[TeamTaxDefault | TeamTaxDefaultDict] | None | Omit = OMIT,
        complements: Sequence[TeamComplement | TeamComplementDict] | None | Omit = OMIT,
        allowed_product_codes: Sequence[
            AllowedProductCodeInput | AllowedProductCodeInputDict | AllowedProductCode
        ]
        | None
        | Omit = OMIT,
        periodicity: SettingsPeriodicity | str | None | Omit = OMIT,
        pdf_language: TeamPdfLanguage | str | None | Omit = OMIT,
        global_invoicing_monthly_cuts: int | None | Omit = OMIT,
        eom_ppd_threshold_days: int | None | Omit = OMIT,
        limit_days_to_pay: int | None | Omit = OMIT,
        payment_reminders: TeamPaymentReminders | TeamPaymentRemindersDict | None | Omit = OMIT,
        reinvoice: TeamReinvoiceSettings | TeamReinvoiceSettingsDict | None | Omit = OMIT,
        refunds: TeamRefundSettings | TeamRefundSettingsDict | None | Omit = OMIT,
        emails: TeamEmailSettings | TeamEmailSettingsDict | None | Omit = OMIT,
        email_templates: TeamEmailTemplates | TeamEmailTemplatesDict | None | Omit = OMIT,
        default_series: TeamDefaultSeries | TeamDefaultSeriesDict | None | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> TeamSettings:
        """Change some settings of a team.

        Defaults of invoices, taxes, series and e-mails. A field left out stays as it is, null
        clears it, an empty text clears a text, and a list (an empty one too) replaces the whole
        list. Of a group such as `emails`, null resets all its fields and an empty object changes
        nothing. Test and live mode share the settings, so a change made with a test key is seen
        live.

        Args:
            id: Id of the team (`team_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            avoid_legal_name_replacer: Whether legal names are left whole, with their ending (SA
                de CV, ...).
            keep_full_legal_name: Whether the full legal name is kept.
            enforce_client_country_taxes: Whether the country of the client decides the taxes.
            global_invoice_disabled: Whether no global invoices are issued.
            automate_complement_for_ppd_invoices: Whether the payment complements of PPD
                invoices are issued by themselves.
            automate_partial_payment_complements: Whether complements of partial payments are
                issued by themselves.
            use_foreign_public_in_usd: Whether the foreign general public stands in as client
                for amounts in USD.
            avoid_receipts: Whether no receipts are made.
            cancel_receipts_on_refunds: Whether a refund cancels the receipt.
            invoice_per_receipt: Whether each receipt gets an invoice of its own.
            allow_notes_on_self_invoice: Whether the client may add notes in the self-invoicing
                portal.
            allow_product_code_on_self_invoice: Whether the client may choose the product code
                in the self-invoicing portal.
            send_invoice_english_pdf: Whether the PDF of an invoice is sent in English.
            default_description: Description of an item that has none.
            override_item_description: Description that takes the place of that of every item.
            invoice_pdf_notes: Notes printed on the PDF of invoices.
            product_key: Default SAT product code (ClaveProdServ).
            unit_key: Default SAT unit code (ClaveUnidad).
            unit_name: Default name of the unit.
            use: Default use of the invoices.
            sku: Default SKU of an item.
            addenda: Addenda of the invoices.
            custom_payment_description: Description of payments.
            customer_portal_id: Id of the portal of its clients.
            force_series: Series that every invoice gets.
            avoid_automations_on_currencies: Currencies (ISO 4217, three letters) without
                automations.
            uses_on_self_invoice_portal: Uses the client may choose from in the self-invoicing
                portal.
            concepts_catalog: Catalogue of concepts.
            taxes: Default taxes.
            taxes_usd: Default taxes of amounts in USD.
            withholding_taxes: Default withheld taxes.
            local_taxes: Default local taxes.
            complements: Complements of the invoices.
            allowed_product_codes: Product codes that may be chosen.
            periodicity: How often a global invoice is made, as one word.
            pdf_language: Language of the PDF.
            global_invoicing_monthly_cuts: In how many parts a month is cut for global invoices:
                2, 3, 4 or 5.
            eom_ppd_threshold_days: Days before the end of the month from which an invoice
                becomes PPD, 0 to 31.
            limit_days_to_pay: Days a client has to pay, 0 or more.
            payment_reminders: Reminders of payments.
            reinvoice: Handling of an invoice that is issued anew.
            refunds: Handling of refunds.
            emails: E-mails.
            email_templates: Texts of the e-mails by kind and language.
            default_series: Series by kind of document.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The settings as they are now.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Sent twice it has the same effect as sent once, so it is repeated as the
            retry policy allows. Where an earlier attempt may have been carried out, a 400 or 409
            raises `OutcomeUnknownError`.

        Example:
            settings = await gig.teams.update_settings(
                team,
                product_key="80141503",
                unit_key="E48",
                global_invoice_disabled=True,
            )

        Operation: gigstack_api.operations.teams.update_team_settings

        Docs: https://docs.gigstack.io/update-team-settings-20352695e0
        """
        with LOADING:
            from ...operations.teams.update_team_settings import build

        operation = build(
            id,
            team=team,
            avoid_legal_name_replacer=avoid_legal_name_replacer,
            keep_full_legal_name=keep_full_legal_name,
            enforce_client_country_taxes=enforce_client_country_taxes,
            global_invoice_disabled=global_invoice_disabled,
            automate_complement_for_ppd_invoices=automate_complement_for_ppd_invoices,
            automate_partial_payment_complements=automate_partial_payment_complements,
            use_foreign_public_in_usd=use_foreign_public_in_usd,
            avoid_receipts=avoid_receipts,
            cancel_receipts_on_refunds=cancel_receipts_on_refunds,
            invoice_per_receipt=invoice_per_receipt,
            allow_notes_on_self_invoice=allow_notes_on_self_invoice,
            allow_product_code_on_self_invoice=allow_product_code_on_self_invoice,
            send_invoice_english_pdf=send_invoice_english_pdf,
            default_description=default_description,
            override_item_description=override_item_description,
            invoice_pdf_notes=invoice_pdf_notes,
            product_key=product_key,
            unit_key=unit_key,
            unit_name=unit_name,
            use=use,
            sku=sku,
            addenda=addenda,
            custom_payment_description=custom_payment_description,
            customer_portal_id=customer_portal_id,
            force_series=force_series,
            avoid_automations_on_currencies=avoid_automations_on_currencies,
            uses_on_self_invoice_portal=uses_on_self_invoice_portal,
            concepts_catalog=concepts_catalog,
            taxes=taxes,
            taxes_usd=taxes_usd,
            withholding_taxes=withholding_taxes,
            local_taxes=local_taxes,
            complements=complements,
            allowed_product_codes=allowed_product_codes,
            periodicity=periodicity,
            pdf_language=pdf_language,
            global_invoicing_monthly_cuts=global_invoicing_monthly_cuts,
            eom_ppd_threshold_days=eom_ppd_threshold_days,
            limit_days_to_pay=limit_days_to_pay,
            payment_reminders=payment_reminders,
            reinvoice=reinvoice,
            refunds=refunds,
            emails=emails,
            email_templates=email_templates,
            default_series=default_series,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def add_member(
        self,
        team_id: str | Team,
        /,
        *,
        team: str | None = None,
        id: str,
        role: TeamRole | str | Omit = OMIT,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Add a user to a team.

        The user has to exist already, under the billing account of the team, and gets no invitation
        by mail.

        Args:
            team_id: Id of the team (`team_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            id: Id of an existing user.
            role: Permissions of the member, for example `viewer`.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            await gig.teams.add_member(team, id=user.id, role="viewer")

        Operation: gigstack_api.operations.teams.add_team_member

        Docs: https://docs.gigstack.io/add-team-member-20352690e0
        """
        with LOADING:
            from ...operations.teams.add_team_member import build

        operation = build(
            team_id,
            team=team,
            id=id,
            role=role,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def remove_member(
        self,
        team_id: str | Team,
        /,
        *,
        team: str | None = None,
        id: str,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> None:
        """Take a user out of a team.

        Not confirmed by the API's documentation.

        Args:
            team_id: Id of the team (`team_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            id: Id of the user.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: Never sent again once the API may have read it; if the answer is lost, the
            call raises `OutcomeUnknownError`.

        Example:
            await gig.teams.remove_member(team, id=user.id)

        Operation: gigstack_api.operations.teams.remove_team_member

        Docs: https://docs.gigstack.io/remove-team-member-20352691e0
        """
        with LOADING:
            from ...operations.teams.remove_team_member import build

        operation = build(
            team_id,
            team=team,
            id=id,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    @forgets_arguments
    async def upload_csd(
        self,
        id: str | Team,
        /,
        *,
        team: str | None = None,
        cert: FileInput,
        key: FileInput,
        keyPass: str,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Upload the CSD of a team.

        Connects the team with the SAT so that it can stamp: `sat` of the team then holds
        `completed`, `connected_at` and `csd_expires_at`. Only stamping needs a CSD and an RFC. The
        certificate is the CSD, not the FIEL (e.firma).

        Args:
            id: Id of the team (`team_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            cert: Certificate of the CSD, a .cer file.
            key: Private key of the CSD, a .key file.
            keyPass: Password of the key; spaces count. Named otherwise than the `password` of
                the FIEL.
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
            import os
            from pathlib import Path

            await gig.teams.upload_csd(
                team,
                cert=Path("csd.cer"),
                key=Path("csd.key"),
                keyPass=os.environ["CSD_PASSWORD"],
            )

        Operation: gigstack_api.operations.teams.upload_team_csd

        Docs: https://docs.gigstack.io/upload-sat-csd-certificates-24733147e0
        """
        with LOADING:
            from ...operations.teams.upload_team_csd import build

        operation = build(
            id,
            team=team,
            cert=cert,
            key=key,
            keyPass=keyPass,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    @forgets_arguments
    async def sign_manifest(
        self,
        id: str | Team,
        /,
        *,
        team: str | None = None,
        key: str,
        cert: str,
        password: str,
        extra: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Sign the Carta Manifiesto of a team.

        Signs the manifest with the FIEL (e.firma), not with the CSD.

        Args:
            id: Id of the team (`team_…`).
            team: Id of the team to act for (gigstack Connect); the team of the key needs
                Connect and the same billing account. Defaults to the team of the client or view
                (`team=`, `for_team`), else to that of the key.
            key: Private key file of the FIEL, as Base64.
            cert: Certificate file of the FIEL, as Base64.
            password: Password of the key.
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
            import os
            from pathlib import Path

            await gig.teams.sign_manifest(
                team,
                cert=Path("fiel.cer"),
                key=Path("fiel.key"),
                password=os.environ["FIEL_PASSWORD"],
            )

        Operation: gigstack_api.operations.teams.sign_team_manifest

        Docs: https://docs.gigstack.io/sign-manifest-document-26526733e0
        """
        with LOADING:
            from ...operations.teams.sign_team_manifest import build

        operation = build(
            id,
            team=team,
            key=key,
            cert=cert,
            password=password,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)
