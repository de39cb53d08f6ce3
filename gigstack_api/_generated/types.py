# Written by `make generate` from openapi.yaml; never edited.
"""The objects that methods take, as mappings: `LineItemInputDict` for `LineItemInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.month import Month
    from gigstack_api.catalogs.periodicity import Periodicity
    from gigstack_api.catalogs.relationship import Relationship
    from gigstack_api.catalogs.tax_object import TaxObject
    from gigstack_api.catalogs.tax_regime import TaxRegime

    from .models.client_address import ClientAddress
    from .models.client_search import ClientSearch
    from .models.global_invoice import GlobalInvoice
    from .models.item_search import ItemSearch
    from .models.payment_item_search import PaymentItemSearch
    from .models.refund_handler import RefundHandler
    from .models.retention_platform_service_input import RetentionPlatformServiceInput
    from .models.tax import Tax
    from .models.tax_factor import TaxFactor
    from .models.tax_type import TaxType
    from .models.team_email_template import TeamEmailTemplate
    from .models.team_email_text import TeamEmailText
    from .models.team_role import TeamRole
    from .models.team_series_choice import TeamSeriesChoice
    from .models.third_party import ThirdParty


class AllowedProductCodeInputDict(TypedDict, total=False):
    """A product code that may be chosen, as it is sent."""

    key: Required[str]
    """SAT product code (ClaveProdServ)."""
    description: Required[str]
    """Its name."""


class ClientAddressDict(TypedDict, total=False):
    """Postal address of a client."""

    country: str | None
    """Country, at most 3 letters in answers (ISO 3166 alpha-3: `MEX`, `COL`)."""
    street: str | None
    """Street."""
    zip: str | None
    """Postal code, checked against the Mexican catalogue."""
    city: str | None
    """City."""
    state: str | None
    """State, for example `CDMX`."""
    exterior: str | None
    """Outside number."""
    interior: str | None
    """Inside number."""
    municipality: str | None
    """Municipality or alcaldía."""
    neighborhood: str | None
    """Neighborhood (colonia)."""


class ClientDefaultsDict(TypedDict, total=False):
    """Defaults for a client."""

    keep_full_legal_name: bool | None
    """Whether the legal name keeps its ending (SA de CV, ...)."""
    issue_automatic_invoices: bool | None
    """Whether payments are invoiced by themselves."""
    issue_invoiceable_receipts: bool | None
    """Whether receipts can be invoiced by the client."""


class ClientSearchDict(TypedDict, total=False):
    """Search key that makes a creation find or create a client, or update it.

    No match: the client is created. One: it is used, and updated first if `update` is true.
    Several: the call is refused with 409 and their ids.
    """

    on_key: Required[str]
    """Name of the field to match: `tax_id`, `email` or `name`, or a nested one by its dotted
    name (`metadata.external_id`).
    """
    on_value: Required[str]
    """Value the field must have."""
    update: bool
    """Whether a match is updated with the fields sent along; defaults to false."""
    auto_create: bool
    """Whether to create a client if nothing matches. gigstack creates one anyway."""
    safety_check: bool
    """Has no documented meaning; sent as given. Not confirmed by the API's documentation."""


class ComplementDict(TypedDict, total=False):
    """Complement of a CFDI."""

    type: str | None
    """Kind: `custom`."""
    data: str | None
    """The complement as XML text."""


class FiscalInformationDict(TypedDict, total=False):
    """Fiscal data for one invoice."""

    legal_name: str
    """Legal name as the SAT has it (razón social)."""
    tax_id: str
    """RFC, 12 or 13 characters."""
    tax_system: TaxRegime | str
    """SAT tax regime code."""
    zip: str
    """Postal code of the fiscal address, five digits."""


class GlobalInvoiceDict(TypedDict, total=False):
    """Period of a global invoice, the one for sales to the general public (RFC XAXX010101000).

    gigstack makes it by itself at the end of the month from the receipts that no client
    invoiced.
    """

    periodicity: Periodicity | str | None
    """SAT periodicity, 01 to 05."""
    months: Month | str | None
    """SAT month (01 to 12) or bimester (13 to 18)."""
    year: int | None
    """Year, four digits."""


