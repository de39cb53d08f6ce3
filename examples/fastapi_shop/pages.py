"""The pages, written by the templates."""

from __future__ import annotations

from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
STATIC = HERE / "static"
FROM_HERE_ONLY = {"Content-Security-Policy": "default-src 'self'"}
"""No script, style, font or image comes from elsewhere, or from what a buyer wrote."""

_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
)
_templates.filters["pesos"] = "${:,.2f}".format


def page(template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """The page of a template."""
    return HTMLResponse(_templates.get_template(template).render(values), status, FROM_HERE_ONLY)
