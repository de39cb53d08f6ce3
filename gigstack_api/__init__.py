"""gigstack_api: the async client for the gigstack API v2 (Mexican CFDI 4.0 invoicing, payments, receipts, SAT downloads)."""

from __future__ import annotations

from ._core.drift import Drift
from ._core.files import Download
from ._core.omit import OMIT, Omit
from ._core.operation import Operation, Replay
from ._core.page import Page
from ._core.paging import Pager
from ._core.reply import Response
from ._core.retry import RetryPolicy
from ._version import __version__
from .client import Gigstack
from .errors import (
    APIError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    DeliveryError,
    DeliveryTimeoutError,
    GigstackError,
    InvalidArgumentError,
    MultipleMatchesError,
    NotFoundError,
    OutcomeUnknownError,
    PaginationError,
    PermissionDeniedError,
    RateLimitError,
    Sent,
    ServerError,
    StampingError,
    UnreadableReplyError,
    ValidationError,
)
from .reconcile import Reconciled
from .upsert import Match, Upserted, UpsertOutcome

__all__ = [
    "OMIT",
    "APIError",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "DeliveryError",
    "DeliveryTimeoutError",
    "Download",
    "Drift",
    "Gigstack",
    "GigstackError",
    "InvalidArgumentError",
    "Match",
    "MultipleMatchesError",
    "NotFoundError",
    "Omit",
    "Operation",
    "OutcomeUnknownError",
    "Page",
    "Pager",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "Reconciled",
    "Replay",
    "Response",
    "RetryPolicy",
    "Sent",
    "ServerError",
    "StampingError",
    "UnreadableReplyError",
    "UpsertOutcome",
    "Upserted",
    "ValidationError",
    "__version__",
]
