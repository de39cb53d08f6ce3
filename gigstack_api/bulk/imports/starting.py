"""Starts an import, here or on workers."""

from __future__ import annotations

from ..._core.schema.types import is_mapping
from ...errors import InvalidArgumentError
from .documents import Documents
from .run import Import
from .source import Rows
from .tasks import Job
from .terms import Terms


def start(rows: Rows | Documents, job: Job, terms: Terms) -> Import:
    """An import, which starts when its first result is asked for.

    Raises:
        InvalidArgumentError: these are not rows, or several workers cannot share the job.
    """
    if is_mapping(rows) or isinstance(rows, str | bytes):
        raise InvalidArgumentError("rows must be a file of open_rows, or an iterable of mappings")
    if terms.workers is None or terms.dry_run:
        return Import(rows, job, terms)
    from ..cluster.importing import ClusterImport

    return ClusterImport(rows, job, terms, terms.workers)
