"""The pages of the SAT catalogues."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from gigstack_api import catalogs
from gigstack_api.catalogs import TAX_RATES, Person
from gigstack_api.catalogs.code import Code, CurrencyCode, RegimeCode, UseCode

from .markdown import code, heading, link, page, table
from .places import CATALOGS
from .source import definition, module
from .wording import Wording

OVERVIEW = "reference/catalogs/index.md"
RATES = "reference/catalogs/tax-rates.md"
RATES_TEXT = "The rates that CFDI 4.0 allows, fixed ones and ranges."
SAT = "http://omawww.sat.gob.mx/tramitesyservicios/Paginas/anexo_20.htm"


def page_of(name: str) -> str:
    """The page of a catalogue."""
    return f"reference/catalogs/{CATALOGS[name]}.md"


def codes_of(name: str) -> Sequence[Code]:
    """The codes of a catalogue."""
    found: type[Code] = getattr(catalogs, name)
    return list(found)


def overview_page(words: Wording) -> str:
    """All catalogues."""
    say = words.say
    rows = [
        (
            link(code(name), page_of(name), on=OVERVIEW),
            code(sat_name(name)),
            say(text_of(name)),
            str(len(codes_of(name))),
        )
        for name in CATALOGS
    ]
    rows.append(
        (
            link(code("TAX_RATES"), RATES, on=OVERVIEW),
            code("c_TasaOCuota"),
            say(RATES_TEXT),
            str(len(TAX_RATES)),
        )
    )
    return page(
        f"# {say('Catalogues of the SAT')}",
        say(
            "Each catalogue is an enum of `gigstack_api.catalogs`. Its members are texts and"
            ' are accepted wherever a code is: `CfdiUse.GENERAL_EXPENSES` or `"G03"`.'
        ),
        table([say("Enum"), "SAT", say("Description"), say("Codes")], rows),
        say(
            "The English labels are translations of this project. The Spanish ones are those of"
            " the SAT: [Anexo 20]({url}).",
            url=SAT,
        ),
    )


def catalog_page(words: Wording, name: str) -> str:
    """The codes of a catalogue."""
    say = words.say
    codes = codes_of(name)
    return page(
        f"# {code(name)}: {say(text_of(name)).rstrip('.')}",
        say(
            "The catalogue {name} of the SAT, as `gigstack_api.catalogs.{enum}`.",
            name=code(sat_name(name)),
            enum=name,
        ),
        heading(2, say("Codes"), "codes"),
        table(_head(words, name, codes), (_row(words, name, one) for one in codes)),
        *_old_codes(words, codes),
    )


def rates_page(words: Wording) -> str:
    """The rates of taxes."""
    say = words.say
    rows = [
        (
            rate.tax,
            rate.factor,
            code(str(rate.lowest)),
            code(str(rate.highest)),
            _yes(words, rate.transferred),
            _yes(words, rate.withheld),
        )
        for rate in TAX_RATES
    ]
    return page(
        f"# {code('TAX_RATES')}: {say(RATES_TEXT).rstrip('.')}",
        say(
            "The catalogue {name} of the SAT, as `gigstack_api.catalogs.{enum}`.",
            name=code("c_TasaOCuota"),
            enum="TAX_RATES",
        ),
        heading(2, say("Rates"), "rates"),
        say("Every rate from the lowest to the highest is allowed."),
        table(
            [
                say("Tax"),
                say("Factor"),
                say("Lowest"),
                say("Highest"),
                say("Charged"),
                say("Withheld"),
            ],
            rows,
        ),
    )


def text_of(name: str) -> str:
    """The description of a catalogue, in English."""
    found = definition("catalogs", name)
    assert found is not None
    assert not isinstance(found[1], str)
    return found[1].doc.summary


def sat_name(name: str) -> str:
    """The name of a catalogue at the SAT."""
    found = definition("catalogs", name)
    assert found is not None
    place = module(found[0])
    said = ast.get_docstring(place.tree) or ""
    return next((word.strip(".,") for word in said.split() if word.startswith("c_")), "")


def _head(words: Wording, name: str, codes: Sequence[Code]) -> list[str]:
    say = words.say
    labels = [say("Spanish"), say("English")]
    head = [say("Code"), *labels]
    if isinstance(codes[0], RegimeCode | UseCode):
        head += [say("Natural person"), say("Legal person")]
    if isinstance(codes[0], UseCode):
        head.append(say("Tax regimes"))
    if isinstance(codes[0], CurrencyCode):
        head.append(say("Decimals"))
    return [*head, say("Member")]


def _row(words: Wording, name: str, one: Code) -> list[str]:
    row = [code(str(one.value)), one.label_es, one.label_en]
    if isinstance(one, RegimeCode | UseCode):
        row += [_yes(words, kind in one.persons) for kind in (Person.FISICA, Person.MORAL)]
    if isinstance(one, UseCode):
        row.append(", ".join(sorted(one.regimes)))
    if isinstance(one, CurrencyCode):
        row.append(str(one.decimals))
    return [*row, code(f"{name}.{one.name}")]


def _old_codes(words: Wording, codes: Sequence[Code]) -> Iterator[str]:
    old = [code(str(one.value)) for one in codes if not one.in_cfdi40]
    if old:
        yield words.say(
            "Only CFDI 3.3 had these codes, which are still in circulation: {codes}.",
            codes=", ".join(old),
        )


def _yes(words: Wording, value: bool) -> str:
    return words.say("yes") if value else words.say("no")
