"""Checks openapi.yaml against the rules of this project, one line a finding: `where: what to
do`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from scripts import spec_calls, spec_files, spec_schemas, spec_secrets
from scripts.spec_reading import SPEC, Node, load

Rule: TypeAlias = Callable[[Node], Iterator[str]]

RULES: tuple[Rule, ...] = (
    spec_schemas.spec_is_valid,
    spec_calls.operations_are_ours,
    spec_calls.operations_are_told,
    spec_calls.parameters_are_told,
    spec_calls.facts_are_known,
    spec_calls.replay_is_agreed,
    spec_calls.values_are_found,
    spec_calls.arguments_are_found,
    spec_calls.answers_are_named,
    spec_calls.names_do_not_clash,
    spec_schemas.objects_are_components,
    spec_schemas.enums_are_open,
    spec_schemas.codes_are_texts,
    spec_schemas.keywords_are_allowed,
    spec_schemas.answers_are_nullable,
    spec_schemas.schemas_are_told,
    spec_schemas.components_are_used,
    spec_schemas.fields_have_names,
    spec_schemas.examples_fit,
    spec_schemas.texts_are_ours,
    spec_secrets.secrets_are_marked,
    spec_files.uploads_are_told,
)


def lint(spec: Node, rules: Sequence[Rule] = RULES) -> list[str]:
    """The findings of the rules, in their order. A spec that is no OpenAPI gets no further."""
    found: list[str] = []
    for rule in rules:
        found += dict.fromkeys(rule(spec))
        if found and rule is spec_schemas.spec_is_valid:
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
