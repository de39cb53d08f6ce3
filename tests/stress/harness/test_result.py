"""The results as printed text and as inside/figures.md in both languages."""

from __future__ import annotations

from scripts.docs.pages import ENGLISH, twin

from .result import Result, as_page, as_text
from .spanish import FIGURES

PAGE = ENGLISH / "inside" / "figures.md"

KEPT = Result(promise="Writes", counts={"writes": 1000, "worst, s": 0.25})


def test_a_kept_promise_is_printed_with_its_figures() -> None:
    assert as_text(KEPT, took_s=2.4).splitlines() == [
        "Writes: kept (2 s)",
        "  writes           1,000",
        "  worst, s         0.250",
    ]


def test_a_broken_promise_is_printed_with_its_reasons() -> None:
    text = as_text(Result(promise="Writes", broken=("2 x lost",)), took_s=0)
    assert text.splitlines() == ["Writes: BROKEN (0 s)", "  ! 2 x lost"]


def test_the_page_names_the_run_and_has_a_row_for_each_figure() -> None:
    page = as_page([KEPT], seed=3, scale=0.5)
    assert "Recorded with seed 3, scale 0.5." in page
    assert page.endswith("| **Writes** | writes | 1,000 |\n|  | worst, s | 0.250 |\n")


def test_the_recorded_page_has_the_current_head() -> None:
    recorded = PAGE.read_text("utf-8")
    head, _, _ = recorded.partition("| **Writes**")
    assert head == as_page([KEPT], seed=1).partition("| **Writes**")[0]


def test_the_page_is_written_in_spanish() -> None:
    page = FIGURES.translated(as_page([KEPT], seed=3, scale=0.5))
    assert page.startswith("# Cifras de la prueba de estrés\n")
    assert "Se registraron con la semilla 3, escala 0.5." in page
    assert "| promesa | qué se contó | cifra |" in page


def test_every_recorded_figure_has_its_name_in_spanish() -> None:
    assert FIGURES.untranslated(PAGE.read_text("utf-8")) == []


def test_both_recorded_pages_are_of_one_run() -> None:
    assert twin(PAGE).read_text("utf-8") == FIGURES.translated(PAGE.read_text("utf-8"))
