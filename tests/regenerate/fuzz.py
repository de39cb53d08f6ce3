"""Specs with random faults go through reading, normalising, facts and checks, and into code.

Only `UnusableSpec` may come out. A run is repeatable: `python -m tests.regenerate.fuzz --seed 7`.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate import checks, facts
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.normalising import normalise
from gigstack_api.regenerate.pipeline import prepare
from gigstack_api.regenerate.reading import read
from gigstack_api.regenerate.reading.parsing import parse
from gigstack_api.regenerate.writing import generate

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

VALUES: list[Any] = [
    *(None, "", "x", "null", 0, -1, 1.5, True, False, [], {}, [None], [{}], {"": None}, ["x"], "2"),
    *(
        "#/components/schemas/Thing",
        "object",
        "array",
        ["string", "null"],
        "é\u0085\u202e",
        "a" * 300,
    ),
    *({"$ref": "#"}, {"$ref": "#/components/schemas/Gone"}, {"$ref": 1}, {"type": "object"}),
    *({"$ref": "#/components/schemas/Thing"}, {"allOf": [{"$ref": "#/components/schemas/Thing"}]}),
    *(
        {"enum": []},
        {"enum": [None]},
        {"enum": ["a", "A"]},
        {"oneOf": []},
        {"type": ["object", "array"]},
    ),
    *({"type": "array"}, {"properties": []}, {"anyOf": [{}, {"type": "null"}]}, {"const": None}),
]
NAMES = [
    *(
        "",
        "class",
        "self",
        "a b",
        "$ref",
        "1st",
        "é",
        "x-y",
        "__",
        "\u0085",
        "type",
        "properties",
        "id",
    ),
    *(
        "items",
        "allOf",
        "enum",
        "nullable",
        "schema",
        "in",
        "name",
        "200",
        "default",
        "/x",
        "/{a}/{a}",
    ),
    *("to_dict", "x-python-name", "x-gigstack", "x-role", "discriminator", "examples", "content"),
]


def documents() -> dict[str, Node]:
    """The specs that are mutated, by name: our own, reduced, and small ones of every kind."""
    found = {"everything": read(HERE / "everything.yaml")}
    for path in sorted((HERE / "foreign" / "specs").glob("*.yaml")):
        found[path.stem] = read(path)
    ours = read(ROOT / "openapi.yaml")
    ours["paths"] = dict(list(ours["paths"].items())[:4])
    return {**found, "openapi": ours}


def mutated(document: Node, chance: random.Random) -> Node:
    """A copy of a document with one to four faults."""
    found = copy.deepcopy(document)
    for _ in range(chance.choice((1, 1, 2, 4))):
        places = list(_places(found))
        if places:
            _damage(*chance.choice(places), places, chance)
    return found


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every key of every object and list: its holder and itself."""
    waiting = [node]
    while waiting:
        item = waiting.pop()
        keys: list[Any] = list(item) if is_object(item) else list(range(len(item)))
        for key in keys:
            yield item, key
            if isinstance(item[key], (dict, list)):
                waiting.append(item[key])


def _damage(holder: Any, key: Any, places: list[tuple[Any, Any]], chance: random.Random) -> None:
    kind = chance.randrange(7)
    if kind == 0:
        del holder[key]
    elif kind == 1:
        holder[key] = copy.deepcopy(chance.choice(VALUES))
    elif kind == 2:
        holder[key] = chance.choice(([holder[key]], {"x": holder[key]}, str(holder[key])[:200]))
    elif kind == 3:
        other, name = chance.choice(places)
        with_sense = (is_object(other) and name in other) or (is_list(other) and name < len(other))
        holder[key] = copy.deepcopy(other[name]) if with_sense else None
    elif is_list(holder):
        holder.insert(key, copy.deepcopy(holder[key]))
    elif kind == 4:
        holder[chance.choice(NAMES)] = holder.pop(key)
    elif kind == 5:
        holder[chance.choice(NAMES)] = copy.deepcopy(holder[key])
    else:
        holder[chance.choice(NAMES)] = copy.deepcopy(chance.choice(VALUES))


def as_text(document: Node, chance: random.Random) -> bytes:
    """A document as JSON or YAML, sometimes with broken lines."""
    text = json.dumps(document)
    if chance.random() < 0.1:
        text = str(yaml.dump(document, sort_keys=False, Dumper=yaml.SafeDumper))  # pyright: ignore[reportUnknownMemberType]
        lines = text.splitlines(keepends=True)
        at = chance.randrange(len(lines))
        lines[at] = chance.choice(
            ("", "\t" + lines[at], lines[at] * 2, lines[at][1:], "&a *a\n", "- x\n")
        )
        text = "".join(lines)
    elif chance.random() < 0.1:
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(("", "{", "}", '"', "\\", "\x00", "NaN")) + text[at + 1 :]
    return text.encode()


def survive(document: Node, seed: int, folder: Path | None = None) -> str:
    """How the mutation of a document with a seed ends: `written` or `refused`.

    With a folder, what is not refused is written there as code.

    Raises:
        Exception: what must not happen.
    """
    chance = random.Random(seed)
    text = as_text(mutated(document, chance), chance)
    try:
        if folder is None:
            return end_of(parse(text, "spec.yaml"))
        (folder / "spec.yaml").write_bytes(text)
        prepared = prepare(folder / "spec.yaml", [], "client_of_spec", named=True)
        generate(prepared.document, folder / "client_of_spec", prepared.target)
    except UnusableSpec as error:
        for finding in error.findings:
            assert finding.place, finding
            assert finding.problem.endswith("."), finding
            assert len(str(finding)) < 2000, finding
        return "refused"
    for module in folder.rglob("*.py"):
        compile(module.read_text(encoding="utf-8"), str(module), "exec")
    return "written"


def end_of(document: Node) -> str:
    """How a document ends: `written`.

    Raises:
        UnusableSpec: it is refused.
    """
    ready = facts.infer(normalise(document).document).document
    if findings := checks.check(ready):
        raise UnusableSpec(findings)
    return "written"


def main() -> int:
    """Runs the mutations; 1 if one of them ended in another exception."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    known = documents()
    ends: dict[str, int] = {}
    for seed in range(options.seed, options.seed + options.count):
        name = list(known)[seed % len(known)]
        try:
            with tempfile.TemporaryDirectory() as folder:
                end = survive(known[name], seed, Path(folder))
        except Exception:  # noqa: BLE001 - that is what is looked for
            end = "failed"
            print(f"== {name}, --seed {seed} --count 1")
            traceback.print_exc()
        ends[end] = ends.get(end, 0) + 1
    print(", ".join(f"{count} {end}" for end, count in sorted(ends.items())))
    return "failed" in ends


if __name__ == "__main__":
    sys.exit(main())
