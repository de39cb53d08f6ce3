"""Checks openapi.yaml against the rules of this project, one line a finding: `where: what to
do`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from .model import SPEC, Node, load
from .rules import files, operations, schemas, secrets

Rule: TypeAlias = Callable[[Node], Iterator[str]]

RULES: tuple[Rule, ...] = (
    schemas.spec_is_valid,
    operations.operations_are_ours,
    operations.operations_are_told,
    operations.parameters_are_told,
    operations.facts_are_known,
    operations.replay_is_agreed,
    operations.values_are_found,
    operations.arguments_are_found,
    operations.answers_are_named,
    operations.names_do_not_clash,
    schemas.objects_are_components,
    schemas.enums_are_open,
    schemas.codes_are_texts,
    schemas.keywords_are_allowed,
    schemas.answers_are_nullable,
    schemas.schemas_are_told,
    schemas.components_are_used,
    schemas.fields_have_names,
    schemas.examples_fit,
    schemas.texts_are_ours,
    secrets.secrets_are_marked,
    files.uploads_are_told,
)


def lint(spec: Node, rules: Sequence[Rule] = RULES) -> list[str]:
    """The findings of the rules, in their order. A spec that is no OpenAPI gets no further."""
    found: list[str] = []
    for rule in rules:
        found += dict.fromkeys(rule(spec))
        if found and rule is schemas.spec_is_valid:
            break
    return found


def main() -> None:
    """Prints the findings; ends with 1 if there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "spec", nargs="?", type=Path, default=SPEC, help="by default openapi.yaml of this project"
    )
    path: Path = parser.parse_args().spec
    found = lint(load(path))
    for finding in found:
        print(finding)
    if found:
        raise SystemExit(f"{len(found)} findings in {path.name}")
    print(f"{path.name} keeps the {len(RULES)} rules")


if __name__ == "__main__":
    main()
