"""`python -m scripts.spec.lint`: checks openapi.yaml against the rules of this project. Prints each
finding as `where: what to do`.

These are house rules. `gigstack_api.regenerate.checks` finds the parts of any spec for which no
code can be generated.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import yaml
from jsonschema.exceptions import UnknownType
from referencing.exceptions import Unresolvable

from gigstack_api.regenerate.findings import UnusableSpec

from .model import SPEC, Node, load
from .rules import files, operations, schemas, secrets, snippets

Rule: TypeAlias = Callable[[Node], Iterator[str]]

RULES: tuple[Rule, ...] = (
    schemas.references_lead_somewhere,
    schemas.spec_is_valid,
    operations.operations_are_complete,
    operations.operations_are_documented,
    operations.parameters_are_described,
    operations.facts_are_known,
    operations.replay_classes_are_right,
    operations.values_exist,
    operations.arguments_exist,
    operations.ids_exist,
    operations.fiscal_bodies_are_marked,
    operations.answers_are_components,
    operations.names_do_not_clash,
    schemas.objects_are_components,
    schemas.enums_are_open,
    schemas.codes_are_strings,
    schemas.keywords_are_allowed,
    schemas.accepted_models_exist,
    schemas.fields_are_always_there,
    schemas.answers_are_nullable,
    schemas.schemas_are_described,
    schemas.components_are_used,
    schemas.fields_have_names,
    schemas.other_names_are_known,
    schemas.examples_fit,
    schemas.template_texts_are_removed,
    secrets.secrets_are_marked,
    files.uploads_are_described,
    snippets.examples_are_python,
)

FIRST = (schemas.references_lead_somewhere, schemas.spec_is_valid)
"""The others are tried only if these find nothing."""
MALFORMED = (
    ArithmeticError,
    AssertionError,  # of the validator
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    UnknownType,
    Unresolvable,
    UnusableSpec,
    ValueError,
)


def lint(spec: Node, rules: Sequence[Rule] = RULES) -> list[str]:
    """The findings of the rules, in their order. Stops if the spec is not valid OpenAPI."""
    found: list[str] = []
    for rule in rules:
        found += dict.fromkeys(_findings(rule, spec))
        if found and rule in FIRST:
            break
    return found


def _findings(rule: Rule, spec: Node) -> Iterator[str]:
    """The findings of a rule. One that meets what no spec should hold says so."""
    try:
        yield from rule(spec)
    except MALFORMED as error:
        reason = str(error).partition("\n")[0][:100]
        yield f"spec: is too malformed to check {rule.__name__}: {type(error).__name__}: {reason}"


def main() -> None:
    """Prints the findings.

    Raises:
        SystemExit: there are findings.
    """
    parser = argparse.ArgumentParser(prog="python -m scripts.spec.lint", description=__doc__)
    parser.add_argument(
        "spec", nargs="?", type=Path, default=SPEC, help="default: openapi.yaml of this project"
    )
    path: Path = parser.parse_args().spec
    try:
        spec = load(path)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SystemExit(f"{path}: cannot be read: {error}") from None
    found = lint(spec)
    for finding in found:
        print(finding)
    if found:
        raise SystemExit(f"{len(found)} findings in {path.name}")
    print(f"{path.name} keeps the {len(RULES)} rules")


if __name__ == "__main__":
    main()