class InlineClientDict(TypedDict, total=False):
    """The client of an invoice, payment, receipt or retention: an existing one by `id`, one
    found or created by `search`, or one created on the fly from the fields.
    """

    id: str
    """Id of an existing client (`client_…` or `cus_…`)."""
    search: ClientSearch | ClientSearchDict
    """Looks for an existing client and creates one if no client matches."""
    name: str
    """Name of the person or the contact."""
    company: str
    """Trade name of the company."""
    legal_name: str
    """Legal name as the SAT has it (razón social)."""
    tax_id: str
    """RFC, 12 or 13 characters."""
    tax_system: TaxRegime | str
    """SAT tax regime code."""
    use: CfdiUse | str
    """Default use of its invoices."""
    email: str
    """Where the documents are delivered."""
    phone: str
    """Phone number."""
    bcc: Sequence[str]
    """E-mail addresses that get a blind copy."""
    metadata: Mapping[str, Any]
    """Keys and values of your own; values may be nested."""
    address: ClientAddress | ClientAddressDict
    """Postal address."""


InvoiceConfigDict = TypedDict(
    "InvoiceConfigDict",
    {
        "serie": "str | None",
        "folio": "float | Decimal | str | None",
        "date": "float | Decimal | datetime | None",
        "global": "GlobalInvoice | GlobalInvoiceDict | None",
        "validUntil": "float | Decimal | datetime | None",
    },
    total=False,
)
"""Settings of the invoice that a payment or a receipt will give."""


class ItemSearchDict(TypedDict, total=False):
    """Search key that finds the service of a line item, or creates it."""

    on_key: Required[str]
    """Name of the field to match, for example `sku`."""
    on_value: Required[str]
    """Value the field must have."""
    auto_create: bool
    """Whether to create the service when none matches."""
    update: bool
    """Whether a match is updated. Not confirmed by the API's documentation."""
    safety_check: bool
    """Has no documented meaning; sent as given. Not confirmed by the API's documentation."""


class LineItemInputDict(TypedDict, total=False):
    """Line item to send: one of a service of the catalog (`id` or `search`), or one described by
    its own fields. No field is required.
    """

    id: str
    """Id of a service of the catalog, whose properties it takes over; the fields sent along
    override them.
    """
    search: ItemSearch | ItemSearchDict | PaymentItemSearch
    """Finds the service, or creates it."""
    description: str
    """The product or service sold."""
    quantity: float | Decimal
    """How many units. Always send it: what is taken without it is not documented."""
    unit_price: float | Decimal
    """Price of a unit, in currency units; before taxes, unless a tax is `inclusive`. With `id`
    it overrides the price of the service.
    """
    product_key: str
    """SAT key of the product or service, eight digits (`80141503` is consulting)."""
    unit_key: str
    """SAT key of the unit: E48 service, ACT activity, HUR hour, H87 piece and others."""
    unit_name: str
    """Unit in words."""
    sku: str
    """Your own key of the product."""
    discount: float | Decimal
    """Discount, in currency units. Not confirmed by the API's documentation."""
    taxability: TaxObject | str
    """SAT tax object, 01 to 08."""
    taxes: Sequence[Tax | TaxDict]
    """Taxes."""
    third_party: ThirdParty | ThirdPartyDict
    """Third party on whose behalf it is charged."""
    customs_request: str
    """Number of the customs declaration (pedimento). Not confirmed by the API's documentation."""
    complement: str
    """Complement of the line item, as XML text. Not confirmed by the API's documentation."""
    property_tax_account: str
    """Property tax account (cuenta predial). Not confirmed by the API's documentation."""


