"""The page of the fiscal rules."""

from __future__ import annotations

from gigstack_api.fiscal import RULES
from gigstack_api.fiscal.rules.documents import DOCUMENTS
from gigstack_api.fiscal.rules.lines import LINES
from gigstack_api.fiscal.rules.receivers import RECEIVERS

from .markdown import code, heading, page, table
from .wording import Wording

PAGE = "reference/fiscal-rules.md"

PARTS = (
    ("Receivers", "receivers", RECEIVERS),
    ("Items, taxes and texts", "items-taxes-and-texts", LINES),
    ("Documents", "documents", DOCUMENTS),
)


def fiscal_rules_page(words: Wording) -> str:
    """Every rule with its code, that of the SAT, its severity and its text."""
    say = words.say
    blocks: list[str] = []
    for title, anchor, rules in PARTS:
        rows = [
            (
                f'<span id="{name.replace("_", "-")}"></span>{code(name)}',
                code(rule.sat) if rule.sat else "",
                say("error") if rule.severity == "error" else say("warning"),
                rule.text_es if words.language == "es" else rule.text_en,
            )
            for name, rule in rules.items()
        ]
        blocks += [
            heading(2, say(title), anchor),
            table([say("Code"), "SAT", say("Severity"), say("Meaning and remedy")], rows),
        ]
    return page(
        f"# {say('Fiscal rules')}",
        say(
            "The {count} rules that `gigstack_api.fiscal` checks before a document is sent."
            ' `Gigstack(checks="warn")` warns, `checks="error"` raises `FiscalError`.',
            count=len(RULES),
        ),
        say(
            "An error is a document that the SAT refuses. A warning is one that it may refuse,"
            " or an unlikely value. The code of the SAT is that of its matrix of errors of CFDI"
            " 4.0, and 301 where the schema refuses the document."
        ),
        *blocks,
    )
