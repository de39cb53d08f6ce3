"""How much memory this process took."""

from __future__ import annotations

import resource
import sys
from pathlib import Path


def peak_memory_mib() -> float:
    """The most memory of this process so far. Not `ru_maxrss`: on Linux that begins with the
    process that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text("ascii").partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        2**20 if sys.platform == "darwin" else 1024
    )