class PaymentClientPatchDict(TypedDict, total=False):
    """Fields of the client of a payment to change, in the payment and in the stored client
    alike. The id cannot change.
    """

    name: str
    """Name of the person or the contact."""
    company: str
    """Trade name of the company."""
    phone: str
    """Phone number."""
    email: str
    """Where invoices are delivered."""
    bcc: Sequence[str]
    """E-mail addresses that get a blind copy."""
    metadata: Mapping[str, Any]
    """Keys and values of your own; values may be nested."""
    legal_name: str
    """Legal name as the SAT has it (razón social)."""
    tax_id: str
    """RFC, 12 or 13 characters."""
    use: CfdiUse | str
    """Default use of its invoices."""
    tax_system: TaxRegime | str
    """SAT tax regime code."""
    address: ClientAddress | ClientAddressDict
    """Postal address."""


class PaymentItemInputDict(TypedDict, total=False):
    """A line item to charge: a service of the catalogue by `id` (which alone is enough), one
    found by `search`, or a free line with all its fields.
    """

    id: str | None
    """Id of a service (`service_…`); null or absent for a free line."""
    description: str
    """Text of the line."""
    quantity: float | Decimal
    """How many units."""
    unit_price: float | Decimal
    """Price of a unit in currency units, before taxes unless a tax is inclusive. With `id` it
    takes the place of the price of the service.
    """
    discount: float | Decimal
    """Discount on the line in currency units."""
    product_key: str
    """SAT product or service code, for example `80141503`."""
    unit_key: str
    """SAT unit code, for example `E48`."""
    unit_name: str
    """Name of the unit."""
    sku: str
    """Your own code of the service."""
    taxes: Sequence[Tax | TaxDict]
    """Taxes of the line."""
    third_party: ThirdParty | ThirdPartyDict
    """Third party on whose behalf the line is charged."""
    search: ItemSearch | ItemSearchDict | PaymentItemSearch
    """Finds the service of the line, or creates it."""


class PaymentItemPatchDict(TypedDict, total=False):
    """New text of an item of a payment; other fields are refused."""

    id: Required[str]
    """Id of the item inside the payment."""
    description: Required[str]
    """Text that replaces the present one."""


class RelatedDocumentDict(TypedDict, total=False):
    """Earlier CFDI that an invoice relates to, and how."""

    relationship: Relationship | str | None
    """SAT kind of relation, 01 to 09."""
    documents: Sequence[str] | None
    """UUIDs of the earlier CFDI."""


class RetentionPlatformServiceInputDict(TypedDict, total=False):
    """A service given through a digital platform."""

    payment_form: str
    """SAT code of how the service was paid, two digits."""
    service_type: str
    """SAT code of the kind of service, two digits."""
    service_date: str
    """Day of the service, YYYY-MM-DD."""
    price_without_tax: float | Decimal
    """Price before taxes in currency units."""
    tax_rate: float | Decimal
    """Rate of the tax as a fraction (0.16 is 16 %)."""
    commission: float | Decimal
    """Commission of the platform in currency units."""


class RetentionPlatformServicesInputDict(TypedDict, total=False):
    """Services of a digital platform for which taxes are retained."""

    periodicity: str
    """SAT code of how often taxes are retained, two digits."""
    services: Sequence[RetentionPlatformServiceInput | RetentionPlatformServiceInputDict]
    """The services one by one."""


class RetentionTaxInputDict(TypedDict, total=False):
    """A tax to retain."""

    tax: Required[TaxType | str]
    """Which tax, by name; the API turns ISR, IVA and IEPS into the codes 001, 002 and 003."""
    base: float | Decimal
    """Base of the tax in currency units."""
    amount: float | Decimal
    """Amount to retain in currency units."""
    payment_type: str
    """SAT code of the kind of payment, two digits. Not confirmed by the API's documentation."""


