"""The search of the site: our own ranking behind Zensical's field, in the language of the page."""

from __future__ import annotations

from pathlib import Path

WORKER = Path(__file__).resolve().parent / "worker.js"
JAVASCRIPTS = Path("assets", "javascripts")
SPANISH = {
    '"Close search"': '"Cerrar la búsqueda"',
    '"Filters"': '"Filtros"',
    '"No results"': '"Sin resultados"',
    '"result":"results"': '"resultado":"resultados"',
    '"Search results"': '"Resultados de la búsqueda"',
    '"Search is unavailable. Reload the page to try again."': (
        '"La búsqueda no está disponible. Vuelve a cargar la página."'
    ),
    '"Loading search\\u2026"': '"Cargando la búsqueda…"',
    '"Search"': '"Buscar"',
}
"""Texts that Zensical has in English only."""


class ChangedError(Exception):
    """Zensical is built in another way than expected. The text says what is missing."""


def install(site: Path, language: str) -> None:
    """Puts our worker into the place of Zensical's, and the texts of a language into its field.

    Raises:
        ChangedError: a file or a text of Zensical is missing.
    """
    _only(site / JAVASCRIPTS / "workers", "search.*.js").write_bytes(WORKER.read_bytes())
    if language == "es":
        bundle = _only(site / JAVASCRIPTS, "bundle.*.js")
        bundle.write_text(translated(bundle.read_text(encoding="utf-8")), encoding="utf-8")


def translated(script: str) -> str:
    """Zensical's script with its texts in Spanish.

    Raises:
        ChangedError: one of them is missing.
    """
    for english, spanish in SPANISH.items():
        if english not in script:
            raise ChangedError(f"Zensical no longer says {english}")
        script = script.replace(english, spanish)
    return script


def _only(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise ChangedError(f"{len(found)} files of Zensical are named {pattern}, not one")
    return found[0]
