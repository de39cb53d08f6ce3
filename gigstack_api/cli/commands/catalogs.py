"""`catalogs`: the codes of the SAT, in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

import click

from ... import catalogs
from ...catalogs.code import Code
from ..exits import Exit, Refused
from ..framework import argument, option
from ..framework import command as make
from ..terminal.output import Output
from ..texts import text
from .common import output_options


def command() -> click.Command:
    """The command `catalogs`."""
    return make(
        "catalogs",
        _catalogs,
        [
            argument("name", metavar="name", required=False),
            option("--search", key="search", metavar="text"),
            *output_options(),
        ],
    )


def by_name() -> Mapping[str, type[Code]]:
    """The catalogues by their names: `tax-regime`, `cfdi-use`, ..."""
    found: dict[str, type[Code]] = {}
    for name in catalogs.__all__:
        catalog = getattr(catalogs, name)
        if isinstance(catalog, type) and issubclass(catalog, Code):
            found[re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()] = catalog
    return found


def _catalogs(*, name: str | None, search: str | None, as_json: bool, quiet: bool) -> int:
    output = Output(as_json=as_json, quiet=quiet)
    known = by_name()
    if name is None and search is None:
        for catalog, codes in known.items():
            output.emit({"catalog": catalog, "codes": len(codes)})
        output.table(
            [text("catalogs.name"), text("catalogs.codes")],
            [[catalog, len(codes)] for catalog, codes in known.items()],
        )
        return Exit.DONE
    if name is not None:
        asked = re.sub(r"[^a-z]", "", name.lower())
        fitting = [catalog for catalog in known if catalog.replace("-", "") == asked]
        if not fitting:
            listed = ", ".join(known)
            raise Refused(text("error.catalog", name=name, known=listed), Exit.WRONG_USE)
        known = {catalog: known[catalog] for catalog in fitting}
    rows = [
        (catalog, code)
        for catalog, codes in known.items()
        for code in codes
        if search is None or fits(code, search)
    ]
    for catalog, code in rows:
        output.emit(
            {"catalog": catalog, "code": code.value, "es": code.label_es, "en": code.label_en}
        )
    if not rows:
        output.say(text("catalogs.none"))
        return Exit.DONE
    header = [text("catalogs.code"), text("catalogs.es"), text("catalogs.en")]
    cells = [[code.value, code.label_es, code.label_en] for _, code in rows]
    if name is None:
        header.insert(0, text("catalogs.name"))
        cells = [[catalog, *row] for (catalog, _), row in zip(rows, cells, strict=True)]
    output.table(header, cells)
    return Exit.DONE


def fits(code: Code, search: str) -> bool:
    """Whether a code or one of its labels has a text; accents and case do not matter."""
    from ...bulk.columns.folding import words_of

    wanted = " ".join(words_of(search))
    labels = (code.value, code.label_es, code.label_en)
    return any(wanted in " ".join(words_of(label)) for label in labels)