class TaxDict(TypedDict, total=False):
    """A tax of a line item."""

    type: TaxType | str | None
    """Which tax."""
    rate: float | Decimal | str | None
    """Rate as a fraction (0.16 is 16 %; a withheld IVA can be 0.106667). Can come back as a
    text.
    """
    factor: TaxFactor | str | None
    """How the rate is applied."""
    base: float | Decimal | str | None
    """Base of the tax in currency units."""
    inclusive: bool | None
    """Whether the price already contains the tax. Send it where it matters: its default is not
    documented.
    """
    withholding: bool | None
    """Whether the tax is withheld. Send it where it matters: its default is not documented."""


class TeamAddressInputDict(TypedDict, total=False):
    """Fiscal address of a team, as it is sent."""

    country: Required[str]
    """Country: `MEX` for Mexico."""
    street: str
    """Street."""
    zip: str
    """Postal code, five digits."""
    city: str
    """City."""
    state: str
    """State, for example `CDMX`."""
    exterior: str
    """Outside number."""
    interior: str
    """Inside number."""
    neighborhood: str
    """Neighborhood (colonia)."""
    municipality: str
    """Municipality or alcaldía. Stored, but answers do not give it back."""


class TeamBrandInputDict(TypedDict, total=False):
    """Name and looks of a team, as they are sent."""

    alias: Required[str]
    """Visible name."""
    primary_color: str
    """First colour, as `#rrggbb`."""
    secondary_color: str
    """Second colour, as `#rrggbb`."""
    logo: str
    """Address of the logo, a URL."""


class TeamComplementDict(TypedDict, total=False):
    """A complement of the invoices of a team."""

    data: str | None
    """Content."""
    description: str | None
    """Purpose."""
    type: str | None
    """Which complement."""


class TeamDefaultSeriesDict(TypedDict, total=False):
    """Series that documents get by default."""

    income: TeamSeriesChoice | TeamSeriesChoiceDict | None
    """For invoices of income."""
    complements: TeamSeriesChoice | TeamSeriesChoiceDict | None
    """For payment complements."""
    credit_note: TeamSeriesChoice | TeamSeriesChoiceDict | None
    """For credit notes."""


class TeamEmailSettingsDict(TypedDict, total=False):
    """E-mails of a team: who gets copies, what is not mailed, and texts."""

    invoices_bcc: Sequence[str] | None
    """E-mail addresses that get a blind copy of invoices."""
    payments_bcc: Sequence[str] | None
    """E-mail addresses that get a blind copy of payments."""
    receipts_bcc: Sequence[str] | None
    """E-mail addresses that get a blind copy of receipts."""
    avoid_invoice_emails: bool | None
    """Whether invoices are not mailed."""
    avoid_test_invoice_emails: bool | None
    """Whether invoices of test mode are not mailed."""
    avoid_receipts_emails: bool | None
    """Whether receipts are not mailed."""
    avoid_foreign_receipts_emails: bool | None
    """Whether foreign receipts are not mailed."""
    invoice_body: str | None
    """Text of the e-mail for invoices."""
    invoice_subject: str | None
    """Subject of the e-mail for invoices."""
    complement_body: str | None
    """Text of the e-mail for complements."""
    complement_subject: str | None
    """Subject of the e-mail for complements."""
    credit_note_body: str | None
    """Text of the e-mail for credit notes."""
    credit_note_subject: str | None
    """Subject of the e-mail for credit notes."""
    payment_body: str | None
    """Text of the e-mail for payments."""
    payment_subject: str | None
    """Subject of the e-mail for payments."""
    receipt_body: str | None
    """Text of the e-mail for receipts."""
    receipt_subject: str | None
    """Subject of the e-mail for receipts."""
    receipt_reminder_body: str | None
    """Text of the e-mail for reminders of receipts."""
    receipt_reminder_subject: str | None
    """Subject of the e-mail for reminders of receipts."""


class TeamEmailTemplateDict(TypedDict, total=False):
    """Texts of one kind of e-mail by language."""

    es: TeamEmailText | TeamEmailTextDict | None
    """In Spanish."""
    en: TeamEmailText | TeamEmailTextDict | None
    """In English."""


