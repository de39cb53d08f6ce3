"""gigstack_api: the async client for the gigstack API v2 (Mexican CFDI 4.0 invoicing, payments,
receipts, SAT downloads).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._core.files.download import Bundle as Bundle
    from ._core.files.download import Download as Download
    from ._core.http.messages import Response as Response
    from ._core.operations.operation import Operation as Operation
    from ._core.operations.operation import Replay as Replay
    from ._core.operations.page import Page as Page
    from ._core.pagination.pager import Pager as Pager
    from ._core.responses.drift import Drift as Drift
    from ._core.retries.policy import RetryPolicy as RetryPolicy
    from ._core.schema.types import OMIT as OMIT
    from ._core.schema.types import Omit as Omit
    from ._core.sending.unknown_outcome import Sent as Sent
    from ._version import __version__ as __version__
    from .client import Gigstack as Gigstack
    from .errors import APIError as APIError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import ConflictError as ConflictError
    from .errors import DeliveryError as DeliveryError
    from .errors import DeliveryTimeoutError as DeliveryTimeoutError
    from .errors import FiscalError as FiscalError
    from .errors import FiscalWarning as FiscalWarning
    from .errors import GigstackError as GigstackError
    from .errors import InvalidArgumentError as InvalidArgumentError
    from .errors import MultipleMatchesError as MultipleMatchesError
    from .errors import NotFoundError as NotFoundError
    from .errors import OutcomeUnknownError as OutcomeUnknownError
    from .errors import PaginationError as PaginationError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import RateLimitError as RateLimitError
    from .errors import ServerError as ServerError
    from .errors import StampingError as StampingError
    from .errors import UnreadableEventError as UnreadableEventError
    from .errors import UnreadableReplyError as UnreadableReplyError
    from .errors import ValidationError as ValidationError
    from .errors import WrongFileError as WrongFileError
    from .loading import preload as preload
    from .reconcile import Reconciled as Reconciled
    from .upsert import Match as Match
    from .upsert import Upserted as Upserted
    from .upsert import UpsertOutcome as UpsertOutcome

_MODULES = {
    "APIError": ".errors",
    "AuthenticationError": ".errors",
    "BadRequestError": ".errors",
    "Bundle": "._core.files.download",
    "ConfigurationError": ".errors",
    "ConflictError": ".errors",
    "DeliveryError": ".errors",
    "DeliveryTimeoutError": ".errors",
    "Download": "._core.files.download",
    "Drift": "._core.responses.drift",
    "FiscalError": ".errors",
    "FiscalWarning": ".errors",
    "Gigstack": ".client",
    "GigstackError": ".errors",
    "InvalidArgumentError": ".errors",
    "Match": ".upsert",
    "MultipleMatchesError": ".errors",
    "NotFoundError": ".errors",
    "OMIT": "._core.schema.types",
    "Omit": "._core.schema.types",
    "Operation": "._core.operations.operation",
    "OutcomeUnknownError": ".errors",
    "Page": "._core.operations.page",
    "Pager": "._core.pagination.pager",
    "PaginationError": ".errors",
    "PermissionDeniedError": ".errors",
    "RateLimitError": ".errors",
    "Reconciled": ".reconcile",
    "Replay": "._core.operations.operation",
    "Response": "._core.http.messages",
    "RetryPolicy": "._core.retries.policy",
    "Sent": "._core.sending.unknown_outcome",
    "ServerError": ".errors",
    "StampingError": ".errors",
    "UnreadableEventError": ".errors",
    "UnreadableReplyError": ".errors",
    "UpsertOutcome": ".upsert",
    "Upserted": ".upsert",
    "ValidationError": ".errors",
    "WrongFileError": ".errors",
    "__version__": "._version",
    "preload": ".loading",
}
"""Where each name stands: loaded when it is first asked for."""

__all__ = [
    "OMIT",
    "APIError",
    "AuthenticationError",
    "BadRequestError",
    "Bundle",
    "ConfigurationError",
    "ConflictError",
    "DeliveryError",
    "DeliveryTimeoutError",
    "Download",
    "Drift",
    "FiscalError",
    "FiscalWarning",
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
    "UnreadableEventError",
    "UnreadableReplyError",
    "UpsertOutcome",
    "Upserted",
    "ValidationError",
    "WrongFileError",
    "__version__",
    "preload",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
