# Written by `make generate` from openapi.yaml; never edited.
"""PUT /teams/{id}/settings: Change some settings of a team.

Docs: https://docs.gigstack.io/update-team-settings-20352695e0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.annotations import resolvable
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, STRING, array, enum, number
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.allowed_product_code_input import AllowedProductCodeInput
from ..._generated.models.settings_periodicity import SettingsPeriodicity
from ..._generated.models.team_complement import TeamComplement
from ..._generated.models.team_default_series import TeamDefaultSeries
from ..._generated.models.team_email_settings import TeamEmailSettings
from ..._generated.models.team_email_templates import TeamEmailTemplates
from ..._generated.models.team_payment_reminders import TeamPaymentReminders
from ..._generated.models.team_pdf_language import TeamPdfLanguage
from ..._generated.models.team_refund_settings import TeamRefundSettings
from ..._generated.models.team_reinvoice_settings import TeamReinvoiceSettings
from ..._generated.models.team_settings import TeamSettings
from ..._generated.models.team_tax_default import TeamTaxDefault

if TYPE_CHECKING:
    from gigstack_api.catalogs.cfdi_use import CfdiUse

    from ..._generated.models.allowed_product_code import AllowedProductCode
    from ..._generated.models.team import Team
    from ..._generated.types import (
        AllowedProductCodeInputDict,
        TeamComplementDict,
        TeamDefaultSeriesDict,
        TeamEmailSettingsDict,
        TeamEmailTemplatesDict,
        TeamPaymentRemindersDict,
        TeamRefundSettingsDict,
        TeamReinvoiceSettingsDict,
        TeamTaxDefaultDict,
    )


ROUTE: Route[TeamSettings] = Route(
    name="teams.update_settings",
    method="PUT",
    path="/teams/{id}/settings",
    decode=Value(model(TeamSettings), "data"),
    ids={
        "id": {
            "Team": "id",
        },
    },
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    body_required=True,
    query={
        "team": STRING,
    },
    body={
        "avoid_legal_name_replacer": BOOLEAN,
        "keep_full_legal_name": BOOLEAN,
        "enforce_client_country_taxes": BOOLEAN,
        "global_invoice_disabled": BOOLEAN,
        "automate_complement_for_ppd_invoices": BOOLEAN,
        "automate_partial_payment_complements": BOOLEAN,
        "use_foreign_public_in_usd": BOOLEAN,
        "avoid_receipts": BOOLEAN,
        "cancel_receipts_on_refunds": BOOLEAN,
        "invoice_per_receipt": BOOLEAN,
        "allow_notes_on_self_invoice": BOOLEAN,
        "allow_product_code_on_self_invoice": BOOLEAN,
        "send_invoice_english_pdf": BOOLEAN,
        "default_description": STRING,
        "override_item_description": STRING,
        "invoice_pdf_notes": STRING,
        "product_key": STRING,
        "unit_key": STRING,
        "unit_name": STRING,
        "use": STRING,
        "sku": STRING,
        "addenda": STRING,
        "custom_payment_description": STRING,
        "customer_portal_id": STRING,
        "force_series": STRING,
        "avoid_automations_on_currencies": array(STRING),
        "uses_on_self_invoice_portal": array(STRING),
        "concepts_catalog": array(STRING),
        "taxes": array(model(TeamTaxDefault)),
        "taxes_usd": array(model(TeamTaxDefault)),
        "withholding_taxes": array(model(TeamTaxDefault)),
        "local_taxes": array(model(TeamTaxDefault)),
        "complements": array(model(TeamComplement)),
        "allowed_product_codes": array(model(AllowedProductCodeInput, "AllowedProductCode")),
        "periodicity": enum(SettingsPeriodicity),
        "pdf_language": enum(TeamPdfLanguage),
        "global_invoicing_monthly_cuts": number(INTEGER, low=2.0, high=5.0),
        "eom_ppd_threshold_days": number(INTEGER, low=0.0, high=31.0),
        "limit_days_to_pay": number(INTEGER, low=0.0),
        "payment_reminders": model(TeamPaymentReminders),
        "reinvoice": model(TeamReinvoiceSettings),
        "refunds": model(TeamRefundSettings),
        "emails": model(TeamEmailSettings),
        "email_templates": model(TeamEmailTemplates),
        "default_series": model(TeamDefaultSeries),
    },
)


@resolvable
def build(
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
) -> Operation[TeamSettings]:
    """The operation of `gig.teams.update_settings`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
        body={
            "avoid_legal_name_replacer": avoid_legal_name_replacer,
            "keep_full_legal_name": keep_full_legal_name,
            "enforce_client_country_taxes": enforce_client_country_taxes,
            "global_invoice_disabled": global_invoice_disabled,
            "automate_complement_for_ppd_invoices": automate_complement_for_ppd_invoices,
            "automate_partial_payment_complements": automate_partial_payment_complements,
            "use_foreign_public_in_usd": use_foreign_public_in_usd,
            "avoid_receipts": avoid_receipts,
            "cancel_receipts_on_refunds": cancel_receipts_on_refunds,
            "invoice_per_receipt": invoice_per_receipt,
            "allow_notes_on_self_invoice": allow_notes_on_self_invoice,
            "allow_product_code_on_self_invoice": allow_product_code_on_self_invoice,
            "send_invoice_english_pdf": send_invoice_english_pdf,
            "default_description": default_description,
            "override_item_description": override_item_description,
            "invoice_pdf_notes": invoice_pdf_notes,
            "product_key": product_key,
            "unit_key": unit_key,
            "unit_name": unit_name,
            "use": use,
            "sku": sku,
            "addenda": addenda,
            "custom_payment_description": custom_payment_description,
            "customer_portal_id": customer_portal_id,
            "force_series": force_series,
            "avoid_automations_on_currencies": avoid_automations_on_currencies,
            "uses_on_self_invoice_portal": uses_on_self_invoice_portal,
            "concepts_catalog": concepts_catalog,
            "taxes": taxes,
            "taxes_usd": taxes_usd,
            "withholding_taxes": withholding_taxes,
            "local_taxes": local_taxes,
            "complements": complements,
            "allowed_product_codes": allowed_product_codes,
            "periodicity": periodicity,
            "pdf_language": pdf_language,
            "global_invoicing_monthly_cuts": global_invoicing_monthly_cuts,
            "eom_ppd_threshold_days": eom_ppd_threshold_days,
            "limit_days_to_pay": limit_days_to_pay,
            "payment_reminders": payment_reminders,
            "reinvoice": reinvoice,
            "refunds": refunds,
            "emails": emails,
            "email_templates": email_templates,
            "default_series": default_series,
        },
        extra=extra,
    )
