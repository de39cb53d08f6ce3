"""The configuration of Zensical, one for each language. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from .navigation import LANGUAGES, Tree

SITE_URL = ""
"""Where the site is published, with a slash at its end: the only place that knows. Empty, it works
anywhere, also from a folder; canonical addresses and a sitemap come with it."""

NAME = "gigstack_api"
NAMES = {"en": "English", "es": "Español"}
DESCRIPTIONS = {
    "en": "Async Python client for the gigstack API: Mexican CFDI 4.0 invoices, payments, "
    "receipts and SAT downloads, with a local sandbox.",
    "es": "Cliente asíncrono de Python para la API de gigstack: facturas CFDI 4.0, pagos, recibos "
    "y descargas del SAT, con un sandbox local.",
}
LOGO = "assets/images/logo.svg"
NOTICE = {
    "en": "MIT licence. Not an official gigstack product.",
    "es": "Licencia MIT. No es un producto oficial de gigstack.",
}
TWIN = {"en": "This page as Markdown", "es": "Esta página en Markdown"}
SCHEMES = {
    "en": ("Follow the system", "Light", "Dark"),
    "es": ("Según el sistema", "Claro", "Oscuro"),
}
FEATURES = [
    "content.code.copy",
    "navigation.footer",
    "navigation.indexes",
    "navigation.prune",
    "navigation.tabs",
    "navigation.top",
    "search.highlight",
    "toc.follow",
]
EXTENSIONS: Mapping[str, Mapping[str, Value]] = {
    "admonition": {},
    "attr_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True, "permalink_title": ""},
    "pymdownx.details": {},
    "pymdownx.highlight": {"pygments_lang_class": True},
    "pymdownx.inlinehilite": {},
    "pymdownx.superfences": {},
}
CHECKED = [  # not unresolved_references: "[default: 8]" is a text
    "invalid_links",
    "unresolved_footnotes",
    "unused_definitions",
    "unused_footnotes",
    "shadowed_definitions",
    "shadowed_footnotes",
]

Value: TypeAlias = "str | bool | Sequence[Value] | Mapping[str, Value]"


def project(language: str, navigation: Tree, *, theme: Path, anchors: bool, address: str) -> str:
    """The configuration file of a language.

    Its pages are in `pages` beside it, and its site goes into `site` there. `anchors` says whether
    links to parts of pages are checked; `address` is that of the site, or empty.
    """
    settings: dict[str, Value] = {
        "site_name": NAME,
        "site_description": DESCRIPTIONS[language],
        **({"site_url": f"{address}{language}/"} if address else {}),
        "docs_dir": "pages",
        "site_dir": "site",
        "copyright": NOTICE[language],
        "use_directory_urls": False,  # `errors.html` opens from a folder, `errors/` does not
        "nav": navigation,
        "extra_css": ["assets/stylesheets/site.css"],
        "extra_javascript": ["assets/javascripts/site.js"],
        "theme": {
            "language": language,
            "logo": LOGO,
            "favicon": LOGO,
            "custom_dir": str(theme),
            "font": False,
            "features": FEATURES,
            "palette": list(_palette(language)),
        },
        "extra": {
            "alternate": True,
            "twin": TWIN[language],
            "languages": [{"code": code, "name": NAMES[code]} for code in LANGUAGES],
            "polyfills": ["assets/javascripts/iframe-worker.js"],  # else taken from a CDN
        },
        "plugins": {"search": {}, "offline": {}},
        "markdown_extensions": EXTENSIONS,
        "validation": {**dict.fromkeys(CHECKED, True), "invalid_link_anchors": anchors},
    }
    return "".join(f"{name} = {_toml(value)}\n" for name, value in settings.items())


def _palette(language: str) -> list[Mapping[str, Value]]:
    auto, light, dark = SCHEMES[language]
    names = [
        ("(prefers-color-scheme)", None, auto, "monitor-cog"),
        ("(prefers-color-scheme: light)", "default", light, "sun"),
        ("(prefers-color-scheme: dark)", "slate", dark, "moon"),
    ]
    return [
        {
            "media": media,
            **({"scheme": scheme} if scheme else {}),
            "toggle": {"icon": f"lucide/{icon}", "name": name},
        }
        for media, scheme, name, icon in names
    ]


def _toml(value: Value) -> str:
    """A value as TOML, whose texts, lists and truth values are written as in JSON."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_toml(key)} = {_toml(of)}' for key, of in value.items())}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
