"""The home page: base URL, key, and how many resources each team has."""

from __future__ import annotations

from collections import Counter
from html import escape

from ..state import State

STYLE = """
body{font:16px/1.5 system-ui;margin:2rem auto;max-width:50rem;padding:0 1rem}
table{border-collapse:collapse}
td,th{text-align:left;padding:.2rem 1.5rem .2rem 0;border-bottom:1px solid #ddd}
code{background:#f3f3f3;padding:.1rem .3rem}
"""


def render(state: State, *, base_url: str, key: str | None, operations: int) -> str:
    """The page as HTML; without a key it says where to find it."""
    counts = Counter(
        {
            (team, kind): len(resources)
            for (team, kind), resources in state.collections().items()
            if team in state.teams
        }
    )
    rows = "".join(
        f"<tr><td>{escape(team)}<td>{escape(kind)}<td>{count}"
        for (team, kind), count in sorted(counts.items())
        if count
    )

    shown = (
        "<p>The key is shown on its own machine only. The sandbox printed it when it started."
        if key is None
        else f'<p style="overflow-wrap:anywhere"><code>export GIGSTACK_API_KEY={escape(key)}</code>'
    )

    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>gigstack sandbox</title><style>{STYLE}</style><h1>gigstack sandbox</h1>"
        f"<p>A local imitation of {operations} operations of the gigstack API. "
        "It stamps nothing and costs nothing."
        f"<p><code>export GIGSTACK_API_BASE_URL={escape(base_url)}</code>"
        f"{shown}"
        f"<h2>Resources</h2><table><tr><th>team<th>kind<th>count{rows}</table>"
    )
