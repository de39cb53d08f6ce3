"""The pages of both languages have the same headings, code, links and images."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.docs.pages import ENGLISH, README, SPANISH, pages, twin

from .twins import differences

README_LINES = 150

BOTH = [README, *pages(ENGLISH)]


def name(page: Path) -> str:
    return page.relative_to(ENGLISH).as_posix() if page.is_relative_to(ENGLISH) else page.name


def test_every_english_page_has_a_spanish_twin() -> None:
    missing = {name(page) for page in (README, *pages(ENGLISH)) if not twin(page).exists()}
    assert missing == set(), "write these pages in docs/es as well"


def test_every_spanish_page_has_an_english_twin() -> None:
    spanish = {page.relative_to(SPANISH) for page in pages(SPANISH)}
    assert spanish - {page.relative_to(ENGLISH) for page in pages(ENGLISH)} == set()


@pytest.mark.parametrize("page", BOTH, ids=name)
def test_a_page_and_its_twin_have_the_same_structure(page: Path) -> None:
    found = differences(page, twin(page))
    if found:
        lines = "\n".join(f"- {difference}" for difference in found)
        pytest.fail(f"{name(page)} and its Spanish twin differ:\n{lines}", pytrace=False)


@pytest.mark.parametrize("page", [README, twin(README)], ids=name)
def test_the_readme_fits_three_screens(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").splitlines()) < README_LINES


PAGE = """# Clients

## Look up

<!-- test: program -->
```python
print("Ana")  # her name
# Ana
```

```sh
curl "$URL"  # the address
```

```text
client -> gigstack
```

[Errors](errors.md#look-up) ![A call](../images/call.en.svg) `[code](x)`

| a | b |
|---|---|
| 1 | 2 |
"""
TWIN = """# Clientes

## Buscar {#look-up}

<!-- test: program -->
```python
print("Ana")  # su nombre
# Ana
```

```sh
# la dirección
curl "$URL"
```

```text
cliente -> gigstack
```

![Una llamada](../images/call.es.svg) [Errores](errors.md#look-up)

| a | b |
|---|---|
| 1 | 2 |
"""
PLANTED: Mapping[str, tuple[str, str, str]] = {
    "level": ("## Buscar", "### Buscar", "levels: "),
    "id": ("{#look-up}", "{#buscar}", "must be {#look-up}"),
    "heading": ("```text", "# Más\n```text", "there is no heading for 'Más'"),
    "no heading": ("## Buscar {#look-up}", "", "there is no heading for 'Look up'"),
    "directive": ("<!-- test: program -->", "", "other languages or directives"),
    "language": ("```sh", "```console", "other languages or directives"),
    "code": ('print("Ana")', 'print("Eva")', "other code or output"),
    "output": ("# Ana\n", "# Eva\n", "other code or output"),
    "command": ('curl "$URL"', 'curl "$URI"', "other code or output"),
    "block": ("```text\ncliente -> gigstack\n```", "", "3 and 2 blocks"),
    "link": ("errors.md#look-up", "errors.md", "has no link errors.md#look-up"),
    "image": ("call.es.svg", "retry.es.svg", "has no image ../images/call.en.svg"),
    "table": ("| 1 | 2 |\n", "", "3 and 2 rows of tables"),
}


def compared(tmp_path: Path, spanish: str) -> list[str]:
    here, there = tmp_path / "en.md", tmp_path / "es.md"
    here.write_text(PAGE, encoding="utf-8")
    there.write_text(spanish, encoding="utf-8")
    return differences(here, there)


def test_comments_texts_and_their_order_may_differ(tmp_path: Path) -> None:
    assert compared(tmp_path, TWIN) == []


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_difference_is_found(kind: str, tmp_path: Path) -> None:
    here, there, expected = PLANTED[kind]
    assert here in TWIN
    found = compared(tmp_path, TWIN.replace(here, there))
    assert found
    assert expected in found[0]
