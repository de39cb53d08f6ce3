"""`generate` writes all of a spec as importable code, always the same bytes, or fails."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.writing import files_of, generate, write
from gigstack_api.regenerate.writing.enums import lost_enum_values
from scripts.generate import load

from .trial import Trial, generate_trial, trial_spec

HOSTILE = (
    "It ends \"\"\" here\\ \\N{x} \\u12 ''' {{ 7*7 }} {% raw %} #\n\n  import os\t\x85 "
    + "\\" * 200
    + " "
    + '"""' * 60
    + ' and "so"'
)


def test_two_generations_are_the_same_byte_for_byte(
    trial: Trial, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    again = tmp_path / trial.folder.name
    generate(trial_spec(), again)
    assert files_of(again) == files_of(trial.folder)


def test_the_generators_own_client_is_left_out(trial: Trial) -> None:
    assert sorted(files_of(trial.folder)) == [
        "_generated/__init__.py",
        "_generated/api/__init__.py",
        "_generated/api/things.py",
        "_generated/models/__init__.py",
        "_generated/models/color.py",
        "_generated/models/owner.py",
        "_generated/models/thing.py",
        "_generated/types.py",
        "operations/__init__.py",
        "operations/things/__init__.py",
        "operations/things/create_thing.py",
        "operations/things/get_latest_thing.py",
        "operations/things/get_thing.py",
        "operations/things/get_thing_pdf.py",
        "operations/things/list_things.py",
        "operations/things/scan_thing.py",
        "operations/things/update_thing.py",
    ]


def test_every_module_has_the_header_and_does_no_io(trial: Trial) -> None:
    for name, content in files_of(trial.folder).items():
        assert content.startswith(b"# Written by `make generate`"), name
        assert not any(word in content for word in (b"httpx", b"anyio", b"requests", b"open(")), (
            name
        )


def test_the_package_is_named_by_its_folder(trial: Trial) -> None:
    method: Any = trial.resource("things").ThingsApi.get
    assert "Operation: trial_api.operations.things.get_thing\n" in method.__doc__
    for name, content in files_of(trial.folder).items():
        assert b"gigstack_api.operations" not in content, name
        assert b"gigstack_api._generated" not in content, name


def test_a_stale_file_is_gone_after_writing(tmp_path: Path) -> None:
    stale = {
        "_generated/models/gone.py",
        "_generated/client.py",
        "operations/gone/__init__.py",
        "operations/things/gone.py",
    }
    by_hand = tmp_path / "by_hand.py"
    for path in (*(tmp_path / name for name in stale), by_hand):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x = 1\n")
    count = write(trial_spec(), tmp_path)
    assert not stale & files_of(tmp_path).keys()
    assert count == len(files_of(tmp_path)) == 17
    assert by_hand.read_text() == "x = 1\n"


def test_a_failed_generation_changes_nothing(tmp_path: Path) -> None:
    old = {"_generated/old.py": b"x = 1\n", "operations/old.py": b"x = 2\n"}
    for name, content in old.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(content)
    document = trial_spec()
    an_enum_of_mixed_types(document)
    with pytest.raises(UnusableSpec):
        write(document, tmp_path)
    assert files_of(tmp_path) == old


def two_schemas_of_one_class_name(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["own_er"] = {
        "type": "object",
        "properties": {"x": {"type": "string"}},
    }
    document["components"]["schemas"]["OwnEr"] = {
        "type": "object",
        "properties": {"y": {"type": "string"}},
    }


def a_reference_to_nothing(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Thing"]["properties"]["owner"] = {
        "$ref": "#/components/schemas/Missing"
    }


def an_enum_of_mixed_types(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Color"]["enum"] = ["red", 1]


def two_enum_values_of_one_name(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Color"]["enum"] = ["done", "done_"]


def two_enum_values_that_the_generator_refuses(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Color"]["enum"] = ["on-hold", "on_hold"]


def an_operation_without_success(document: dict[str, Any]) -> None:
    responses = document["paths"]["/things"]["get"]["responses"]
    responses["404"] = responses.pop("200")


def two_operations_of_one_name(document: dict[str, Any]) -> None:
    document["paths"]["/things/latest"]["get"]["operationId"] = "listThings"


def another_version(document: dict[str, Any]) -> None:
    document["openapi"] = "4.0.0"


def an_operation_without_facts(document: dict[str, Any]) -> None:
    del document["paths"]["/things"]["get"]["x-gigstack"]


def a_field_that_is_not_an_identifier(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Owner"]["properties"]["first-name"] = {"type": "string"}


def a_field_that_is_code(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Owner"]["properties"]["x: int = print()  #"] = {
        "type": "string"
    }


def a_field_that_attrs_would_rename(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Owner"]["properties"]["_id"] = {"type": "string"}


def a_parameter_that_is_code(document: dict[str, Any]) -> None:
    parameter = {"name": "x=print(), y", "in": "query", "schema": {"type": "string"}}
    document["paths"]["/things"]["get"]["parameters"].append(parameter)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (two_schemas_of_one_class_name, '"OwnEr"'),
        (a_reference_to_nothing, "Could not find reference"),
        (an_enum_of_mixed_types, "enum"),
        (two_enum_values_of_one_name, r"components\.schemas\.Color: The value 'done' has the name"),
        (two_enum_values_that_the_generator_refuses, "have the same name"),
        (an_operation_without_facts, r"paths\./things\.get: x-gigstack is missing"),
        (an_operation_without_success, r"paths\./things\.get: No answer stands for success"),
        (two_operations_of_one_name, r"'list_things' in Python, like that of paths\./things\.get"),
        (another_version, "openapi: .*Only OpenAPI versions 3"),
        (a_field_that_is_not_an_identifier, "first-name: Python cannot use this name"),
        (a_field_that_is_code, r"x: int = print\(\)"),
        (a_field_that_attrs_would_rename, "_id: Python cannot use this name"),
        (a_parameter_that_is_code, r"x=print\(\), y: Python cannot use this name"),
    ],
)
def test_a_spec_that_would_lose_something_fails(
    change: Callable[[dict[str, Any]], None], reason: str, tmp_path: Path
) -> None:
    document = trial_spec()
    change(document)
    with pytest.raises(UnusableSpec, match=reason):
        generate(document, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_varnames_keep_enum_values_of_the_same_name() -> None:
    enum = {"enum": ["done", "done_", 'a "b"'], "x-enum-varnames": ["DONE", "DONE_AGAIN", "A_B"]}
    assert list(lost_enum_values({"Color": enum})) == []
    [lost] = lost_enum_values({"Color": {"enum": ["done", "done_"]}})
    assert (lost.place, "'done'" in lost.problem) == ("Color", True)


def test_an_enum_value_with_a_line_break_is_reported() -> None:
    [lost] = lost_enum_values({"Color": {"enum": ["a\nb", "c"]}})
    assert "'a\\nb'" in lost.problem


def test_every_enum_value_of_openapi_yaml_is_a_member() -> None:
    models = import_module("gigstack_api._generated.models")
    document = load()
    enums = {
        name: schema["enum"]
        for name, schema in document["components"]["schemas"].items()
        if "enum" in schema
    }
    found = {name: [str(member) for member in getattr(models, name)] for name in enums}
    assert enums
    assert found == enums


def with_prose(node: Any) -> int:
    """Gives every call, answer and schema of a document the hostile description; counts them."""
    if is_list(node):
        return sum(with_prose(item) for item in node)
    if not is_object(node):
        return 0
    described = sum(with_prose(value) for name, value in node.items() if name != "x-gigstack")
    is_schema = isinstance(node.get("type"), (str, list)) or "anyOf" in node
    if is_schema or "operationId" in node or "x-gigstack" in node:
        node["description"] = HOSTILE
        described += 1
    return described


def test_hostile_texts_in_the_spec_never_become_code(tmp_path: Path) -> None:
    document = trial_spec()
    assert with_prose(document) > 50
    document["info"] = {"title": HOSTILE, "description": HOSTILE, "version": HOSTILE}
    for path in document["paths"].values():
        for call in path.values():
            call["summary"] = HOSTILE
            call["x-gigstack"].update(docs=HOSTILE, costs=HOSTILE, example=HOSTILE)
    pdf = document["paths"]["/things/{id}/pdf"]["get"]["x-gigstack"]["download"]
    pdf |= {"file_name": '"+print()+"\\.pdf', "media_type": 'a"b', "fields": ['x"y']}
    document["components"]["schemas"]["Color"]["enum"] = ["red", 'a"""b', "c\\", "f{g}"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        trial = generate_trial(document, tmp_path / "hostile_api")
        for name, content in files_of(trial.folder).items():
            compile(content, name, "exec")
    assert [color.value for color in cast(Any, trial.model("Color"))] == [
        "red",
        'a"""b',
        "c\\",
        "f{g}",
    ]
    read: Any = trial.operation("things.get_thing_pdf").ROUTE.decode
    assert (read.file_name, read.media_type, read.places) == ('"+print()+"\\.pdf', 'a"b', ('x"y',))
    assert words(HOSTILE) in words(cast(str, trial.model("Owner").__doc__))
    assert words(HOSTILE) in words(cast(str, trial.resource("things").ThingsApi.create.__doc__))


def test_a_docstring_ends_with_the_example_of_its_operation(tmp_path: Path) -> None:
    document = trial_spec()
    document["paths"]["/things"]["post"]["x-gigstack"]["example"] = (
        'thing = await gig.things.create(\n    name="a\\n",\n)\n'
    )
    things = generate_trial(document, tmp_path / "shown_api").resource("things").ThingsApi

    shown = inspect.getdoc(things.create) or ""
    assert 'Example:\n    thing = await gig.things.create(\n        name="a\\n",\n    )\n' in shown
    assert "Example:" not in (things.get.__doc__ or "")


def words(text: str) -> str:
    """A text without white space and control characters, which docstrings may move or drop."""
    return "".join(text.replace("\x85", "").split())
