"""A local gigstack to develop and test against: `python -m gigstack_api.sandbox`, or `Sandbox()` in Python. Needs the extra `sandbox`."""

from __future__ import annotations

try:
    from .faults import Fault, Faults
    from .local import Sandbox
    from .state import State
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(f"the sandbox needs {error.name}: pip install 'gigstack-api[sandbox]'", name=error.name) from error

__all__ = ["Fault", "Faults", "Sandbox", "State"]