class TeamEmailTemplatesDict(TypedDict, total=False):
    """Texts of the e-mails of a team by kind of document."""

    invoices: TeamEmailTemplate | TeamEmailTemplateDict | None
    """For invoices."""
    complements: TeamEmailTemplate | TeamEmailTemplateDict | None
    """For complements."""
    credit_notes: TeamEmailTemplate | TeamEmailTemplateDict | None
    """For credit notes."""
    payments: TeamEmailTemplate | TeamEmailTemplateDict | None
    """For payments."""
    receipts: TeamEmailTemplate | TeamEmailTemplateDict | None
    """For receipts."""
    receipt_reminders: TeamEmailTemplate | TeamEmailTemplateDict | None
    """For receipt reminders."""


class TeamEmailTextDict(TypedDict, total=False):
    """Text and subject of an e-mail."""

    body: str | None
    """Text."""
    subject: str | None
    """Subject."""


class TeamMemberInputDict(TypedDict, total=False):
    """A user to attach to a team."""

    id: Required[str]
    """Id of an existing user."""
    role: TeamRole | str
    """Permissions of the member, for example `viewer`."""


class TeamPaymentRemindersDict(TypedDict, total=False):
    """Reminders of payments that a team sends."""

    days: int | None
    """How many days before or after the due date, 0 or more. Not confirmed by the API's
    documentation.
    """
    enabled: bool | None
    """Whether they are sent."""
    before_body: str | None
    """Text of the reminder before the due date."""
    before_subject: str | None
    """Subject of the reminder before the due date."""
    after_body: str | None
    """Text of the reminder after the due date."""
    after_subject: str | None
    """Subject of the reminder after the due date."""


class TeamRefundSettingsDict(TypedDict, total=False):
    """Handling of refunds."""

    automatic_refunds: bool | None
    """Whether refunds are handled by themselves."""
    current_month_handler: RefundHandler | str | None
    """Handling of an invoice of the current month."""


class TeamReinvoiceSettingsDict(TypedDict, total=False):
    """Handling of an invoice that is issued anew."""

    window_days: int | None
    """How many days it can be issued anew, 0 or more."""
    handler: RefundHandler | str | None
    """Handling of the former invoice."""


class TeamSeriesChoiceDict(TypedDict, total=False):
    """A chosen series."""

    serie: str | None
    """Letters of the series, for example `A`. Singular here, unlike `series` of a series."""


class TeamTaxDefaultDict(TypedDict, total=False):
    """A tax that items get by default."""

    type: TaxType | str | None
    """Which tax."""
    rate: float | Decimal | None
    """Rate as a fraction (0.16 is 16 %)."""
    factor: TaxFactor | str | None
    """How the rate is applied."""
    inclusive: bool | None
    """Whether the price already contains the tax."""
    withholding: bool | None
    """Whether the tax is withheld."""


class ThirdPartyDict(TypedDict, total=False):
    """Third party on whose behalf a line item is charged."""

    legal_name: str | None
    """Legal name."""
    tax_id: str | None
    """RFC."""
    tax_system: TaxRegime | str | None
    """SAT tax regime code."""
    zip: str | None
    """Postal code, five digits."""


class UserAddressDict(TypedDict, total=False):
    """Postal address of a user."""

    country: str | None
    """Country: `MEX` for Mexico."""
    street: str | None
    """Street."""
    zip: str | None
    """Postal code."""
    city: str | None
    """City."""
    state: str | None
    """State, for example `CDMX`."""
    exterior: str | None
    """Outside number."""
    municipality: str | None
    """Municipality or alcaldía. Accepted and stored, but not given back."""
    neighborhood: str | None
    """Neighborhood (colonia)."""


class WebhookSecurityInputDict(TypedDict, total=False):
    """Custom headers of a webhook."""

    headers: Mapping[str, Any]
    """Names and values of the headers; the values are secrets and cannot be read again."""


class WebhookSigningInputDict(TypedDict, total=False):
    """Signing of a webhook."""

    enabled: Required[bool]
    """Whether deliveries are signed."""
    rotate: bool
    """Whether to make a new secret."""
