# Written by `make generate` from openapi.yaml; never edited.
"""The enum `ApiErrorCode`."""

from gigstack_api._core.schema.enums import OpenEnum


class ApiErrorCode(OpenEnum):
    """Machine-readable reason of an error."""

    UNAUTHORIZED = "unauthorized"
    FORBIDDEN = "forbidden"
    INVALID_TOKEN = "invalid_token"
    VALIDATION_FAILED = "validation_failed"
    INVALID_REQUEST_BODY = "invalid_request_body"
    MISSING_REQUIRED_FIELD = "missing_required_field"
    INVALID_FIELD_VALUE = "invalid_field_value"
    RESOURCE_NOT_FOUND = "resource_not_found"
    RESOURCE_ALREADY_EXISTS = "resource_already_exists"
    RESOURCE_CONFLICT = "resource_conflict"
    BUSINESS_RULE_VIOLATION = "business_rule_violation"
    OPERATION_NOT_ALLOWED = "operation_not_allowed"
    INSUFFICIENT_PERMISSIONS = "insufficient_permissions"
    EXTERNAL_SERVICE_ERROR = "external_service_error"
    PAYMENT_PROCESSOR_ERROR = "payment_processor_error"
    CFDI_SERVICE_ERROR = "cfdi_service_error"
    INTERNAL_SERVER_ERROR = "internal_server_error"
    SERVICE_UNAVAILABLE = "service_unavailable"
    RATE_LIMIT_EXCEEDED = "rate_limit_exceeded"
    DATABASE_ERROR = "database_error"
    DATA_INTEGRITY_ERROR = "data_integrity_error"
    FILE_NOT_FOUND = "file_not_found"
    FILE_UPLOAD_ERROR = "file_upload_error"
    INVALID_FILE_FORMAT = "invalid_file_format"
    COST_MISMATCH = "cost_mismatch"
    GROUP_CHANGED = "group_changed"
    MANAGED_CREATION_UNCONFIRMED = "managed_creation_unconfirmed"
