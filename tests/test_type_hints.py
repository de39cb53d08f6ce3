"""Annotations can be resolved at run time: by `typing`, `inspect` and pydantic."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from pkgutil import walk_packages
from types import FunctionType, ModuleType
from typing import Any

import pytest
from pydantic import ValidationError, validate_call

import gigstack_api
import gigstack_api.operations
from gigstack_api import Gigstack, Match, Pager, Upserted, bulk, fiscal, webhooks
from gigstack_api._core.schema.annotations import add_missing_names
from gigstack_api._core.schema.types import Omit
from gigstack_api._generated.api import Resources
from gigstack_api.models import Client, ClientAddress
from tests.support.scripted_api import Api, answer, client

gig = client(Api())

RESOURCES = [getattr(gig, name) for name in vars(Resources) if not name.startswith("_")]


def functions_of(cls: type[Any]) -> Iterator[Callable[..., Any]]:
    """The functions that a class and its bases have in this package; not those that attrs made."""
    for base in cls.__mro__:
        for function in vars(base).values():
            if isinstance(function, FunctionType) and "attrs" not in function.__code__.co_filename:
                yield function


PUBLIC: list[type[Any]] = [
    *(type(resource) for resource in RESOURCES),
    *(
        cls
        for package in (gigstack_api, bulk, fiscal, webhooks)
        for name in package.__all__
        if inspect.isclass(cls := getattr(package, name)) and not issubclass(cls, BaseException)
    ),
]


@pytest.mark.parametrize("cls", PUBLIC)
def test_every_public_method_has_resolvable_annotations(cls: type[Any]) -> None:
    typing.get_type_hints(cls)
    for function in functions_of(cls):
        typing.get_type_hints(function)


@pytest.mark.parametrize("package", [gigstack_api, bulk, fiscal, webhooks])
def test_every_public_function_has_resolvable_annotations(package: Any) -> None:
    for name in package.__all__:
        if inspect.isfunction(function := getattr(package, name)):
            typing.get_type_hints(function)


@pytest.mark.parametrize(
    "code",
    [
        "gig.webhooks.create",
        "gig.teams.sign_manifest",
        "gig.sat_download.upload_fiel",
        "gigstack_api.operations.clients.create_client.build",
        "gigstack_api.operations.teams.upload_team_csd.build",
        "gigstack_api.bulk.export",
        "gigstack_api.bulk.open_workers",
        "gigstack_api.bulk.sync",
        "gigstack_api.bulk.ImportOptions",
    ],
)
def test_annotations_are_resolvable_whatever_was_resolved_before(code: str) -> None:
    program = f"""
import typing, gigstack_api.bulk, gigstack_api.operations.clients.create_client
import gigstack_api.operations.teams.upload_team_csd
gig = gigstack_api.Gigstack("k")
typing.get_type_hints({code})
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stderr == ""


def operations() -> Iterator[ModuleType]:
    for found in walk_packages(gigstack_api.operations.__path__, "gigstack_api.operations."):
        module = import_module(found.name)
        if hasattr(module, "build"):
            yield module


def test_every_operation_has_resolvable_annotations() -> None:
    built = [typing.get_type_hints(module.build) for module in operations()]
    assert len(built) > 100


def test_resolved_annotations_are_the_classes() -> None:
    hints = typing.get_type_hints(gig.clients.create)
    assert hints["return"] is Client
    assert set(typing.get_args(hints["address"])) >= {ClientAddress, Omit}
    assert typing.get_type_hints(gig.clients.list)["return"] == Pager[Client]
    assert datetime in typing.get_args(typing.get_type_hints(gig.clients.list)["created_gte"])
    assert typing.get_type_hints(Upserted)["client"] is Client
    assert typing.get_type_hints(webhooks.ClientEvent.confirm)["gig"] is Gigstack
    assert "fields" in typing.get_type_hints(Match.__init__)


def test_a_signature_has_texts_or_classes() -> None:
    assert inspect.signature(gig.clients.get).return_annotation == "Client"
    assert inspect.signature(gig.clients.get, eval_str=True).return_annotation is Client


@pytest.mark.anyio
async def test_pydantic_checks_the_arguments_of_a_method() -> None:
    api = client(Api(answer({"id": "client_1"})))
    checked = validate_call(api.clients.get)
    assert (await checked("client_1")).id == "client_1"
    wrong: Any = 5
    with pytest.raises(ValidationError, match="valid string"):
        await checked(wrong)


MODULE = """
from __future__ import annotations

from typing import TYPE_CHECKING

from gigstack_api._core.schema.annotations import resolvable

Kept = 1

if TYPE_CHECKING:
    import decimal
    from decimal import Context as Given
    from fractions import Fraction as Kept

    import package_that_is_not_installed.part
    from package_that_is_not_installed import Absent

if not Kept:
    from fractions import Fraction as Other


@resolvable
def function(context: Given, number: decimal.Decimal) -> int: ...


print([*function.__annotations__], Given.__name__)
print(dict(function.__annotations__), len(function.__annotations__))
print(Given, decimal, Kept, "Other" in globals())
"""


def test_only_the_imports_for_type_checkers_are_added(tmp_path: Any) -> None:
    (tmp_path / "module.py").write_text(MODULE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import module"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stderr == ""
    read, shown, names = done.stdout.splitlines()
    assert read == "['context', 'number', 'return'] Context"
    assert shown == "{'context': 'Given', 'number': 'decimal.Decimal', 'return': 'int'} 3"
    assert names.startswith("<class 'decimal.Context'> <module 'decimal'")
    assert names.endswith("1 False")


def test_a_module_without_source_keeps_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("without_source")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    before = set(vars(module))
    add_missing_names(module.__name__)
    assert set(vars(module)) == before


def test_events_do_not_load_the_client() -> None:
    code = "import sys, gigstack_api.webhooks; print('gigstack_api.client' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_annotations_load_nothing_until_they_are_read() -> None:
    code = (
        "import sys; from gigstack_api import Gigstack; gig = Gigstack('k');"
        "gig.clients.create; before = 'gigstack_api._generated.models.client' in sys.modules;"
        "import typing; typing.get_type_hints(gig.clients.create);"
        "print(before, 'gigstack_api._generated.models.client' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False True\n"


UNIX_TIME = re.compile(r"^ +(\w+): [^:]*\(a `datetime` or Unix (?:milli)?seconds", re.MULTILINE)


def test_an_argument_said_to_take_a_datetime_takes_one() -> None:
    found = 0
    for resource in RESOURCES:
        for function in functions_of(resource.__class__):
            for name in UNIX_TIME.findall(function.__doc__ or ""):
                hints = typing.get_type_hints(function)
                assert datetime in typing.get_args(hints[name]), (function, name)
                found += 1
    assert found == 22
