"""All pages of the reference, and writing them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import (
    catalogs,
    classes,
    command_line,
    configuration,
    errors,
    fiscal_rules,
    models,
    operations,
    sandbox,
)
from .places import CATALOGS, places, resources
from .types import Types
from .wording import Wording

LANGUAGES = ("en", "es")


def reference(language: str) -> tuple[dict[str, str], Wording]:
    """The text of each page by its path, and the words that were used."""
    words = Wording(language)
    return dict(_pages(words)), words


def write_reference(target: Path, language: str) -> list[Path]:
    """Writes the pages below `target/reference`. Returns their paths.

    Args:
        target: The folder of the language, where the handwritten pages of the language are too.
        language: `en` or `es`.
    """
    pages, _ = reference(language)
    written: list[Path] = []
    for name, text in pages.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _pages(words: Wording) -> Iterator[tuple[str, str]]:
    types = Types(words, {**classes.class_places(), **places()})
    yield operations.OVERVIEW, operations.overview_page(words)
    for resource in resources():
        yield operations.page_of(resource), operations.resource_page(words, types, resource)
    yield models.OVERVIEW, models.overview_page(words)
    for group in models.groups():
        yield models.page_of(group), models.models_page(words, types, group)
    yield errors.ERRORS, errors.errors_page(words)
    yield errors.CODES, errors.error_codes_page(words)
    yield catalogs.OVERVIEW, catalogs.overview_page(words)
    for name in CATALOGS:
        yield catalogs.page_of(name), catalogs.catalog_page(words, name)
    yield catalogs.RATES, catalogs.rates_page(words)
    yield fiscal_rules.PAGE, fiscal_rules.fiscal_rules_page(words)
    yield classes.OVERVIEW, classes.overview_page(words)
    for group in classes.groups():
        yield classes.page_of(group), classes.classes_page(words, types, group)
    yield command_line.PAGE, command_line.command_line_page(words)
    yield configuration.PAGE, configuration.configuration_page(words, types)
    yield sandbox.PAGE, sandbox.sandbox_page(words)
