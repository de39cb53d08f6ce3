# Written by `make generate` from openapi.yaml; never edited.
"""The models and enums of the API, each loaded on first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .allowed_payment_method import AllowedPaymentMethod as AllowedPaymentMethod
    from .allowed_product_code import AllowedProductCode as AllowedProductCode
    from .allowed_product_code_input import AllowedProductCodeInput as AllowedProductCodeInput
    from .api_error_code import ApiErrorCode as ApiErrorCode
    from .automation_type import AutomationType as AutomationType
    from .cfdi_error import CfdiError as CfdiError
    from .cfdi_error_type import CfdiErrorType as CfdiErrorType
    from .client import Client as Client
    from .client_address import ClientAddress as ClientAddress
    from .client_defaults import ClientDefaults as ClientDefaults
    from .client_efos import ClientEfos as ClientEfos
    from .client_fiscal_validation import ClientFiscalValidation as ClientFiscalValidation
    from .client_portal import ClientPortal as ClientPortal
    from .client_sat_status import ClientSatStatus as ClientSatStatus
    from .client_search import ClientSearch as ClientSearch
    from .complement import Complement as Complement
    from .draft_invoice import DraftInvoice as DraftInvoice
    from .draft_invoice_preview import DraftInvoicePreview as DraftInvoicePreview
    from .email_delivery import EmailDelivery as EmailDelivery
    from .fiel_upload_result import FielUploadResult as FielUploadResult
    from .fiscal_information import FiscalInformation as FiscalInformation
    from .global_invoice import GlobalInvoice as GlobalInvoice
    from .health import Health as Health
    from .hydrocarbons_complement import HydrocarbonsComplement as HydrocarbonsComplement
    from .inline_client import InlineClient as InlineClient
    from .invoice import Invoice as Invoice
    from .invoice_automation import InvoiceAutomation as InvoiceAutomation
    from .invoice_automation_type import InvoiceAutomationType as InvoiceAutomationType
    from .invoice_cancellation import InvoiceCancellation as InvoiceCancellation
    from .invoice_config import InvoiceConfig as InvoiceConfig
    from .invoice_file_type import InvoiceFileType as InvoiceFileType
    from .invoice_files import InvoiceFiles as InvoiceFiles
    from .invoice_issuer import InvoiceIssuer as InvoiceIssuer
    from .invoice_item import InvoiceItem as InvoiceItem
    from .invoice_namespace import InvoiceNamespace as InvoiceNamespace
    from .invoice_stamp import InvoiceStamp as InvoiceStamp
    from .invoice_status import InvoiceStatus as InvoiceStatus
    from .item_complement import ItemComplement as ItemComplement
    from .item_search import ItemSearch as ItemSearch
    from .line_item_input import LineItemInput as LineItemInput
    from .onboarding_url import OnboardingUrl as OnboardingUrl
    from .payment import Payment as Payment
    from .payment_allowed_method import PaymentAllowedMethod as PaymentAllowedMethod
    from .payment_client_patch import PaymentClientPatch as PaymentClientPatch
    from .payment_item import PaymentItem as PaymentItem
    from .payment_item_input import PaymentItemInput as PaymentItemInput
    from .payment_item_patch import PaymentItemPatch as PaymentItemPatch
    from .payment_item_search import PaymentItemSearch as PaymentItemSearch
    from .payment_processor import PaymentProcessor as PaymentProcessor
    from .payment_status import PaymentStatus as PaymentStatus
    from .pending_receipt_result import PendingReceiptResult as PendingReceiptResult
    from .pending_receipts_summary import PendingReceiptsSummary as PendingReceiptsSummary
    from .receipt import Receipt as Receipt
    from .receipt_invoice import ReceiptInvoice as ReceiptInvoice
    from .receipt_item import ReceiptItem as ReceiptItem
    from .receipt_periodicity import ReceiptPeriodicity as ReceiptPeriodicity
    from .receipt_status import ReceiptStatus as ReceiptStatus
    from .refund import Refund as Refund
    from .refund_handler import RefundHandler as RefundHandler
    from .related_document import RelatedDocument as RelatedDocument
    from .retained_tax import RetainedTax as RetainedTax
    from .retention import Retention as Retention
    from .retention_issuer import RetentionIssuer as RetentionIssuer
    from .retention_period import RetentionPeriod as RetentionPeriod
    from .retention_platform_service_input import (
        RetentionPlatformServiceInput as RetentionPlatformServiceInput,
    )
    from .retention_platform_services_input import (
        RetentionPlatformServicesInput as RetentionPlatformServicesInput,
    )
    from .retention_receiver import RetentionReceiver as RetentionReceiver
    from .retention_stamp import RetentionStamp as RetentionStamp
    from .retention_status import RetentionStatus as RetentionStatus
    from .retention_tax_input import RetentionTaxInput as RetentionTaxInput
    from .retention_totals import RetentionTotals as RetentionTotals
    from .sat_download_activation_result import (
        SatDownloadActivationResult as SatDownloadActivationResult,
    )
    from .sat_download_activation_state import (
        SatDownloadActivationState as SatDownloadActivationState,
    )
    from .sat_download_activation_status import (
        SatDownloadActivationStatus as SatDownloadActivationStatus,
    )
    from .sat_download_activation_type import SatDownloadActivationType as SatDownloadActivationType
    from .sat_download_direction import SatDownloadDirection as SatDownloadDirection
    from .sat_download_encoding import SatDownloadEncoding as SatDownloadEncoding
    from .sat_download_invoice_xml import SatDownloadInvoiceXml as SatDownloadInvoiceXml
    from .sat_download_package import SatDownloadPackage as SatDownloadPackage
    from .sat_download_pricing import SatDownloadPricing as SatDownloadPricing
    from .sat_download_registration import SatDownloadRegistration as SatDownloadRegistration
    from .sat_download_request import SatDownloadRequest as SatDownloadRequest
    from .sat_download_request_status import SatDownloadRequestStatus as SatDownloadRequestStatus
    from .sat_download_request_type import SatDownloadRequestType as SatDownloadRequestType
    from .sat_download_schedule import SatDownloadSchedule as SatDownloadSchedule
    from .sat_download_schedule_status import SatDownloadScheduleStatus as SatDownloadScheduleStatus
    from .sat_invoice import SatInvoice as SatInvoice
    from .sat_invoice_direction import SatInvoiceDirection as SatInvoiceDirection
    from .sat_invoice_party import SatInvoiceParty as SatInvoiceParty
    from .sat_invoice_pdf import SatInvoicePdf as SatInvoicePdf
    from .sat_invoice_resource_status import SatInvoiceResourceStatus as SatInvoiceResourceStatus
    from .sat_invoice_status import SatInvoiceStatus as SatInvoiceStatus
    from .sat_list_check import SatListCheck as SatListCheck
    from .sat_list_hit import SatListHit as SatListHit
    from .sat_provider_sync import SatProviderSync as SatProviderSync
    from .sat_xml_retry import SatXmlRetry as SatXmlRetry
    from .scheduled_deletion import ScheduledDeletion as ScheduledDeletion
    from .series import Series as Series
    from .service import Service as Service
    from .settings_periodicity import SettingsPeriodicity as SettingsPeriodicity
    from .signup import Signup as Signup
    from .signup_api_keys import SignupApiKeys as SignupApiKeys
    from .signup_billing_cycle import SignupBillingCycle as SignupBillingCycle
    from .signup_next_steps import SignupNextSteps as SignupNextSteps
    from .signup_plan import SignupPlan as SignupPlan
    from .signup_subscription import SignupSubscription as SignupSubscription
    from .sort_direction import SortDirection as SortDirection
    from .stamp_to import StampTo as StampTo
    from .stamped_receipt import StampedReceipt as StampedReceipt
    from .support_document import SupportDocument as SupportDocument
    from .support_document_audit import SupportDocumentAudit as SupportDocumentAudit
    from .support_document_extraction import SupportDocumentExtraction as SupportDocumentExtraction
    from .support_document_link import SupportDocumentLink as SupportDocumentLink
    from .support_document_status import SupportDocumentStatus as SupportDocumentStatus
    from .support_document_type import SupportDocumentType as SupportDocumentType
    from .tax import Tax as Tax
    from .tax_factor import TaxFactor as TaxFactor
    from .tax_type import TaxType as TaxType
    from .team import Team as Team
    from .team_address import TeamAddress as TeamAddress
    from .team_address_input import TeamAddressInput as TeamAddressInput
    from .team_brand import TeamBrand as TeamBrand
    from .team_brand_input import TeamBrandInput as TeamBrandInput
    from .team_complement import TeamComplement as TeamComplement
    from .team_default_series import TeamDefaultSeries as TeamDefaultSeries
    from .team_deletion import TeamDeletion as TeamDeletion
    from .team_email_settings import TeamEmailSettings as TeamEmailSettings
    from .team_email_template import TeamEmailTemplate as TeamEmailTemplate
    from .team_email_templates import TeamEmailTemplates as TeamEmailTemplates
    from .team_email_text import TeamEmailText as TeamEmailText
    from .team_member import TeamMember as TeamMember
    from .team_member_input import TeamMemberInput as TeamMemberInput
    from .team_payment_reminders import TeamPaymentReminders as TeamPaymentReminders
    from .team_pdf_language import TeamPdfLanguage as TeamPdfLanguage
    from .team_periodicity import TeamPeriodicity as TeamPeriodicity
    from .team_refund_settings import TeamRefundSettings as TeamRefundSettings
    from .team_reinvoice_settings import TeamReinvoiceSettings as TeamReinvoiceSettings
    from .team_role import TeamRole as TeamRole
    from .team_sat import TeamSat as TeamSat
    from .team_series_choice import TeamSeriesChoice as TeamSeriesChoice
    from .team_settings import TeamSettings as TeamSettings
    from .team_status import TeamStatus as TeamStatus
    from .team_tax_default import TeamTaxDefault as TeamTaxDefault
    from .third_party import ThirdParty as ThirdParty
    from .user import User as User
    from .user_address import UserAddress as UserAddress
    from .user_login_link import UserLoginLink as UserLoginLink
    from .user_membership import UserMembership as UserMembership
    from .user_role import UserRole as UserRole
    from .webhook import Webhook as Webhook
    from .webhook_event import WebhookEvent as WebhookEvent
    from .webhook_event_data import WebhookEventData as WebhookEventData
    from .webhook_event_type import WebhookEventType as WebhookEventType
    from .webhook_security import WebhookSecurity as WebhookSecurity
    from .webhook_security_input import WebhookSecurityInput as WebhookSecurityInput
    from .webhook_security_status import WebhookSecurityStatus as WebhookSecurityStatus
    from .webhook_signing import WebhookSigning as WebhookSigning
    from .webhook_signing_input import WebhookSigningInput as WebhookSigningInput
    from .webhook_signing_status import WebhookSigningStatus as WebhookSigningStatus
    from .webhook_status import WebhookStatus as WebhookStatus
    from .webhook_type import WebhookType as WebhookType
    from .webhook_version import WebhookVersion as WebhookVersion

_MODULES = {
    "AllowedPaymentMethod": "allowed_payment_method",
    "AllowedProductCode": "allowed_product_code",
    "AllowedProductCodeInput": "allowed_product_code_input",
    "ApiErrorCode": "api_error_code",
    "AutomationType": "automation_type",
    "CfdiError": "cfdi_error",
    "CfdiErrorType": "cfdi_error_type",
    "Client": "client",
    "ClientAddress": "client_address",
    "ClientDefaults": "client_defaults",
    "ClientEfos": "client_efos",
    "ClientFiscalValidation": "client_fiscal_validation",
    "ClientPortal": "client_portal",
    "ClientSatStatus": "client_sat_status",
    "ClientSearch": "client_search",
    "Complement": "complement",
    "DraftInvoice": "draft_invoice",
    "DraftInvoicePreview": "draft_invoice_preview",
    "EmailDelivery": "email_delivery",
    "FielUploadResult": "fiel_upload_result",
    "FiscalInformation": "fiscal_information",
    "GlobalInvoice": "global_invoice",
    "Health": "health",
    "HydrocarbonsComplement": "hydrocarbons_complement",
    "InlineClient": "inline_client",
    "Invoice": "invoice",
    "InvoiceAutomation": "invoice_automation",
    "InvoiceAutomationType": "invoice_automation_type",
    "InvoiceCancellation": "invoice_cancellation",
    "InvoiceConfig": "invoice_config",
    "InvoiceFileType": "invoice_file_type",
    "InvoiceFiles": "invoice_files",
    "InvoiceIssuer": "invoice_issuer",
    "InvoiceItem": "invoice_item",
    "InvoiceNamespace": "invoice_namespace",
    "InvoiceStamp": "invoice_stamp",
    "InvoiceStatus": "invoice_status",
    "ItemComplement": "item_complement",
    "ItemSearch": "item_search",
    "LineItemInput": "line_item_input",
    "OnboardingUrl": "onboarding_url",
    "Payment": "payment",
    "PaymentAllowedMethod": "payment_allowed_method",
    "PaymentClientPatch": "payment_client_patch",
    "PaymentItem": "payment_item",
    "PaymentItemInput": "payment_item_input",
    "PaymentItemPatch": "payment_item_patch",
    "PaymentItemSearch": "payment_item_search",
    "PaymentProcessor": "payment_processor",
    "PaymentStatus": "payment_status",
    "PendingReceiptResult": "pending_receipt_result",
    "PendingReceiptsSummary": "pending_receipts_summary",
    "Receipt": "receipt",
    "ReceiptInvoice": "receipt_invoice",
    "ReceiptItem": "receipt_item",
    "ReceiptPeriodicity": "receipt_periodicity",
    "ReceiptStatus": "receipt_status",
    "Refund": "refund",
    "RefundHandler": "refund_handler",
    "RelatedDocument": "related_document",
    "RetainedTax": "retained_tax",
    "Retention": "retention",
    "RetentionIssuer": "retention_issuer",
    "RetentionPeriod": "retention_period",
    "RetentionPlatformServiceInput": "retention_platform_service_input",
    "RetentionPlatformServicesInput": "retention_platform_services_input",
    "RetentionReceiver": "retention_receiver",
    "RetentionStamp": "retention_stamp",
    "RetentionStatus": "retention_status",
    "RetentionTaxInput": "retention_tax_input",
    "RetentionTotals": "retention_totals",
    "SatDownloadActivationResult": "sat_download_activation_result",
    "SatDownloadActivationState": "sat_download_activation_state",
    "SatDownloadActivationStatus": "sat_download_activation_status",
    "SatDownloadActivationType": "sat_download_activation_type",
    "SatDownloadDirection": "sat_download_direction",
    "SatDownloadEncoding": "sat_download_encoding",
    "SatDownloadInvoiceXml": "sat_download_invoice_xml",
    "SatDownloadPackage": "sat_download_package",
    "SatDownloadPricing": "sat_download_pricing",
    "SatDownloadRegistration": "sat_download_registration",
    "SatDownloadRequest": "sat_download_request",
    "SatDownloadRequestStatus": "sat_download_request_status",
    "SatDownloadRequestType": "sat_download_request_type",
    "SatDownloadSchedule": "sat_download_schedule",
    "SatDownloadScheduleStatus": "sat_download_schedule_status",
    "SatInvoice": "sat_invoice",
    "SatInvoiceDirection": "sat_invoice_direction",
    "SatInvoiceParty": "sat_invoice_party",
    "SatInvoicePdf": "sat_invoice_pdf",
    "SatInvoiceResourceStatus": "sat_invoice_resource_status",
    "SatInvoiceStatus": "sat_invoice_status",
    "SatListCheck": "sat_list_check",
    "SatListHit": "sat_list_hit",
    "SatProviderSync": "sat_provider_sync",
    "SatXmlRetry": "sat_xml_retry",
    "ScheduledDeletion": "scheduled_deletion",
    "Series": "series",
    "Service": "service",
    "SettingsPeriodicity": "settings_periodicity",
    "Signup": "signup",
    "SignupApiKeys": "signup_api_keys",
    "SignupBillingCycle": "signup_billing_cycle",
    "SignupNextSteps": "signup_next_steps",
    "SignupPlan": "signup_plan",
    "SignupSubscription": "signup_subscription",
    "SortDirection": "sort_direction",
    "StampTo": "stamp_to",
    "StampedReceipt": "stamped_receipt",
    "SupportDocument": "support_document",
    "SupportDocumentAudit": "support_document_audit",
    "SupportDocumentExtraction": "support_document_extraction",
    "SupportDocumentLink": "support_document_link",
    "SupportDocumentStatus": "support_document_status",
    "SupportDocumentType": "support_document_type",
    "Tax": "tax",
    "TaxFactor": "tax_factor",
    "TaxType": "tax_type",
    "Team": "team",
    "TeamAddress": "team_address",
    "TeamAddressInput": "team_address_input",
    "TeamBrand": "team_brand",
    "TeamBrandInput": "team_brand_input",
    "TeamComplement": "team_complement",
    "TeamDefaultSeries": "team_default_series",
    "TeamDeletion": "team_deletion",
    "TeamEmailSettings": "team_email_settings",
    "TeamEmailTemplate": "team_email_template",
    "TeamEmailTemplates": "team_email_templates",
    "TeamEmailText": "team_email_text",
    "TeamMember": "team_member",
    "TeamMemberInput": "team_member_input",
    "TeamPaymentReminders": "team_payment_reminders",
    "TeamPdfLanguage": "team_pdf_language",
    "TeamPeriodicity": "team_periodicity",
    "TeamRefundSettings": "team_refund_settings",
    "TeamReinvoiceSettings": "team_reinvoice_settings",
    "TeamRole": "team_role",
    "TeamSat": "team_sat",
    "TeamSeriesChoice": "team_series_choice",
    "TeamSettings": "team_settings",
    "TeamStatus": "team_status",
    "TeamTaxDefault": "team_tax_default",
    "ThirdParty": "third_party",
    "User": "user",
    "UserAddress": "user_address",
    "UserLoginLink": "user_login_link",
    "UserMembership": "user_membership",
    "UserRole": "user_role",
    "Webhook": "webhook",
    "WebhookEvent": "webhook_event",
    "WebhookEventData": "webhook_event_data",
    "WebhookEventType": "webhook_event_type",
    "WebhookSecurity": "webhook_security",
    "WebhookSecurityInput": "webhook_security_input",
    "WebhookSecurityStatus": "webhook_security_status",
    "WebhookSigning": "webhook_signing",
    "WebhookSigningInput": "webhook_signing_input",
    "WebhookSigningStatus": "webhook_signing_status",
    "WebhookStatus": "webhook_status",
    "WebhookType": "webhook_type",
    "WebhookVersion": "webhook_version",
}

__all__ = [  # pyright: ignore[reportUnsupportedDunderAll]
    "AllowedPaymentMethod",
    "AllowedProductCode",
    "AllowedProductCodeInput",
    "ApiErrorCode",
    "AutomationType",
    "CfdiError",
    "CfdiErrorType",
    "Client",
    "ClientAddress",
    "ClientDefaults",
    "ClientEfos",
    "ClientFiscalValidation",
    "ClientPortal",
    "ClientSatStatus",
    "ClientSearch",
    "Complement",
    "DraftInvoice",
    "DraftInvoicePreview",
    "EmailDelivery",
    "FielUploadResult",
    "FiscalInformation",
    "GlobalInvoice",
    "Health",
    "HydrocarbonsComplement",
    "InlineClient",
    "Invoice",
    "InvoiceAutomation",
    "InvoiceAutomationType",
    "InvoiceCancellation",
    "InvoiceConfig",
    "InvoiceFileType",
    "InvoiceFiles",
    "InvoiceIssuer",
    "InvoiceItem",
    "InvoiceNamespace",
    "InvoiceStamp",
    "InvoiceStatus",
    "ItemComplement",
    "ItemSearch",
    "LineItemInput",
    "OnboardingUrl",
    "Payment",
    "PaymentAllowedMethod",
    "PaymentClientPatch",
    "PaymentItem",
    "PaymentItemInput",
    "PaymentItemPatch",
    "PaymentItemSearch",
    "PaymentProcessor",
    "PaymentStatus",
    "PendingReceiptResult",
    "PendingReceiptsSummary",
    "Receipt",
    "ReceiptInvoice",
    "ReceiptItem",
    "ReceiptPeriodicity",
    "ReceiptStatus",
    "Refund",
    "RefundHandler",
    "RelatedDocument",
    "RetainedTax",
    "Retention",
    "RetentionIssuer",
    "RetentionPeriod",
    "RetentionPlatformServiceInput",
    "RetentionPlatformServicesInput",
    "RetentionReceiver",
    "RetentionStamp",
    "RetentionStatus",
    "RetentionTaxInput",
    "RetentionTotals",
    "SatDownloadActivationResult",
    "SatDownloadActivationState",
    "SatDownloadActivationStatus",
    "SatDownloadActivationType",
    "SatDownloadDirection",
    "SatDownloadEncoding",
    "SatDownloadInvoiceXml",
    "SatDownloadPackage",
    "SatDownloadPricing",
    "SatDownloadRegistration",
    "SatDownloadRequest",
    "SatDownloadRequestStatus",
    "SatDownloadRequestType",
    "SatDownloadSchedule",
    "SatDownloadScheduleStatus",
    "SatInvoice",
    "SatInvoiceDirection",
    "SatInvoiceParty",
    "SatInvoicePdf",
    "SatInvoiceResourceStatus",
    "SatInvoiceStatus",
    "SatListCheck",
    "SatListHit",
    "SatProviderSync",
    "SatXmlRetry",
    "ScheduledDeletion",
    "Series",
    "Service",
    "SettingsPeriodicity",
    "Signup",
    "SignupApiKeys",
    "SignupBillingCycle",
    "SignupNextSteps",
    "SignupPlan",
    "SignupSubscription",
    "SortDirection",
    "StampTo",
    "StampedReceipt",
    "SupportDocument",
    "SupportDocumentAudit",
    "SupportDocumentExtraction",
    "SupportDocumentLink",
    "SupportDocumentStatus",
    "SupportDocumentType",
    "Tax",
    "TaxFactor",
    "TaxType",
    "Team",
    "TeamAddress",
    "TeamAddressInput",
    "TeamBrand",
    "TeamBrandInput",
    "TeamComplement",
    "TeamDefaultSeries",
    "TeamDeletion",
    "TeamEmailSettings",
    "TeamEmailTemplate",
    "TeamEmailTemplates",
    "TeamEmailText",
    "TeamMember",
    "TeamMemberInput",
    "TeamPaymentReminders",
    "TeamPdfLanguage",
    "TeamPeriodicity",
    "TeamRefundSettings",
    "TeamReinvoiceSettings",
    "TeamRole",
    "TeamSat",
    "TeamSeriesChoice",
    "TeamSettings",
    "TeamStatus",
    "TeamTaxDefault",
    "ThirdParty",
    "User",
    "UserAddress",
    "UserLoginLink",
    "UserMembership",
    "UserRole",
    "Webhook",
    "WebhookEvent",
    "WebhookEventData",
    "WebhookEventType",
    "WebhookSecurity",
    "WebhookSecurityInput",
    "WebhookSecurityStatus",
    "WebhookSigning",
    "WebhookSigningInput",
    "WebhookSigningStatus",
    "WebhookStatus",
    "WebhookType",
    "WebhookVersion",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)


def __dir__() -> list[str]:
    return list(_MODULES)
