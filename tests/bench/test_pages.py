"""The tables of the pages on performance, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.bench.__main__ import BEGIN, END, PAGES, RESULTS, table_of
from scripts.bench.goals import Check, Row
from scripts.bench.report import as_markdown
from scripts.bench.spanish import TABLE

ROW = Row(
    what="50 in flight, latency 20 ms",
    unit="calls/s",
    figures={"ours": 2361.0, "httpx on trio": 974.0},
    checks=[Check(text="ours: at least 3 x httpx on trio", found=2.4, at_least=3)],
    absent={"stripe": "no reason"},
    note="The limit of any client is 2,500.",
)


def test_the_table_is_written_in_spanish() -> None:
    assert as_markdown([ROW], {"seed": 1, "load_average": 1.61}, TABLE.translated).splitlines() == [
        "semilla 1, carga media 1.61",
        "",
        "| qué | meta | medido | resultado | cifras |",
        "|---|---|---:|---|---|",
        "| 50 en curso, latencia 20 ms | ours: al menos 3 x httpx con trio | 2.40 x | NO CUMPLIDA "
        "| ours 2,361, httpx con trio 974; stripe: no disponible (no reason) llamadas/s |",
        "",
        "- 50 en curso, latencia 20 ms: El límite de cualquier cliente es 2,500.",
    ]


def test_each_recorded_text_is_in_spanish() -> None:
    assert TABLE.untranslated(table_of(json.loads(RESULTS.read_text("utf-8")), str)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parts[-3])
def test_a_page_holds_the_recorded_table(page: Path) -> None:
    table = page.read_text("utf-8").partition(f"{BEGIN}\n")[2].partition(f"\n{END}")[0]
    recorded = table_of(json.loads(RESULTS.read_text("utf-8")), PAGES[page])
    assert table == recorded, "run `python -m scripts.bench --rewrite`"
