"""Texts that users read are written in plain English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import field, frozen

from scripts.sandbox_process import ROOT

FOLDERS = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "docs/en",
    "gigstack_api",
    "examples",
    "scripts",
    "tests/stress",
]
"""Files and folders that are checked. Of Python files, the string literals and docstrings are."""

EXCLUDED = [
    "docs/en/inside/figures.md",
    "gigstack_api/_generated",
    "gigstack_api/operations",
]
"""Generated code has its texts from openapi.yaml."""


def ignoring_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@frozen
class Banned:
    """A construction that does not belong into a text for users."""

    pattern: re.Pattern[str] = field(converter=ignoring_case)
    reason: str
    better: str
    sample: str


BANNED = [
    Banned(
        r"(?<!there )\b(?:is|are|was|were) (?-i:none)\b",
        "inverted",
        '"is not a PDF", "is not one"',
        "the file is none",
    ),
    Banned(
        r"(?<!there )\b(?:is|are|was|were) no (?!longer\b|more than\b|less than\b)\w+",
        "inverted",
        '"is not a PDF", "are not digits"',
        "the body is no JSON",
    ),
    Banned(
        r"\bnobody\b",
        "a literary subject",
        '"cannot be determined", "no source says"',
        "nobody can know",
    ),
    Banned(
        r"\btold\b(?! apart)",
        "unclear who speaks to whom",
        '"reported", "unless set", "at most as many as requested"',
        "no more than told",
    ),
    Banned(
        r"\btells? of\b",
        "literary",
        '"describes", "reports"',
        "the body tells of an event",
    ),
    Banned(
        r"\bof (?:ours|yours|theirs)\b",
        "a literary genitive",
        '"our own", "your own", "their own"',
        "a client of yours",
    ),
    Banned(
        r"\bas (?:it|they) came\b",
        "unclear",
        '"unchanged", "raw"',
        "the body as it came",
    ),
    Banned(
        r"\bso many as\b|\bso long as (?:told|asked)\b",
        "foreign",
        '"as many as", "as long as"',
        "so many as fit",
    ),
]

DOCSTRING_BANNED = Banned(
    r"\A\s*What\b",
    "a noun clause instead of the result",
    "begin with the result: The fields that ...",
    "What the caller gets.",
)

CODE_SPAN = re.compile(r"``?[^`\n]*``?")
GENERATED_PART = re.compile(r"<!-- figures of .*?<!-- end of the figures -->", re.DOTALL)


def blank(match: re.Match[str]) -> str:
    """As many lines as there were, so that line numbers stay the same."""
    return "\n" * match[0].count("\n") or " "


def problems(text: str, where: str, first_line: int, banned: list[Banned]) -> Iterator[str]:
    """The banned constructions of a text, each with its place and a better form."""
    prose = CODE_SPAN.sub(blank, GENERATED_PART.sub(blank, text))
    # a sentence may be wrapped anywhere: a line break counts as a space
    unwrapped = re.sub(r"\s", " ", prose)
    for construction in banned:
        for found in construction.pattern.finditer(unwrapped):
            line = first_line + prose.count("\n", 0, found.start())
            advice = f"is {construction.reason}; write {construction.better}"
            yield f"{where}:{line}: {found[0]!r} {advice}"


def docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            value = body[0].value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value


def problems_of_python(source: str, where: str) -> Iterator[str]:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from problems(node.value, where, node.lineno, BANNED)
    for docstring in docstrings(tree):
        yield from problems(str(docstring.value), where, docstring.lineno, [DOCSTRING_BANNED])


def problems_of_file(path: Path) -> list[str]:
    where = path.relative_to(ROOT).as_posix()
    text = path.read_text(encoding="utf-8")
    found = (
        problems_of_python(text, where)
        if path.suffix == ".py"
        else problems(text, where, 1, BANNED)
    )
    return list(found)


def is_excluded(path: Path) -> bool:
    return any(path.is_relative_to(ROOT / excluded) for excluded in EXCLUDED)


@pytest.mark.parametrize("folder", FOLDERS)
def test_texts_for_users_are_plain(folder: str) -> None:
    root = ROOT / folder
    paths = [root] if root.is_file() else [*root.rglob("*.md"), *root.rglob("*.py")]
    checked = sorted(path for path in paths if not is_excluded(path))
    assert checked
    assert [problem for path in checked for problem in problems_of_file(path)] == []


@pytest.mark.parametrize("construction", BANNED, ids=[banned.sample for banned in BANNED])
def test_a_planted_construction_is_found(construction: Banned) -> None:
    [problem, *_] = problems(f"Fine.\n{construction.sample}.", "page.md", 1, BANNED)
    assert problem.startswith("page.md:2: ")
    assert construction.better in problem

    source = f'"""Fine."""\n\nraise ValueError(f"{{file}}: {construction.sample}")\n'
    [problem, *_] = problems_of_python(source, "module.py")
    assert problem.startswith("module.py:3: ")


def test_a_planted_docstring_is_found() -> None:
    source = f'def give():\n    """{DOCSTRING_BANNED.sample}"""\n'
    [problem] = problems_of_python(source, "module.py")
    assert problem.startswith("module.py:2: ")
    assert list(problems_of_python('TEXT = "What is this?"\n', "module.py")) == []


def test_a_construction_is_found_across_a_line_break() -> None:
    assert list(problems("the body is\nno JSON", "page.md", 1, BANNED))


@pytest.mark.parametrize(
    "text",
    [
        "There is no such client, and there is none to update.",
        "It is no longer sent, and the two are told apart.",
        "The value is None.",
        "`told(value)` is code.",
        "<!-- figures of make torture -->\nnobody can know\n<!-- end of the figures -->",
    ],
)
def test_ordinary_english_passes(text: str) -> None:
    assert list(problems(text, "page.md", 1, BANNED)) == []
