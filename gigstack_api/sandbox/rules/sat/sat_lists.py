"""The SAT lists: which ones are tracked, and who is on them.

No source names a list: these are the ones that taxpayers are warned about. Only the EFOS list has
entries, those of `State.efos`; all lists were synchronized at the last midnight (UTC).
"""

from __future__ import annotations

from typing import Any

from ...call import Answer, Call, Handler
from ...resource import Resource
from ..shared.rfc import check_rfc

DAY_MS = 24 * 3600 * 1000
EFOS = "efos"
LISTS: dict[str, tuple[str, str]] = {
    EFOS: (
        "Artículo 69-B del CFF: operaciones simuladas, definitivos",
        "SAT, listado completo 69-B",
    ),
    "not_located": ("Artículo 69 del CFF: contribuyentes no localizados", "SAT, incumplidos"),
    "firm_credits": ("Artículo 69 del CFF: créditos fiscales firmes", "SAT, incumplidos"),
}
"""Label and source of each list."""


def list_sat_lists(call: Call) -> Answer:
    return Answer.of("SAT lists retrieved successfully", [definition(call, name) for name in LISTS])


def check_sat_lists_rfc(call: Call) -> Answer:
    check_rfc(call.path["rfc"])
    rfc = call.path["rfc"].upper()
    hits = [hit(rfc)] if rfc in call.state.efos else []
    data = {"is_risky": bool(hits), "hits": hits, "checked_at": call.state.now_ms()}
    return Answer.of("RFC checked successfully", data)


def definition(call: Call, name: str) -> Resource:
    """A list, and when it was synchronized (Unix milliseconds)."""
    label, source = LISTS[name]
    now = call.state.now_ms()
    sync: dict[str, Any] = {"status": "completed", "synced_at": now - now % DAY_MS}
    entries = len(call.state.efos) if name == EFOS else 0
    return {
        "list": name,
        "label": label,
        "source": source,
        "is_risky": name == EFOS,
        "entries": entries,
        "last_sync": sync,
    }


def hit(rfc: str) -> Resource:
    """The entry of an RFC that is on the EFOS list."""
    label, source = LISTS[EFOS]
    return {
        "list": EFOS,
        "label": label,
        "source": source,
        "is_risky": True,
        "detail": {"rfc": rfc, "situation": "Definitivo"},
    }


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler for handler in (list_sat_lists, check_sat_lists_rfc)
}
