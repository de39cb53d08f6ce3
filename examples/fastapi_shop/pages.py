"""Renders the pages from the templates."""

from __future__ import annotations

from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
STATIC = HERE / "static"
SAME_ORIGIN_ONLY = {"Content-Security-Policy": "default-src 'self'"}
"""Blocks scripts, styles, fonts and images from other hosts, and inline ones in user input."""

_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
)
_templates.filters["pesos"] = "${:,.2f}".format


def page(template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """The response with a rendered template."""
    return HTMLResponse(_templates.get_template(template).render(values), status, SAME_ORIGIN_ONLY)
