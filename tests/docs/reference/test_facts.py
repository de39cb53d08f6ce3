"""What the pages say agrees with the package: errors, names, variables, commands, catalogues."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import gigstack_api
from gigstack_api import catalogs, errors
from gigstack_api.cli.texts import choose, chosen
from gigstack_api.fiscal import RULES
from gigstack_api.sandbox.faults import KINDS
from scripts.docs.reference import classes, command_line
from scripts.docs.reference.configuration import variables
from scripts.docs.reference.errors import (
    REMEDIES,
    attributes,
    class_of_code,
    class_of_status,
    codes,
    documented_codes,
)
from scripts.docs.reference.errors import classes as error_classes
from scripts.docs.reference.places import CATALOGS, resources
from scripts.docs.reference.source import PACKAGE, exports
from scripts.docs.reference.wording import Wording
from scripts.spec.model import operation_count

VARIABLE = re.compile(
    r"(?:GIGSTACK|SSL|XDG|LC|PYTEST|NO)_[A-Z_]+|SSLKEYLOGFILE|HOME|APPDATA|TERM|LANG"
)
PROXIES = {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"}


def variables_read() -> Iterator[str]:
    """The names of environment variables in modules that read the environment."""
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if "environ" not in source and "GIGSTACK_" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and VARIABLE.fullmatch(value):
                yield value


def test_every_environment_variable_is_described() -> None:
    assert set(variables()) - PROXIES == set(variables_read()) - PROXIES


def test_proxies_of_the_environment_are_described() -> None:
    assert set(variables()) >= PROXIES


def test_every_documented_code_is_described() -> None:
    assert set(codes()) == set(documented_codes())


def test_every_error_is_described(english: Mapping[str, str]) -> None:
    public = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, Exception | Warning)
    }
    assert set(error_classes()) == public == set(REMEDIES)
    page = english["reference/errors.md"]
    assert all(f"## {name} {{#{name.lower()}}}" in page for name in public)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("MultipleMatchesError", "ids"),
        ("RateLimitError", "retry_after_s"),
        ("OutcomeUnknownError", "sent"),
        ("OutcomeUnknownError", "operation"),
        ("APIError", "request_id"),
        ("FiscalError", "findings"),
        ("UnreadableReplyError", "drifts"),
    ],
)
def test_errors_have_their_attributes(name: str, found: str) -> None:
    assert found in attributes(name)


@pytest.mark.parametrize(
    ("status", "name"),
    [
        ("400", "BadRequestError"),
        ("402", "APIError"),
        ("422", "ValidationError"),
        ("502", "ServerError"),
    ],
)
def test_statuses_have_the_classes_of_the_package(status: str, name: str) -> None:
    assert class_of_status(status) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [("cfdi_service_error", "StampingError"), ("file_upload_error", "BadRequestError")],
)
def test_codes_have_the_classes_of_the_package(code: str, name: str) -> None:
    assert class_of_code(code) == name


def statuses_sent() -> Iterator[tuple[str, int]]:
    """The codes that the sandbox sends, each with its status."""
    for module in sorted((PACKAGE / "sandbox").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name("api_error"),
                    args=[ast.Constant(int(status)), ast.Constant(str(code)), *_],
                ):
                    yield code, status
                case _:
                    pass


def test_codes_come_with_the_statuses_that_the_sandbox_sends() -> None:
    sent = {(code, status) for code, status in statuses_sent() if code in codes()}
    shown = {(name, status) for name, facts in codes().items() for status in facts["statuses"]}
    assert ("payment_processor_error", 402) in sent
    assert sent - shown == set()


def test_marked_statuses_are_among_those_of_their_code() -> None:
    for name, facts in codes().items():
        assert facts.get("seen", {}).keys() <= set(facts["statuses"]), name


def described() -> set[tuple[str, str]]:
    return {pair for names in classes.groups().values() for pair in names}


def test_every_public_name_is_on_a_page() -> None:
    errors_too = {("", name) for name in error_classes()}
    public = {("", name) for name in dir(gigstack_api) if name != "__version__"}
    for package in ("fiscal", "webhooks", "fastapi", "telemetry", "sandbox", "bulk", "regenerate"):
        public |= {(package, name) for name in exports(package)}
    assert public <= described() | errors_too


def test_every_name_of_the_catalogues_is_described() -> None:
    pages = {*CATALOGS, "TAX_RATES"}
    assert {*catalogs.__all__} == pages | {name for _, name in classes.groups()["catalogs"]} - set(
        classes.BASES_OF_CODES
    )


def test_every_code_of_a_catalogue_is_in_its_table(pages: Mapping[str, str]) -> None:
    for name, slug in CATALOGS.items():
        page = pages[f"reference/catalogs/{slug}.md"]
        for code in getattr(catalogs, name):
            assert f"| `{code.value}` | {code.label_es} | {code.label_en} |" in page


def test_uses_name_their_persons_and_regimes(english: Mapping[str, str]) -> None:
    page = english["reference/catalogs/cfdi-use.md"]
    assert "| `CN01` | Nómina | Payroll | yes | no | 605 | `CfdiUse.PAYROLL` |" in page
    assert "Only CFDI 3.3 had these codes, which are still in circulation: `P01`." in page


def test_every_fiscal_rule_is_described(
    english: Mapping[str, str], spanish: Mapping[str, str]
) -> None:
    for code, rule in RULES.items():
        row = f"`{code}` | {f'`{rule.sat}`' if rule.sat else ''} |"
        assert row in english["reference/fiscal-rules.md"]
        text = rule.text_es.replace("|", "\\|")
        assert row in spanish["reference/fiscal-rules.md"]
        assert text in spanish["reference/fiscal-rules.md"]


def test_commands_are_described_in_the_language_of_the_page(
    english: Mapping[str, str], spanish: Mapping[str, str]
) -> None:
    page = "reference/cli.md"
    assert "Save the PDF" not in spanish[page]
    assert "Muestra los catálogos del SAT." in spanish[page]
    assert "Show the catalogues of the SAT." in english[page]
    for path, _ in command_line.commands():
        assert f"## `{path}` " in english[page]


def test_the_language_of_the_command_is_left_as_it_was() -> None:
    choose("es")
    try:
        command_line.command_line_page(Wording("en"))
        assert chosen() == "es"
    finally:
        choose("en")


def test_options_of_the_client_have_defaults_and_units(english: Mapping[str, str]) -> None:
    page = english["reference/configuration.md"]
    assert "| `max_answer_bytes` | `int` | `67108864` | bytes |" in page
    assert "| `timeout_s` | `float` | `None` | seconds |" in page
    assert "| `max_attempts` | `int` | `4` |  | Attempts in all" in page


def test_the_size_of_an_answer_is_the_one_of_the_package() -> None:
    from gigstack_api._core.http.transport import MAX_ANSWER_BYTES

    assert MAX_ANSWER_BYTES == 67108864


def test_the_root_of_the_package_is_where_the_source_is() -> None:
    assert Path(gigstack_api.__file__).parent == PACKAGE


def test_options_of_the_sandbox_are_described(pages: Mapping[str, str]) -> None:
    page = pages["reference/sandbox.md"]
    assert "| `--port PORT` | `4010` |" in page
    assert "| `--lenient` |  |" in page
    assert "`--log-level {critical,error,warning,info,debug}` | `warning` |" in page
    assert "%(" not in page
    assert str(operation_count()) in page


def test_every_kind_of_fault_is_described(pages: Mapping[str, str]) -> None:
    page = pages["reference/sandbox.md"]
    assert all(re.search(rf"^\| `{kind}[=`]", page, re.MULTILINE) for kind in KINDS)


def test_every_resource_of_the_sandbox_is_described(pages: Mapping[str, str]) -> None:
    rows = pages["reference/sandbox.md"].partition("{#what-it-imitates}")[2].partition("\n## ")[0]
    named = {name for row in rows.splitlines() for name in re.findall(r"`(\w+)`", row[:45])}
    assert set(resources()) <= named
