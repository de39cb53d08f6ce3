"""The files at the root and under .github are valid, consistent, and link to what exists."""

from __future__ import annotations

import configparser
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import __version__
from scripts import yaml_files
from scripts.docs.outline import outline
from scripts.docs.pages import DOCS
from scripts.docs.reference import reference
from scripts.sandbox_process import ROOT
from scripts.spec.model import operation_count

YAML_FILES = [
    ".pre-commit-config.yaml",
    "CITATION.cff",
    *sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob(".github/**/*.yml")),
]
LINKING = [
    "README.md",
    "README.es.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "gigstack_api/sandbox/README.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.md")),
    *sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("examples/**/*.md")),
]
ANYWHERE = re.compile(r"[a-z]+:")
OPERATIONS = re.compile(r"\b(\d+)(?: documented)? (?:operations|operaciones)\b")
LONG_TEST_NAME = re.compile(r"^ *(?:async )?def (test_\w{56,})", re.MULTILINE)


def load_yaml(name: str) -> Any:
    return yaml_files.read(ROOT / name)


def project() -> dict[str, Any]:
    settings: dict[str, dict[str, Any]] = tomllib.loads(
        (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    return settings["project"]


def anchors(page: Path) -> set[str]:
    return {heading.anchor for heading in outline(page).headings}


@cache
def generated(language: str) -> Mapping[str, str]:
    """The pages of the reference that are made at build time, by their path in the language."""
    return reference(language)[0]


def leads_somewhere(target: Path, anchor: str) -> bool:
    """Whether a link leads to a file and a heading, or to those of the generated reference."""
    if target.exists():
        return not anchor or anchor in anchors(target)
    path = target.resolve()
    if DOCS not in path.parents:
        return False
    language, _, name = path.relative_to(DOCS).as_posix().partition("/")
    text = generated(language).get(name)
    return text is not None and (not anchor or f"{{#{anchor}}}" in text or f'id="{anchor}"' in text)


def broken_links(page: Path) -> Iterator[str]:
    """The relative links of a page that lead to no file, or to no heading in it."""
    found = outline(page)
    for link in found.links + found.images:
        if ANYWHERE.match(link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if not leads_somewhere(target, anchor):
            yield link


@pytest.mark.parametrize(
    ("page", "anchor", "exists"),
    [
        ("errors.md", "", True),
        ("errors.md", "outcomeunknownerror", True),
        ("fiscal-rules.md", "rfc-form", True),
        ("errors.md", "gone", False),
        ("gone.md", "", False),
    ],
)
def test_links_lead_to_generated_pages(page: str, anchor: str, exists: bool) -> None:
    assert leads_somewhere(DOCS / "es" / "guides" / ".." / "reference" / page, anchor) is exists


@pytest.mark.parametrize("page", LINKING)
def test_relative_links_lead_to_files_and_headings(page: str) -> None:
    assert list(broken_links(ROOT / page)) == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# A heading, here\n", encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text(
        "# Page\n[a](other.md) [b](other.md#a-heading-here) [c](#page) [d](https://example.com)\n"
        "`[e](gone.md)`\n```\n[f](gone.md)\n```\n"
        "[g](gone.md) [h](other.md#gone) [i](#gone) ![j](gone.png) [k](#named) [l](#nombre)\n"
        "## Nombre {#named}\n",
        encoding="utf-8",
    )
    assert list(broken_links(page)) == [
        "gone.md", "other.md#gone", "#gone", "#nombre", "gone.png"
    ]  # fmt: skip


@pytest.mark.parametrize("page", ["README.md", "README.es.md", "gigstack_api/sandbox/README.md"])
def test_readmes_name_the_number_of_operations(page: str) -> None:
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    counting = [line for line in lines if OPERATIONS.search(line)]
    wanted = [
        OPERATIONS.sub(lambda found: found[0].replace(found[1], str(operation_count())), line)
        for line in counting
    ]
    assert counting
    assert counting == wanted, f"write in {page}:\n" + "\n".join(wanted)


def test_names_of_tests_are_short() -> None:
    paths = (ROOT / "tests").rglob("*.py")
    assert [
        name for path in paths for name in LONG_TEST_NAME.findall(path.read_text("utf-8"))
    ] == []


def test_a_long_test_name_is_found() -> None:
    short, long = f"test_{'a' * 55}", f"test_{'b' * 56}"
    text = f"def {short}() -> None: ...\nclass A:\n    async def {long}(self) -> None: ...\n"
    assert LONG_TEST_NAME.findall(text) == [long]


@pytest.mark.parametrize("name", YAML_FILES)
def test_yaml_files_parse(name: str) -> None:
    assert isinstance(load_yaml(name), dict)


def test_the_editor_configuration_parses() -> None:
    settings = configparser.ConfigParser()
    settings.read_string("[top]\n" + (ROOT / ".editorconfig").read_text(encoding="utf-8"))

    assert settings["top"]["root"] == "true"
    columns = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]
    assert settings["*.{py,pyi}"]["max_line_length"] == str(columns["line-length"])
    assert settings["Makefile"]["indent_style"] == "tab"


def test_the_citation_matches_the_package() -> None:
    citation = load_yaml("CITATION.cff")
    assert citation.keys() >= {"cff-version", "message", "title", "authors", "version", "license"}
    assert citation["version"] == __version__
    assert citation["license"] == project()["license"]
    assert [author["name"] for author in citation["authors"]] == [
        author["name"] for author in project()["authors"]
    ]


def test_the_workflow_checks_and_tests_every_supported_version() -> None:
    workflow = load_yaml(".github/workflows/test.yml")
    assert workflow["permissions"] == {"contents": "read"}

    [job] = workflow["jobs"].values()
    assert [step["run"] for step in job["steps"] if "run" in step] == ["make check", "make test"]

    prefix = "Programming Language :: Python :: "
    versions = [
        classifier.removeprefix(prefix)
        for classifier in project()["classifiers"]
        if re.fullmatch(rf"{prefix}3\.\d+", classifier)
    ]
    assert job["strategy"]["matrix"]["python"] == versions
    assert project()["requires-python"] == f">={versions[0]}"


def test_actions_are_pinned_to_a_major_version() -> None:
    [job] = load_yaml(".github/workflows/test.yml")["jobs"].values()
    actions = [step["uses"] for step in job["steps"] if "uses" in step]
    assert actions
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@v\d+", action) for action in actions)


def test_dependencies_and_actions_are_updated_weekly() -> None:
    updates = load_yaml(".github/dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}
    assert {update["schedule"]["interval"] for update in updates} == {"weekly"}


@pytest.mark.parametrize("name", ["bug", "feature"])
def test_issue_forms_have_what_github_requires(name: str) -> None:
    form = load_yaml(f".github/ISSUE_TEMPLATE/{name}.yml")
    assert form.keys() >= {"name", "description", "body"}
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert all(field["attributes"]["label"] for field in fields)
    assert len({field["id"] for field in fields}) == len(fields)


def test_hooks_run_the_tools_of_the_project() -> None:
    [repository] = load_yaml(".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    tools = [hook["entry"] for hook in repository["hooks"] if hook["language"] == "system"]
    assert all(tool.startswith(".venv/bin/ruff ") for tool in tools)


CHECKED_BY = {
    "mypy",
    "openapi-python-client",
    "openapi-spec-validator",
    "pyright",
    "pytest",
    "ruff",
    "types-jsonschema",
    "types-pyyaml",
}
"""Tools that `make check` trusts: a new version of one must not turn a clone red."""


def requirements_of(extra: str) -> dict[str, str]:
    """The requirements of an extra by name, those of the extras in it included."""
    found: dict[str, str] = {}
    for requirement in project()["optional-dependencies"][extra]:
        name = re.split(r"[\[<>=;~! ]", requirement, maxsplit=1)[0].lower()
        if name == "gigstack-api":
            for inner in requirement.partition("[")[2].rstrip("]").split(","):
                found |= requirements_of(inner)
        else:
            found[name] = requirement
    return found


def test_every_development_dependency_is_pinned() -> None:
    text = (ROOT / "scripts" / "constraints.txt").read_text(encoding="utf-8")
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in text.splitlines()}
    needed = {*requirements_of("dev"), *project_dependencies()}
    assert needed - pinned == set()


def project_dependencies() -> set[str]:
    return {
        re.split(r"[<>=]", dependency, maxsplit=1)[0].lower()
        for dependency in project()["dependencies"]
    }


def test_the_tools_of_make_check_are_pinned_exactly() -> None:
    development = requirements_of("dev")
    assert {tool for tool in CHECKED_BY if "==" not in development[tool]} == set()


def test_make_installs_the_pinned_versions() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "-c $(PINS) -e '.[dev]'" in makefile
    assert "PINS := scripts/constraints.txt" in makefile


PATH_IN_TEXT = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
BASES = ("", "gigstack_api", "gigstack_api/_core", "gigstack_api/sandbox", "examples/fastapi_shop")
NOT_OURS = ("America/", "application/", "image/", "text/", "build/", "dist/", "site/")


def missing_paths(text: str) -> list[str]:
    """The files and folders that a page names in backticks and that do not exist."""
    named = [path for path in PATH_IN_TEXT.findall(text) if not path.startswith(NOT_OURS)]
    return [path for path in named if not any((ROOT / base / path).exists() for base in BASES)]


@pytest.mark.parametrize("page", LINKING)
def test_every_path_a_page_names_exists(page: str) -> None:
    assert missing_paths((ROOT / page).read_text(encoding="utf-8")) == []


def test_a_path_that_does_not_exist_is_found() -> None:
    assert missing_paths("See `_core/attic/old.py` and `tests/stress/`.") == ["_core/attic/old.py"]
