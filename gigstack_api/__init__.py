"""The async client for the gigstack API v2: Mexican CFDI 4.0 invoicing, payments and receipts.

Each name is loaded on first use.
"""

from typing import TYPE_CHECKING

from ._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
    from ._core.files.download import Bundle as Bundle
    from ._core.files.download import Download as Download
    from ._core.http.messages import Response as Response
    from ._core.operations.operation import Operation as Operation
    from ._core.operations.page import Page as Page
    from ._core.operations.route import Replay as Replay
    from ._core.pagination.pager import Pager as Pager
    from ._core.responses.drift import Drift as Drift
    from ._core.retries.policy import RetryPolicy as RetryPolicy
    from ._core.schema.encoding import when as when
    from ._core.schema.types import OMIT as OMIT
    from ._core.schema.types import Omit as Omit
    from ._core.sending.unknown_outcome import Sent as Sent
    from ._version import __version__ as __version__
    from .base_client import BaseClient as BaseClient
    from .client import Gigstack as Gigstack
    from .drift_log import DriftLog as DriftLog
    from .errors import APIError as APIError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import ConflictError as ConflictError
    from .errors import DeliveryError as DeliveryError
    from .errors import DeliveryTimeoutError as DeliveryTimeoutError
    from .errors import FileNotSavedError as FileNotSavedError
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
    from .errors import WebhookSignatureError as WebhookSignatureError
    from .errors import WrongFileError as WrongFileError
    from .loading import preload as preload
    from .reconcile import Reconciled as Reconciled
    from .upsert import Match as Match
    from .upsert import Upserted as Upserted
    from .upsert import UpsertOutcome as UpsertOutcome
