# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamSettings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, NUMBER, STRING, array, enum, one_of
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class TeamSettings(Model, kw_only=True):
    """Settings of a team: defaults of invoices, taxes, series and e-mails."""

    avoid_automations_on_currencies: list[str] | None = None
    """Currencies (ISO 4217, three letters) without automations."""
    default_description: str | None = None
    """Description of an item that has none."""
    taxes: list[TeamTaxDefault] | None = None
    """Default taxes."""
    taxes_usd: list[TeamTaxDefault] | None = None
    """Default taxes of amounts in USD."""
    withholding_taxes: list[TeamTaxDefault] | None = None
    """Default withheld taxes."""
    emails: TeamEmailSettings | None = None
    """E-mails."""
    override_item_description: str | None = None
    """Description that takes the place of that of every item."""
    global_invoice_disabled: bool | None = None
    """Whether no global invoices are issued."""
    complements: list[TeamComplement] | None = None
    """Complements of the invoices."""
    uses_on_self_invoice_portal: list[str] | None = None
    """Uses the client may choose from in the self-invoicing portal."""
    invoice_pdf_notes: str | None = None
    """Notes printed on the PDF of invoices."""
    product_key: str | None = None
    """Default SAT product code (ClaveProdServ)."""
    unit_key: str | None = None
    """Default SAT unit code (ClaveUnidad)."""
    use: str | None = None
    """Default use of the invoices."""
    automate_complement_for_ppd_invoices: bool | None = None
    """Whether the payment complements of PPD invoices are issued by themselves."""
    customer_portal_id: str | None = None
    """Id of the portal of its clients."""
    periodicity: TeamPeriodicity | SettingsPeriodicity | str | None = None
    """How often a global invoice is made. A pair of label and value in answers; the bare word is
    what is sent.
    """
    default_series: TeamDefaultSeries | None = None
    """Series by kind of document."""
    avoid_legal_name_replacer: bool | None = None
    """Whether legal names are left whole, with their ending (SA de CV, ...)."""
    keep_full_legal_name: bool | None = None
    """Whether the full legal name is kept."""
    enforce_client_country_taxes: bool | None = None
    """Whether the country of the client decides the taxes."""
    automate_partial_payment_complements: bool | None = None
    """Whether complements of partial payments are issued by themselves."""
    use_foreign_public_in_usd: bool | None = None
    """Whether the foreign general public stands in as client for amounts in USD."""
    avoid_receipts: bool | None = None
    """Whether no receipts are made."""
    cancel_receipts_on_refunds: bool | None = None
    """Whether a refund cancels the receipt."""
    invoice_per_receipt: bool | None = None
    """Whether each receipt gets an invoice of its own."""
    allow_notes_on_self_invoice: bool | None = None
    """Whether the client may add notes in the self-invoicing portal."""
    allow_product_code_on_self_invoice: bool | None = None
    """Whether the client may choose the product code in the self-invoicing portal."""
    send_invoice_english_pdf: bool | None = None
    """Whether the PDF of an invoice is sent in English."""
    unit_name: str | None = None
    """Default name of the unit."""
    sku: str | None = None
    """Default SKU of an item."""
    addenda: str | None = None
    """Addenda of the invoices."""
    custom_payment_description: str | None = None
    """Description of payments."""
    force_series: str | None = None
    """Series that every invoice gets."""
    concepts_catalog: list[str] | None = None
    """Catalogue of concepts."""
    local_taxes: list[TeamTaxDefault] | None = None
    """Default local taxes."""
    allowed_product_codes: list[AllowedProductCode] | None = None
    """Product codes that may be chosen."""
    pdf_language: TeamPdfLanguage | str | None = None
    """Language of the PDF."""
    global_invoicing_monthly_cuts: float | None = None
    """In how many parts a month is cut for global invoices: 2, 3, 4 or 5."""
    eom_ppd_threshold_days: int | None = None
    """Days before the end of the month from which an invoice becomes PPD."""
    limit_days_to_pay: int | None = None
    """Days a client has to pay."""
    payment_reminders: TeamPaymentReminders | None = None
    """Reminders of payments."""
    reinvoice: TeamReinvoiceSettings | None = None
    """Handling of an invoice that is issued anew."""
    refunds: TeamRefundSettings | None = None
    """Handling of refunds."""
    email_templates: TeamEmailTemplates | None = None
    """Texts of the e-mails by kind and language."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "avoid_automations_on_currencies": array(STRING),
            "default_description": STRING,
            "taxes": array(model(TeamTaxDefault)),
            "taxes_usd": array(model(TeamTaxDefault)),
            "withholding_taxes": array(model(TeamTaxDefault)),
            "emails": model(TeamEmailSettings),
            "override_item_description": STRING,
            "global_invoice_disabled": BOOLEAN,
            "complements": array(model(TeamComplement)),
            "uses_on_self_invoice_portal": array(STRING),
            "invoice_pdf_notes": STRING,
            "product_key": STRING,
            "unit_key": STRING,
            "use": STRING,
            "automate_complement_for_ppd_invoices": BOOLEAN,
            "customer_portal_id": STRING,
            "periodicity": one_of(model(TeamPeriodicity), enum(SettingsPeriodicity)),
            "default_series": model(TeamDefaultSeries),
            "avoid_legal_name_replacer": BOOLEAN,
            "keep_full_legal_name": BOOLEAN,
            "enforce_client_country_taxes": BOOLEAN,
            "automate_partial_payment_complements": BOOLEAN,
            "use_foreign_public_in_usd": BOOLEAN,
            "avoid_receipts": BOOLEAN,
            "cancel_receipts_on_refunds": BOOLEAN,
            "invoice_per_receipt": BOOLEAN,
            "allow_notes_on_self_invoice": BOOLEAN,
            "allow_product_code_on_self_invoice": BOOLEAN,
            "send_invoice_english_pdf": BOOLEAN,
            "unit_name": STRING,
            "sku": STRING,
            "addenda": STRING,
            "custom_payment_description": STRING,
            "force_series": STRING,
            "concepts_catalog": array(STRING),
            "local_taxes": array(model(TeamTaxDefault)),
            "allowed_product_codes": array(model(AllowedProductCode)),
            "pdf_language": enum(TeamPdfLanguage),
            "global_invoicing_monthly_cuts": NUMBER,
            "eom_ppd_threshold_days": INTEGER,
            "limit_days_to_pay": INTEGER,
            "payment_reminders": model(TeamPaymentReminders),
            "reinvoice": model(TeamReinvoiceSettings),
            "refunds": model(TeamRefundSettings),
            "email_templates": model(TeamEmailTemplates),
        }


# Below the class, since two models may refer to each other.
from .allowed_product_code import AllowedProductCode
from .settings_periodicity import SettingsPeriodicity
from .team_complement import TeamComplement
from .team_default_series import TeamDefaultSeries
from .team_email_settings import TeamEmailSettings
from .team_email_templates import TeamEmailTemplates
from .team_payment_reminders import TeamPaymentReminders
from .team_pdf_language import TeamPdfLanguage
from .team_periodicity import TeamPeriodicity
from .team_refund_settings import TeamRefundSettings
from .team_reinvoice_settings import TeamReinvoiceSettings
from .team_tax_default import TeamTaxDefault
