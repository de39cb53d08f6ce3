# Written by `make generate` from openapi.yaml; never edited.
"""The models and enums of the API, each loaded on first use."""

from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
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
    from .webhook_operation import WebhookOperation as WebhookOperation
    from .webhook_security import WebhookSecurity as WebhookSecurity
    from .webhook_security_input import WebhookSecurityInput as WebhookSecurityInput
    from .webhook_security_status import WebhookSecurityStatus as WebhookSecurityStatus
    from .webhook_signing import WebhookSigning as WebhookSigning
    from .webhook_signing_input import WebhookSigningInput as WebhookSigningInput
    from .webhook_signing_status import WebhookSigningStatus as WebhookSigningStatus
    from .webhook_status import WebhookStatus as WebhookStatus
    from .webhook_type import WebhookType as WebhookType
    from .webhook_version import WebhookVersion as WebhookVersion
