"""`python -m scripts.spec.build`: writes openapi.yaml from spec/upstream and spec/overlay.yaml.

With `--check` it compares instead. Names the actions of the overlay that select or change nothing.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen
from yaml import MarkedYAMLError

from gigstack_api.regenerate import facts, overlays
from gigstack_api.regenerate.document import Node, calls
from gigstack_api.regenerate.findings import Finding, UnusableSpec

from .dumping import dumped
from .model import SPEC, load
from .upstream import FOLDER, read_upstream

OVERLAY = FOLDER.parent / "overlay.yaml"
HEAD = """\
# Built by `make spec` from spec/upstream and spec/overlay.yaml; never edited.
# Generated code, the sandbox and the tests are made from this file.

"""
NAMES = re.compile(r"match\(@\.operationId, *'([^']*)'\)")
FIRST = ("tags", "operationId", "summary", "description", "x-note", "deprecated", "externalDocs",
         "security", "parameters", "requestBody", "x-gigstack", "responses")  # fmt: skip
"""Keys of an operation, in the order in which they are written."""


@frozen
class Built:
    """A spec, the guesses in it, and the parts of the overlay that it does not need."""

    document: Node
    guesses: tuple[Finding, ...]
    stale: tuple[str, ...]


def build(upstream: Node, *overlay: Node) -> Built:
    """The spec of what the vendor says and overlays on it.

    Raises:
        UnusableSpec: an overlay is malformed or does not fit.
    """
    applied = overlays.apply(upstream, *overlay)
    inferred = facts.infer(applied.document)
    stale = [
        *(f"{action}: selects nothing" for action in applied.unmatched),
        *(f"{action}: changes nothing" for action in applied.idle),
        *(name for one in overlay for name in unknown_operations(applied.document, one)),
    ]
    return Built(ordered(inferred.document), inferred.guesses, tuple(stale))


def unknown_operations(document: Node, overlay: Node) -> Iterator[str]:
    """The operations that targets of an overlay name and a document does not have."""
    known = {call.operation.get("operationId") for call in calls(document)}
    for index, action in enumerate(overlay["actions"]):
        for names in NAMES.findall(action["target"]):
            for name in sorted(set(names.split("|")) - known):
                yield f"actions[{index}]: there is no operation {name}"


def ordered(document: Node) -> Node:
    """A document with paths in the order of the tags, and keys, answers and schemas in order."""
    tags = [tag["name"] for tag in document.get("tags", ())]
    places = {
        call.path: tags.index(call.operation["tags"][0]) for call in reversed([*calls(document)])
    }
    document["paths"] = dict(sorted(document["paths"].items(), key=lambda item: places[item[0]]))
    for call in calls(document):
        node = call.operation
        if "responses" in node:
            node["responses"] = dict(sorted(node["responses"].items()))
        keys = [*(key for key in FIRST if key in node), *(key for key in node if key not in FIRST)]
        document["paths"][call.path][call.method] = {key: node[key] for key in keys}
    components = document.get("components", {})
    if "schemas" in components:
        components["schemas"] = dict(sorted(components["schemas"].items()))
    return document


def main(arguments: Sequence[str] | None = None) -> None:
    """Builds, or compares.

    Raises:
        SystemExit: the overlay is malformed, a part of it is stale, or openapi.yaml differs.
    """
    parser = argparse.ArgumentParser(prog="python -m scripts.spec.build", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--guesses", action="store_true", help="list what was guessed")
    parser.add_argument(
        "--root", type=Path, default=SPEC.parent, help="folder of spec/ and openapi.yaml"
    )
    options = parser.parse_args(arguments)
    spec: Path = options.root / SPEC.name
    try:
        built = build(
            read_upstream(options.root / "spec" / FOLDER.name),
            load(options.root / "spec" / OVERLAY.name),
        )
    except UnusableSpec as error:
        raise SystemExit(str(error)) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"line {mark.line + 1}: " if mark else ""
        raise SystemExit(f"spec/ holds a file that is not YAML: {where}{error.problem}") from None
    text = HEAD + dumped(built.document)
    if options.guesses:
        print(*built.guesses, sep="\n")
    if not options.check:
        spec.write_text(text, encoding="utf-8")
        print(f"wrote {spec.name}: {len([*calls(built.document)])} operations")
    elif spec.read_text(encoding="utf-8") != text:
        raise SystemExit(f"{spec.name} differs from spec/; run `make spec`")
    else:
        print(f"{spec.name} is built from spec/")
    if built.stale:
        lines = "\n  ".join(built.stale)
        raise SystemExit(f"the overlay holds what the spec does not need:\n  {lines}")


if __name__ == "__main__":
    main()
