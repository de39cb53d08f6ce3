"""The Spanish pages read as a Mexican developer writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docs.pages import README, ROOT, SPANISH, pages, twin
from tests.test_prose import Banned, problems

from .spanish import BANNED, prose

PAGES = [page for page in (twin(README), *pages(SPANISH)) if page.exists()]


def found(text: str, where: str = "page.md") -> list[str]:
    return list(problems(prose(text), where, 1, BANNED))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_has_no_calques(page: Path) -> None:
    where = page.relative_to(ROOT).as_posix()
    assert found(page.read_text(encoding="utf-8"), where) == []


@pytest.mark.parametrize("construction", BANNED, ids=[banned.sample for banned in BANNED])
def test_a_planted_calque_is_found(construction: Banned) -> None:
    [problem, *_] = found(f"Bien.\n\n{construction.sample}.")
    assert problem.startswith("page.md:3: ")
    assert construction.better in problem


def test_a_calque_in_a_comment_of_code_is_found() -> None:
    assert found("```python\nremover = 1  # remueve\n```") != []
    assert found("```python\nremover = default\n```") == []


@pytest.mark.parametrize(
    "text",
    [
        "Cuando termina, devuelve dieciséis clientes. Fernando revisa el cheque.",
        "Va procesando páginas. El acceso y el proveedor se aceptan de acuerdo con el SAT.",
        "`default=None` y `soportar` son código.",
        "El régimen actual es popular. El soporte contesta pronto.",
    ],
)
def test_ordinary_spanish_passes(text: str) -> None:
    assert found(text) == []
