"""Measures the memory of this process."""

from __future__ import annotations

import resource
import sys
from pathlib import Path


def peak_memory_mib() -> float:
    """Peak memory of this process in MiB. Not from `ru_maxrss` on Linux, which starts with the peak
    of the parent process.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text("ascii").partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        2**20 if sys.platform == "darwin" else 1024
    )
