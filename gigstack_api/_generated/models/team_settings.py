# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamSettings`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.fields import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    FieldType,
    array,
    enum,
    one_of,
)
from gigstack_api._core.schema.models import (
    Model,
    encode_models,
    enum_text,
    model,
    needs_conversion,
)
from gigstack_api._core.schema.types import is_list, is_object

if TYPE_CHECKING:
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


class TeamSettings(Model):
    """Settings of a team: defaults of invoices, taxes, series and e-mails.

    Up to `default_series` the fields are those that samples show; the rest is what can be
    set. Unverified: that answers carry the rest too, and what the fields mean, which is
    inferred from their names.
    """

    avoid_automations_on_currencies: list[str] | None
    """Currencies (ISO 4217, three letters) without automations."""
    default_description: str | None
    """Description of an item that has none."""
    taxes: list[TeamTaxDefault] | None
    """Default taxes."""
    taxes_usd: list[TeamTaxDefault] | None
    """Default taxes of amounts in USD."""
    withholding_taxes: list[TeamTaxDefault] | None
    """Default withheld taxes."""
    emails: TeamEmailSettings | None
    """E-mails."""
    override_item_description: str | None
    """Description that takes the place of that of every item."""
    global_invoice_disabled: bool | None
    """Whether no global invoices are issued."""
    complements: list[TeamComplement] | None
    """Complements of the invoices."""
    uses_on_self_invoice_portal: list[str] | None
    """Uses the client may choose from in the self-invoicing portal."""
    invoice_pdf_notes: str | None
    """Notes printed on the PDF of invoices."""
    product_key: str | None
    """Default SAT product code (ClaveProdServ)."""
    unit_key: str | None
    """Default SAT unit code (ClaveUnidad)."""
    use: str | None
    """Default use of the invoices."""
    automate_complement_for_ppd_invoices: bool | None
    """Whether the payment complements of PPD invoices are issued by themselves."""
    customer_portal_id: str | None
    """Id of the portal of its clients."""
    periodicity: TeamPeriodicity | SettingsPeriodicity | str | None
    """How often a global invoice is made. A pair of label and value in answers; the bare word is
    what is sent.
    """
    default_series: TeamDefaultSeries | None
    """Series by kind of document."""
    avoid_legal_name_replacer: bool | None
    """Whether legal names are left whole, with their ending (SA de CV, ...)."""
    keep_full_legal_name: bool | None
    """Whether the full legal name is kept. Sent by n8n node 1.1.9 and by no other client;
    Unverified: what sets it apart from `avoid_legal_name_replacer`.
    """
    enforce_client_country_taxes: bool | None
    """Whether the country of the client decides the taxes."""
    automate_partial_payment_complements: bool | None
    """Whether complements of partial payments are issued by themselves."""
    use_foreign_public_in_usd: bool | None
    """Whether the foreign general public stands in as client for amounts in USD."""
    avoid_receipts: bool | None
    """Whether no receipts are made."""
    cancel_receipts_on_refunds: bool | None
    """Whether a refund cancels the receipt."""
    invoice_per_receipt: bool | None
    """Whether each receipt gets an invoice of its own."""
    allow_notes_on_self_invoice: bool | None
    """Whether the client may add notes in the self-invoicing portal."""
    allow_product_code_on_self_invoice: bool | None
    """Whether the client may choose the product code in the self-invoicing portal."""
    send_invoice_english_pdf: bool | None
    """Whether the PDF of an invoice is sent in English."""
    unit_name: str | None
    """Default name of the unit."""
    sku: str | None
    """Default SKU of an item."""
    addenda: str | None
    """Addenda of the invoices."""
    custom_payment_description: str | None
    """Description of payments."""
    force_series: str | None
    """Series that every invoice gets."""
    concepts_catalog: list[str] | None
    """Catalogue of concepts."""
    local_taxes: list[TeamTaxDefault] | None
    """Default local taxes."""
    allowed_product_codes: list[AllowedProductCode] | None
    """Product codes that may be chosen."""
    pdf_language: TeamPdfLanguage | str | None
    """Language of the PDF."""
    global_invoicing_monthly_cuts: float | None
    """In how many parts a month is cut for global invoices: 2, 3, 4 or 5."""
    eom_ppd_threshold_days: int | None
    """Days before the end of the month from which an invoice becomes PPD."""
    limit_days_to_pay: int | None
    """Days a client has to pay."""
    payment_reminders: TeamPaymentReminders | None
    """Reminders of payments."""
    reinvoice: TeamReinvoiceSettings | None
    """Handling of an invoice that is issued anew."""
    refunds: TeamRefundSettings | None
    """Handling of refunds."""
    email_templates: TeamEmailTemplates | None
    """Texts of the e-mails by kind and language."""

    __slots__ = (
        "avoid_automations_on_currencies",
        "default_description",
        "taxes",
        "taxes_usd",
        "withholding_taxes",
        "emails",
        "override_item_description",
        "global_invoice_disabled",
        "complements",
        "uses_on_self_invoice_portal",
        "invoice_pdf_notes",
        "product_key",
        "unit_key",
        "use",
        "automate_complement_for_ppd_invoices",
        "customer_portal_id",
        "periodicity",
        "default_series",
        "avoid_legal_name_replacer",
        "keep_full_legal_name",
        "enforce_client_country_taxes",
        "automate_partial_payment_complements",
        "use_foreign_public_in_usd",
        "avoid_receipts",
        "cancel_receipts_on_refunds",
        "invoice_per_receipt",
        "allow_notes_on_self_invoice",
        "allow_product_code_on_self_invoice",
        "send_invoice_english_pdf",
        "unit_name",
        "sku",
        "addenda",
        "custom_payment_description",
        "force_series",
        "concepts_catalog",
        "local_taxes",
        "allowed_product_codes",
        "pdf_language",
        "global_invoicing_monthly_cuts",
        "eom_ppd_threshold_days",
        "limit_days_to_pay",
        "payment_reminders",
        "reinvoice",
        "refunds",
        "email_templates",
    )

    def __init__(
        self,
        *,
        avoid_automations_on_currencies: list[str] | None = None,
        default_description: str | None = None,
        taxes: list[TeamTaxDefault] | None = None,
        taxes_usd: list[TeamTaxDefault] | None = None,
        withholding_taxes: list[TeamTaxDefault] | None = None,
        emails: TeamEmailSettings | None = None,
        override_item_description: str | None = None,
        global_invoice_disabled: bool | None = None,
        complements: list[TeamComplement] | None = None,
        uses_on_self_invoice_portal: list[str] | None = None,
        invoice_pdf_notes: str | None = None,
        product_key: str | None = None,
        unit_key: str | None = None,
        use: str | None = None,
        automate_complement_for_ppd_invoices: bool | None = None,
        customer_portal_id: str | None = None,
        periodicity: TeamPeriodicity | SettingsPeriodicity | str | None = None,
        default_series: TeamDefaultSeries | None = None,
        avoid_legal_name_replacer: bool | None = None,
        keep_full_legal_name: bool | None = None,
        enforce_client_country_taxes: bool | None = None,
        automate_partial_payment_complements: bool | None = None,
        use_foreign_public_in_usd: bool | None = None,
        avoid_receipts: bool | None = None,
        cancel_receipts_on_refunds: bool | None = None,
        invoice_per_receipt: bool | None = None,
        allow_notes_on_self_invoice: bool | None = None,
        allow_product_code_on_self_invoice: bool | None = None,
        send_invoice_english_pdf: bool | None = None,
        unit_name: str | None = None,
        sku: str | None = None,
        addenda: str | None = None,
        custom_payment_description: str | None = None,
        force_series: str | None = None,
        concepts_catalog: list[str] | None = None,
        local_taxes: list[TeamTaxDefault] | None = None,
        allowed_product_codes: list[AllowedProductCode] | None = None,
        pdf_language: TeamPdfLanguage | str | None = None,
        global_invoicing_monthly_cuts: float | None = None,
        eom_ppd_threshold_days: int | None = None,
        limit_days_to_pay: int | None = None,
        payment_reminders: TeamPaymentReminders | None = None,
        reinvoice: TeamReinvoiceSettings | None = None,
        refunds: TeamRefundSettings | None = None,
        email_templates: TeamEmailTemplates | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.avoid_automations_on_currencies = avoid_automations_on_currencies
        self.default_description = default_description
        self.taxes = taxes
        self.taxes_usd = taxes_usd
        self.withholding_taxes = withholding_taxes
        self.emails = emails
        self.override_item_description = override_item_description
        self.global_invoice_disabled = global_invoice_disabled
        self.complements = complements
        self.uses_on_self_invoice_portal = uses_on_self_invoice_portal
        self.invoice_pdf_notes = invoice_pdf_notes
        self.product_key = product_key
        self.unit_key = unit_key
        self.use = use
        self.automate_complement_for_ppd_invoices = automate_complement_for_ppd_invoices
        self.customer_portal_id = customer_portal_id
        self.periodicity = periodicity
        self.default_series = default_series
        self.avoid_legal_name_replacer = avoid_legal_name_replacer
        self.keep_full_legal_name = keep_full_legal_name
        self.enforce_client_country_taxes = enforce_client_country_taxes
        self.automate_partial_payment_complements = automate_partial_payment_complements
        self.use_foreign_public_in_usd = use_foreign_public_in_usd
        self.avoid_receipts = avoid_receipts
        self.cancel_receipts_on_refunds = cancel_receipts_on_refunds
        self.invoice_per_receipt = invoice_per_receipt
        self.allow_notes_on_self_invoice = allow_notes_on_self_invoice
        self.allow_product_code_on_self_invoice = allow_product_code_on_self_invoice
        self.send_invoice_english_pdf = send_invoice_english_pdf
        self.unit_name = unit_name
        self.sku = sku
        self.addenda = addenda
        self.custom_payment_description = custom_payment_description
        self.force_series = force_series
        self.concepts_catalog = concepts_catalog
        self.local_taxes = local_taxes
        self.allowed_product_codes = allowed_product_codes
        self.pdf_language = pdf_language
        self.global_invoicing_monthly_cuts = global_invoicing_monthly_cuts
        self.eom_ppd_threshold_days = eom_ppd_threshold_days
        self.limit_days_to_pay = limit_days_to_pay
        self.payment_reminders = payment_reminders
        self.reinvoice = reinvoice
        self.refunds = refunds
        self.email_templates = email_templates
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (
            AllowedProductCode,
            TeamComplement,
            TeamDefaultSeries,
            TeamEmailSettings,
            TeamEmailTemplates,
            TeamPaymentReminders,
            TeamPdfLanguage,
            TeamRefundSettings,
            TeamReinvoiceSettings,
            TeamTaxDefault,
        ) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.avoid_automations_on_currencies = take("avoid_automations_on_currencies", None)
        instance.default_description = take("default_description", None)
        instance.taxes = (
            [TeamTaxDefault.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("taxes", None))
            else value
        )
        instance.taxes_usd = (
            [TeamTaxDefault.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("taxes_usd", None))
            else value
        )
        instance.withholding_taxes = (
            [TeamTaxDefault.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("withholding_taxes", None))
            else value
        )
        instance.emails = (
            TeamEmailSettings.from_dict(value)
            if is_object(value := take("emails", None))
            else value
        )
        instance.override_item_description = take("override_item_description", None)
        instance.global_invoice_disabled = take("global_invoice_disabled", None)
        instance.complements = (
            [TeamComplement.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("complements", None))
            else value
        )
        instance.uses_on_self_invoice_portal = take("uses_on_self_invoice_portal", None)
        instance.invoice_pdf_notes = take("invoice_pdf_notes", None)
        instance.product_key = take("product_key", None)
        instance.unit_key = take("unit_key", None)
        instance.use = take("use", None)
        instance.automate_complement_for_ppd_invoices = take(
            "automate_complement_for_ppd_invoices", None
        )
        instance.customer_portal_id = take("customer_portal_id", None)
        instance.periodicity = cls.read_field("periodicity", take("periodicity", None))
        instance.default_series = (
            TeamDefaultSeries.from_dict(value)
            if is_object(value := take("default_series", None))
            else value
        )
        instance.avoid_legal_name_replacer = take("avoid_legal_name_replacer", None)
        instance.keep_full_legal_name = take("keep_full_legal_name", None)
        instance.enforce_client_country_taxes = take("enforce_client_country_taxes", None)
        instance.automate_partial_payment_complements = take(
            "automate_partial_payment_complements", None
        )
        instance.use_foreign_public_in_usd = take("use_foreign_public_in_usd", None)
        instance.avoid_receipts = take("avoid_receipts", None)
        instance.cancel_receipts_on_refunds = take("cancel_receipts_on_refunds", None)
        instance.invoice_per_receipt = take("invoice_per_receipt", None)
        instance.allow_notes_on_self_invoice = take("allow_notes_on_self_invoice", None)
        instance.allow_product_code_on_self_invoice = take(
            "allow_product_code_on_self_invoice", None
        )
        instance.send_invoice_english_pdf = take("send_invoice_english_pdf", None)
        instance.unit_name = take("unit_name", None)
        instance.sku = take("sku", None)
        instance.addenda = take("addenda", None)
        instance.custom_payment_description = take("custom_payment_description", None)
        instance.force_series = take("force_series", None)
        instance.concepts_catalog = take("concepts_catalog", None)
        instance.local_taxes = (
            [TeamTaxDefault.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("local_taxes", None))
            else value
        )
        instance.allowed_product_codes = (
            [AllowedProductCode.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("allowed_product_codes", None))
            else value
        )
        instance.pdf_language = TeamPdfLanguage.of(take("pdf_language", None))
        instance.global_invoicing_monthly_cuts = take("global_invoicing_monthly_cuts", None)
        instance.eom_ppd_threshold_days = take("eom_ppd_threshold_days", None)
        instance.limit_days_to_pay = take("limit_days_to_pay", None)
        instance.payment_reminders = (
            TeamPaymentReminders.from_dict(value)
            if is_object(value := take("payment_reminders", None))
            else value
        )
        instance.reinvoice = (
            TeamReinvoiceSettings.from_dict(value)
            if is_object(value := take("reinvoice", None))
            else value
        )
        instance.refunds = (
            TeamRefundSettings.from_dict(value)
            if is_object(value := take("refunds", None))
            else value
        )
        instance.email_templates = (
            TeamEmailTemplates.from_dict(value)
            if is_object(value := take("email_templates", None))
            else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if self.avoid_automations_on_currencies is not None:
            needs_conversion()
        if (value := self.default_description) is not None:
            fields["default_description"] = value if type(value) is str else enum_text(value)
        if (value := self.taxes) is not None:
            fields["taxes"] = encode_models(value)
        if (value := self.taxes_usd) is not None:
            fields["taxes_usd"] = encode_models(value)
        if (value := self.withholding_taxes) is not None:
            fields["withholding_taxes"] = encode_models(value)
        if (value := self.emails) is not None:
            fields["emails"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.override_item_description) is not None:
            fields["override_item_description"] = value if type(value) is str else enum_text(value)
        if (value := self.global_invoice_disabled) is not None:
            fields["global_invoice_disabled"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.complements) is not None:
            fields["complements"] = encode_models(value)
        if self.uses_on_self_invoice_portal is not None:
            needs_conversion()
        if (value := self.invoice_pdf_notes) is not None:
            fields["invoice_pdf_notes"] = value if type(value) is str else enum_text(value)
        if (value := self.product_key) is not None:
            fields["product_key"] = value if type(value) is str else enum_text(value)
        if (value := self.unit_key) is not None:
            fields["unit_key"] = value if type(value) is str else enum_text(value)
        if (value := self.use) is not None:
            fields["use"] = value if type(value) is str else enum_text(value)
        if (value := self.automate_complement_for_ppd_invoices) is not None:
            fields["automate_complement_for_ppd_invoices"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.customer_portal_id) is not None:
            fields["customer_portal_id"] = value if type(value) is str else enum_text(value)
        if self.periodicity is not None:
            needs_conversion()
        if (value := self.default_series) is not None:
            fields["default_series"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.avoid_legal_name_replacer) is not None:
            fields["avoid_legal_name_replacer"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.keep_full_legal_name) is not None:
            fields["keep_full_legal_name"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.enforce_client_country_taxes) is not None:
            fields["enforce_client_country_taxes"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.automate_partial_payment_complements) is not None:
            fields["automate_partial_payment_complements"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.use_foreign_public_in_usd) is not None:
            fields["use_foreign_public_in_usd"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.avoid_receipts) is not None:
            fields["avoid_receipts"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.cancel_receipts_on_refunds) is not None:
            fields["cancel_receipts_on_refunds"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.invoice_per_receipt) is not None:
            fields["invoice_per_receipt"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.allow_notes_on_self_invoice) is not None:
            fields["allow_notes_on_self_invoice"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.allow_product_code_on_self_invoice) is not None:
            fields["allow_product_code_on_self_invoice"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.send_invoice_english_pdf) is not None:
            fields["send_invoice_english_pdf"] = (
                value if (type(value) is bool) else needs_conversion()
            )
        if (value := self.unit_name) is not None:
            fields["unit_name"] = value if type(value) is str else enum_text(value)
        if (value := self.sku) is not None:
            fields["sku"] = value if type(value) is str else enum_text(value)
        if (value := self.addenda) is not None:
            fields["addenda"] = value if type(value) is str else enum_text(value)
        if (value := self.custom_payment_description) is not None:
            fields["custom_payment_description"] = value if type(value) is str else enum_text(value)
        if (value := self.force_series) is not None:
            fields["force_series"] = value if type(value) is str else enum_text(value)
        if self.concepts_catalog is not None:
            needs_conversion()
        if (value := self.local_taxes) is not None:
            fields["local_taxes"] = encode_models(value)
        if (value := self.allowed_product_codes) is not None:
            fields["allowed_product_codes"] = encode_models(value)
        if (value := self.pdf_language) is not None:
            fields["pdf_language"] = value if type(value) is str else enum_text(value)
        if (value := self.global_invoicing_monthly_cuts) is not None:
            fields["global_invoicing_monthly_cuts"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.eom_ppd_threshold_days) is not None:
            fields["eom_ppd_threshold_days"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.limit_days_to_pay) is not None:
            fields["limit_days_to_pay"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.payment_reminders) is not None:
            fields["payment_reminders"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.reinvoice) is not None:
            fields["reinvoice"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.refunds) is not None:
            fields["refunds"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.email_templates) is not None:
            fields["email_templates"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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


@cache
def _nested() -> tuple[
    type[AllowedProductCode],
    type[TeamComplement],
    type[TeamDefaultSeries],
    type[TeamEmailSettings],
    type[TeamEmailTemplates],
    type[TeamPaymentReminders],
    type[TeamPdfLanguage],
    type[TeamRefundSettings],
    type[TeamReinvoiceSettings],
    type[TeamTaxDefault],
]:
    """The classes of nested values, imported when the first object is read."""
    from .allowed_product_code import AllowedProductCode
    from .team_complement import TeamComplement
    from .team_default_series import TeamDefaultSeries
    from .team_email_settings import TeamEmailSettings
    from .team_email_templates import TeamEmailTemplates
    from .team_payment_reminders import TeamPaymentReminders
    from .team_pdf_language import TeamPdfLanguage
    from .team_refund_settings import TeamRefundSettings
    from .team_reinvoice_settings import TeamReinvoiceSettings
    from .team_tax_default import TeamTaxDefault

    return (
        AllowedProductCode,
        TeamComplement,
        TeamDefaultSeries,
        TeamEmailSettings,
        TeamEmailTemplates,
        TeamPaymentReminders,
        TeamPdfLanguage,
        TeamRefundSettings,
        TeamReinvoiceSettings,
        TeamTaxDefault,
    )
