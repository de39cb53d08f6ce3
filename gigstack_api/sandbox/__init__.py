"""A local gigstack: `python -m gigstack_api.sandbox`, or `Sandbox()` in Python.

Needs the extra `sandbox`. The reference says what it imitates and what it does not.
"""

from __future__ import annotations

try:
    from .faults import Fault, Faults
    from .local import Sandbox
    from .state import State
except ModuleNotFoundError as error:
    missing = str(error.name).partition(".")[0]
    raise ModuleNotFoundError(
        f"the sandbox needs {missing}: pip install 'gigstack-api[sandbox]'", name=error.name
    ) from error

__all__ = ["Fault", "Faults", "Sandbox", "State"]
