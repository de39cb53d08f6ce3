"""The rules of the house: who may import whom, what is exported, what an import costs.

Each rule is a function over the sources of the package, so that a planted breach shows that it
can fail.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import gigstack_api
from scripts.docs.pages import ENGLISH, twin

PACKAGE = Path(gigstack_api.__file__).parent
SCRIPTS = PACKAGE.parent / "scripts"

ROOMS: dict[str, set[str]] = {
    "frames": set(),
    "limits": set(),
    "logs": set(),
    "schema": {"attrs", "msgspec"},
    "files": {"anyio"},
    "concurrency": {"anyio"},
    "workers": {"anyio"},
    "operations": {"msgspec"},
    "http": {"anyio", "certifi", "httpx", "msgspec"},
    "responses": set(),
    "retries": {"msgspec"},
    "pagination": {"anyio", "msgspec"},
    "sending": {"anyio", "msgspec"},
    "resource": set(),
}
"""The rooms of `_core` from top to bottom, with the third parties each may import.

A room imports from itself and from rooms above it, and from `errors`."""

PYDANTIC = {"pydantic", "pydantic_core"}
PYDANTIC_MODULES = {"_core.schema.pydantic_fields", "_core.schema.pydantic_schema"}
"""The modules that import pydantic. They are imported when pydantic asks a class for its schema;
others only name its types for type checkers."""

PURE = {"schema", "operations", "responses", "retries"}
"""Rooms that neither await nor know an event loop."""

CORE_WITHOUT_HTTP = (
    *(
        "_core.frames",
        "_core.limits",
        "_core.logs",
        "_core.schema",
        "_core.files",
        "_core.operations",
    ),
    "_core.resource",
)

OURS: dict[str, tuple[str, ...]] = {
    "errors": (),
    "_version": (),
    "_lazy": (),
    "base_client": ("errors", "_core"),
    "_core": ("errors", "_core", "_version"),
    "core": ("_core", "_lazy", "base_client"),
    "_generated": ("_generated", "_lazy", "operations", *CORE_WITHOUT_HTTP),
    "operations": ("_generated.models", "_lazy", "operations", *CORE_WITHOUT_HTTP),
    "models": ("_core.schema", "_generated.models"),
    "types": ("_generated.types",),
    "upsert": ("errors", "models", "_core"),
    "catalogs": ("errors", "models", "_core", "catalogs"),
    "fiscal": ("errors", "models", "_core", "catalogs", "fiscal"),
    "resources": ("errors", "models", "_core", "upsert", "_generated.api", "operations"),
    "reconcile": ("errors", "_core", "reconcile", "_generated.api"),
    "drift_log": ("errors", "_core"),
    "client": (
        *("errors", "_core", "base_client", "resources", "reconcile", "fiscal"),
        "_generated.api",
    ),
    "webhooks": ("errors", "models", *CORE_WITHOUT_HTTP, "webhooks"),
    "loading": ("_core",),
    "bulk": (
        *("errors", "models", "_core", "_lazy", "client", "catalogs", "fiscal", "operations"),
        *("resources", "reconcile", "upsert", "bulk"),
    ),
    "cli": (
        *("errors", "_version", "_core", "base_client", "client", "models", "operations"),
        *("catalogs", "fiscal", "reconcile", "webhooks", "bulk", "sandbox", "cli"),
    ),
    "__main__": ("cli",),
    "fastapi": ("errors", "models", "_core.logs", "client", "loading", "webhooks", "fastapi"),
    "regenerate": (
        *("errors", "_core", "_lazy", "_version", "catalogs", "drift_log", "regenerate"),
    ),
    "telemetry": ("errors", "_core.logs", "_core.sending.observing", "_version", "telemetry"),
    "sandbox": ("sandbox", "fiscal"),
    "pytest_plugin": ("errors", "_core"),
    "__init__": (
        *("errors", "_core", "_version", "_lazy", "base_client", "client"),
        *("upsert", "reconcile", "loading", "drift_log"),
    ),
}

THIRD_PARTIES: dict[str, set[str]] = {
    "base_client": {"httpx", "msgspec"},
    "_generated": {"attrs"},
    "bulk": {"anyio", "attrs", "msgspec", "openpyxl", "pyarrow"},
    "catalogs": set(),
    "cli": {"anyio", "click", "msgspec", "rich"},
    "client": {"httpx", "msgspec"},
    "fastapi": {"anyio", "attrs", "fastapi", "starlette"},
    "fiscal": {"attrs", "stdnum"},
    "operations": {"attrs"},
    "pytest_plugin": {"freezegun", "pytest"},
    "reconcile": {"attrs", "msgspec"},
    "regenerate": {
        *("anyio", "attrs", "griffe", "httpx", "jinja2", "jsonpath", "openapi_python_client"),
        *("pydantic", "ruff", "yaml"),
    },
    "sandbox": {
        *("anyio", "attrs", "fpdf", "httpx", "jsonschema", "pypdf", "starlette"),
        *("uvicorn", "yaml"),
    },
    "telemetry": {"opentelemetry"},
    "webhooks": {"attrs"},
}
"""By module of the package; the ones left out import the standard library only."""

CLUSTER = {"dask", "distributed", "pandas"}
"""What `bulk.cluster` imports besides."""

TYPES_ONLY = {
    ("errors", "_core.sending.unknown_outcome"),
    ("errors", "fiscal.findings"),
    ("_core.resource", "_core.pagination.pager"),
    ("_generated.api", "_core.pagination.pager"),
    ("webhooks.events", "client"),
    ("upsert", "types"),
}
"""Imports for type checkers that the tables below would not allow: an error holds what was sent, a
list method says that it gives a Pager, an event that it takes a client, a search that it is a
mapping."""

ARGUMENTS = {"_generated": ("catalogs",), "operations": ("catalogs", "_generated.types")}
"""What generated code names in the types of arguments, and imports for type checkers only."""

ON_DEMAND = {
    ("sandbox.local", "client"),
    ("pytest_plugin", "client"),
    ("pytest_plugin", "sandbox"),
    ("upsert", "operations.clients.create_client"),
}
"""Imports inside a function. `Sandbox.client()` gives a client, and the fixtures a sandbox; nothing
else of either knows the other. An upsert knows the fields that a client is created from."""


class Import(NamedTuple):
    """An import: the importing module, what it imports, and whether for type checkers only."""

    module: str
    target: str
    ours: bool
    for_types: bool


def read_sources(folder: Path) -> dict[str, str]:
    """The source of each module of a folder, by its dotted name there."""
    return {
        path.relative_to(folder).with_suffix("").as_posix().replace("/", "."): path.read_text(
            encoding="utf-8"
        )
        for path in sorted(folder.rglob("*.py"))
    }


def imports_of(sources: Mapping[str, str]) -> Iterator[Import]:
    """Every import of every module; ours by their dotted name in the folder."""
    for module, source in sources.items():
        here = module.split(".")
        for level, name, names, for_types in _imports_in(source):
            if level:
                base = ".".join(filter(None, [*here[: len(here) - level], name]))
                ours = True
            else:
                base, ours = _ours(name)
            inner = [f"{base}.{inner_name}".lstrip(".") for inner_name in names] if ours else []
            known = [target for target in inner if _is_module(target, sources)]
            for target in known or [base]:
                yield Import(module, target, ours, for_types)


@cache
def _imports_in(source: str) -> tuple[tuple[int, str, tuple[str, ...], bool], ...]:
    """Level, module, names, and whether for type checkers only, of each import of a source."""
    tree = ast.parse(source)
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: list[tuple[int, str, tuple[str, ...], bool]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(0, alias.name, (), id(node) in for_types) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = tuple(alias.name for alias in node.names)
            found.append((node.level, node.module or "", names, id(node) in for_types))
    return tuple(found)


def _ours(name: str) -> tuple[str, bool]:
    for prefix in ("gigstack_api", "scripts"):
        if name.partition(".")[0] == prefix:
            return name.removeprefix(prefix).lstrip("."), True
    return name, False


def _is_module(name: str, sources: Mapping[str, str]) -> bool:
    return name in sources or f"{name}.__init__" in sources


def _is_in(target: str, places: tuple[str, ...]) -> bool:
    return any(target == place or target.startswith(f"{place}.") for place in places)


def _is_of_pydantic(module: str, target: str, for_types: bool) -> bool:
    return target.partition(".")[0] in PYDANTIC and (for_types or module in PYDANTIC_MODULES)


def room_of(module: str) -> str | None:
    """The room of a module of `_core`."""
    parts = module.split(".")
    return parts[1] if parts[0] == "_core" and len(parts) > 1 and parts[1] != "__init__" else None


def breaches_of_rooms(sources: Mapping[str, str]) -> list[str]:
    """Imports of `_core` that go down, or to a third party that the room may not know."""
    order = list(ROOMS)
    found: list[str] = []
    for module, target, ours, for_types in imports_of(sources):
        room = room_of(module)
        if room is None or (for_types and (module, target) in TYPES_ONLY):
            continue
        if _is_of_pydantic(module, target, for_types):
            continue
        if room not in ROOMS:
            found.append(f"{module} is in no room")
        elif ours and target not in {"errors", "_version"}:
            other = room_of(target)
            if other not in order[: order.index(room) + 1]:
                found.append(f"{module} imports {target}")
        elif not ours and target.partition(".")[0] not in {*sys.stdlib_module_names, *ROOMS[room]}:
            found.append(f"{module} imports {target}")
    return found


def breaches_of_layers(sources: Mapping[str, str]) -> list[str]:
    """Imports outside `_core` that the table of layers does not allow."""
    found: list[str] = []
    for module, target, ours, for_types in imports_of(sources):
        layer = module.partition(".")[0]
        if layer == "_core" or _is_of_pydantic(module, target, for_types):
            continue
        if ours:
            place = ("_generated.api", target) if layer == "_generated" else (module, target)
            if (for_types and place in TYPES_ONLY) or (module, target) in ON_DEMAND:
                continue
            if for_types and _is_in(target, ARGUMENTS.get(layer, ())):
                continue
            if not _is_in(target or "__init__", OURS[layer]):
                found.append(f"{module} imports {target or 'gigstack_api'}")
        elif target.partition(".")[0] not in {
            *sys.stdlib_module_names,
            *THIRD_PARTIES.get(layer, set()),
            *(CLUSTER if _is_in(module, ("bulk.cluster",)) else ()),
        }:
            found.append(f"{module} imports {target}")
    return found


def breaches_of_purity(sources: Mapping[str, str]) -> list[str]:
    """Coroutines in rooms that only decide."""
    return [
        f"{module} awaits"
        for module, source in sources.items()
        if room_of(module) in PURE
        and any(
            isinstance(node, ast.AsyncFunctionDef | ast.Await)
            for node in ast.walk(ast.parse(source))
        )
    ]


def circles(sources: Mapping[str, str]) -> list[str]:
    """Modules that can be reached from themselves, through imports inside functions too.

    Imports for type checkers are not run; those that go against a table stand in `TYPES_ONLY`.
    """
    arrows: dict[str, set[str]] = {module: set() for module in sources}
    for module, target, ours, for_types in imports_of(sources):
        if ours and not for_types:
            arrows[module].add(target if target in sources else f"{target}.__init__".lstrip("."))
    reached: dict[str, set[str]] = {}
    for module in arrows:
        seen: set[str] = set()
        waiting = [module]
        while waiting:
            new = arrows.get(waiting.pop(), set()) - seen
            seen |= new
            waiting += new
        reached[module] = seen
    return sorted(module for module, seen in reached.items() if module in seen)


RULES: dict[str, Callable[[Mapping[str, str]], list[str]]] = {
    "rooms": breaches_of_rooms,
    "layers": breaches_of_layers,
    "purity": breaches_of_purity,
    "circles": circles,
}

BREACHES = [
    ("rooms", "_core.schema.types", "from ..http.messages import Reply", "imports _core.http"),
    ("rooms", "_core.retries.policy", "from ..sending.sender import Sender", "imports _core.send"),
    ("rooms", "_core.retries.policy", "import httpx", "imports httpx"),
    ("rooms", "_core.operations.page", "def f():\n    from attrs import frozen", "imports attrs"),
    ("layers", "errors", "from attrs import frozen", "imports attrs"),
    ("rooms", "_core.operations.page", "from ...client import Gigstack", "imports client"),
    ("rooms", "_core.http.auth", "def f():\n    from ..retries import policy", "imports _core.ret"),
    ("rooms", "_core.schema.models", "from pydantic import BaseModel", "imports pydantic"),
    ("layers", "upsert", "def f():\n    import pydantic_core", "imports pydantic_core"),
    ("rooms", "_core.attic.old", "", "is in no room"),
    ("layers", "models", "from ._core.http.auth import ApiKey", "imports _core.http.auth"),
    ("layers", "webhooks.events", "import httpx", "imports httpx"),
    ("layers", "client", "from .sandbox import Sandbox", "imports sandbox"),
    ("layers", "sandbox.seeds", "from gigstack_api import Gigstack", "imports gigstack_api"),
    ("layers", "webhooks.events", "import gigstack_api", "imports gigstack_api"),
    ("layers", "bulk.rows.row", "def f():\n    import distributed", "imports distributed"),
    ("layers", "bulk.rows.row", "from gigstack_api.cli import app", "imports cli"),
    ("layers", "upsert", "from .bulk import Row", "imports bulk"),
    ("purity", "_core.schema.types", "async def wait(): ...", "awaits"),
    ("circles", "errors", "from .client import Gigstack", "errors"),
    ("circles", "_core.schema.types", "def f():\n    from .models import Model", "_core.schema"),
]


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    return read_sources(PACKAGE)


@pytest.mark.parametrize("rule", RULES)
def test_the_package_keeps_the_rule(sources: dict[str, str], rule: str) -> None:
    assert RULES[rule](sources) == []


def test_scripts_import_each_other_in_no_circle() -> None:
    assert circles(read_sources(SCRIPTS)) == []


@pytest.mark.parametrize(("rule", "module", "line", "said"), BREACHES)
def test_a_planted_breach_is_found(
    sources: dict[str, str], rule: str, module: str, line: str, said: str
) -> None:
    planted = {**sources, module: f"{sources.get(module, 'import os')}\n{line}\n"}
    found = RULES[rule](planted)
    assert [breach for breach in found if said in breach]


def test_core_has_88_modules_of_225_lines_at_most(sources: dict[str, str]) -> None:
    core = {
        module: len(source.splitlines())
        for module, source in sources.items()
        if module.startswith("_core.") and not module.endswith("__init__")
    }
    assert len(core) <= 88
    assert {module: lines for module, lines in core.items() if lines > 225} == {}


def test_modules_of_regenerate_have_260_lines_at_most(sources: dict[str, str]) -> None:
    found = {
        module: len(source.splitlines())
        for module, source in sources.items()
        if module.startswith("regenerate.")
    }
    assert {module: lines for module, lines in found.items() if lines > 260} == {}


def test_every_room_says_at_its_door_what_it_knows() -> None:
    doors = (PACKAGE / "_core").glob("*/__init__.py")
    said = {door.parent.name: ast.get_docstring(ast.parse(door.read_text())) for door in doors}
    assert said.keys() == {room for room in ROOMS if (PACKAGE / "_core" / room).is_dir()}
    assert all(said.values())
    core = ast.get_docstring(ast.parse((PACKAGE / "_core" / "__init__.py").read_text())) or ""
    listed = [line.split()[0] for line in core.splitlines() if "   " in line]
    assert listed == list(ROOMS)


def exports_of(source: str) -> list[str]:
    """The names that the block of exports of a package states, in its order."""
    block = next(node for node in ast.parse(source).body if isinstance(node, ast.If))
    return [
        alias.asname or ""
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]


def breaches_of_exports(source: str, reference: str) -> list[str]:
    """Names that are exported twice, or that only the package or only the page has."""
    names = exports_of(source)
    cells = [line.split("|")[1] for line in reference.splitlines() if line.startswith("| `")]
    lists = [line for line in reference.splitlines() if " ·" in line]
    documented = {*re.findall(r"`(\w+)`", "\n".join([*cells, *lists]))}
    return [
        *(f"{name} is exported twice" for name in sorted({*names}) if names.count(name) > 1),
        *(f"{name} is not documented" for name in sorted({*names} - documented)),
        *(f"{name} is documented and not exported" for name in sorted(documented - {*names})),
    ]


NAMES = ENGLISH / "reference" / "names.md"
REFERENCE = NAMES.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [NAMES, twin(NAMES)], ids=["English", "Spanish"])
def test_exports_stand_once_and_are_documented(page: Path, sources: dict[str, str]) -> None:
    assert breaches_of_exports(sources["__init__"], page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "row", "said"),
    [
        ("    from .attic import Attic as Attic\n", "", "Attic is not documented"),
        ("    from .client import Gigstack as Gigstack\n", "", "Gigstack is exported twice"),
        ("", "| `Attic` | old things |\n", "Attic is documented and not exported"),
    ],
)
def test_a_breach_of_the_exports_is_found(
    sources: dict[str, str], line: str, row: str, said: str
) -> None:
    assert breaches_of_exports(sources["__init__"] + line, REFERENCE + row) == [said]


def test_every_export_can_be_loaded_and_has_a_docstring(sources: dict[str, str]) -> None:
    names = exports_of(sources["__init__"])
    assert dir(gigstack_api) == sorted(names)
    assert [name for name in names if not getattr(gigstack_api, name).__doc__] == []


def test_a_star_import_gives_the_exports() -> None:
    code = "from gigstack_api import *; print(Gigstack.__name__, repr(OMIT))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "Gigstack OMIT\n"


def test_exports_load_without_source(tmp_path: Path) -> None:
    """Frozen programs have compiled modules only."""
    shutil.copytree(PACKAGE, tmp_path / "gigstack_api", ignore=shutil.ignore_patterns("sandbox"))
    command = [sys.executable, "-m", "compileall", "-q", "-b", str(tmp_path / "gigstack_api")]
    subprocess.run(command, check=True)
    for source in (tmp_path / "gigstack_api").rglob("*.py"):
        source.unlink()
    code = "import gigstack_api; print(gigstack_api.__file__, gigstack_api.RetryPolicy.none())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "__init__.pyc RetryPolicy(max_attempts=1" in done.stdout


def loaded_by(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_the_import_loads_no_model_and_no_operation() -> None:
    modules = loaded_by("from gigstack_api import Gigstack")
    assert {name for name in modules if name.startswith("gigstack_api._generated")} == {
        "gigstack_api._generated",
        "gigstack_api._generated.api",
    }
    rest = ("models", "operations", "resources", "sandbox")
    loaded = {name.split(".")[1] for name in modules if name.startswith("gigstack_api.")}
    assert loaded.isdisjoint(rest)


NOT_FOR_A_CLIENT = {
    "other HTTP libraries": {"httpx", "httpcore", "h11", "httptools", "aiohttp", "certifi"},
    "other ways to write classes": {"attr", "attrs", "pydantic", "pydantic_core"},
    "event loops": {"asyncio", "trio", "anyio", "sniffio", "uvloop"},
    "what the first connection needs": {"ssl", "socket", "select", "urllib.request"},
    "what few calls need": {
        *("base64", "email", "hashlib", "http", "json", "pathlib", "random", "tempfile", "xml"),
        *("gigstack_api._core.concurrency", "gigstack_api._core.sending.stream"),
    },
}
"""Modules that `from gigstack_api import Gigstack` and the making of a client do not load."""


@pytest.mark.parametrize("kind", NOT_FOR_A_CLIENT)
def test_a_client_that_is_made_has_loaded_little(kind: str) -> None:
    modules = loaded_by("from gigstack_api import Gigstack; Gigstack('key')")
    assert modules & NOT_FOR_A_CLIENT[kind] == set()


def test_a_call_on_asyncio_loads_little() -> None:
    modules = loaded_by(
        "import asyncio\nfrom gigstack_api import Gigstack, RetryPolicy\n"
        "gig = Gigstack('key', base_url='http://127.0.0.1:9', retries=RetryPolicy.none())\n"
        "try:\n    asyncio.run(gig.clients.get('1'))\nexcept Exception: pass"
    )
    assert "gigstack_api.operations.clients.get_client" in modules
    assert (
        modules & {"anyio._backends._asyncio", "attrs", "email", "httpx", "urllib.request"} == set()
    )


def test_the_package_alone_loads_nothing_else() -> None:
    modules = loaded_by("import gigstack_api")
    assert {
        name for name in modules if name.startswith(("gigstack_api", "httpx", "attr", "anyio"))
    } == {"gigstack_api", "gigstack_api._lazy"}


USE = """
import sys, anyio, httpx, gigstack_api
from gigstack_api import Gigstack
gigstack_api.preload()
before = {*sys.modules}

FOUND = {
    "id": "1", "uuid": "1", "tax_id": "X", "client": {"address": {}}, "items": [{"taxes": [{}]}]
}

def answer(request):
    is_list = request.method == "GET" and request.url.path == "/clients"
    return httpx.Response(200, json={"data": [FOUND] if is_list else FOUND})

async def use():
    http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    options = {"base_url": "http://127.0.0.1", "http_client": http, "on_drift": print}
    async with Gigstack("key", **options) as gig:
        await gig.clients.get("1")
        await gig.clients.list().collect()
        await gig.clients.upsert(on="tax_id", tax_id="X")
        items = [{"quantity": 1, "taxes": [{"rate": 0.16}]}]
        await gig.income_invoices.create(client={"id": "1"}, items=items)

anyio.run(use)
late = {*sys.modules} - before
print(*("late:" + name for name in late if name.startswith(("gigstack_api", "msgspec"))))
"""


def test_after_preload_no_call_loads_a_module_of_ours() -> None:
    modules = loaded_by(USE)
    assert "gigstack_api._generated.models.invoice" in modules
    assert not [name for name in modules if name.startswith("late:")]


def test_a_client_loads_only_the_resource_that_is_used() -> None:
    modules = loaded_by("import gigstack_api\ngigstack_api.Gigstack('key').payments")
    generated = ("gigstack_api._generated.api.", "gigstack_api.operations.")
    loaded = {name for name in modules if name.startswith(generated)}
    assert loaded == {"gigstack_api._generated.api.payments"}


GUIDES = [
    path
    for path in [
        PACKAGE.parent / "README.md",
        *sorted((PACKAGE.parent / "docs").rglob("*.md")),
        *sorted((PACKAGE.parent / "examples").rglob("*.py")),
    ]
    if path.name not in {"architecture.md", "performance.md", "reliability.md"}
]
"""What users read; three pages are about the inside."""

PRIVATE_IMPORT = re.compile(
    r"\bgigstack_api(?:\.\w+)*\._[a-z]\w*"
    r"|\bfrom\s+gigstack_api(?:\.\w+)*\s+import\s+(?:\([^)]*|[^\n(]*)\b_[a-z]\w*"
)
"""A private module of ours in an import or a dotted path; `__version__` is public."""


def private_imports(text: str) -> list[str]:
    return [found.group() for found in PRIVATE_IMPORT.finditer(text)]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_guides_import_public_names_only(path: Path) -> None:
    assert private_imports(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        "import gigstack_api._core.retries",
        "from gigstack_api._generated.api.clients import ClientsApi",
        "from gigstack_api import Gigstack, _core",
        "from gigstack_api import (\n    Gigstack,\n    _generated,\n)",
        "from gigstack_api.fastapi._teams import team",
        'import_module("gigstack_api._core.retries")',
    ],
)
def test_a_private_import_in_a_guide_is_found(planted: str) -> None:
    guide = f"Text.\n\n```python\nfrom gigstack_api import Gigstack, __version__\n{planted}\n```\n"
    assert len(private_imports(guide)) == 1


def test_generated_files_say_so_and_handwritten_ones_are_short(sources: dict[str, str]) -> None:
    for module, source in sources.items():
        if module.startswith(("_generated", "operations")):
            assert source.startswith(
                "# Written by `make generate` from openapi.yaml; never edited."
            ), module
        else:
            assert len(source.splitlines()) <= 380, f"{module} is a room too large"


LATE_IMPORTS = {
    "_core.concurrency": "asyncio runs, so it is loaded",
    "_core.files.upload": "loaded by `read_off_loop`",
    "_core.http.connecting": "within `exchange`, which explains what fails",
    "_core.http.failures": "ssl is loaded by what connects",
    "_core.http.messages": "a date that cannot be read is ignored",
    "_core.http.pool": "within `exchange`, which explains what fails",
    "_core.http.proxies": "within `exchange` or a block",
    "_core.http.connections": "its caller gives a `Lost`",
    "_core.http.streams": "within `or_lost`",
    "_core.operations.page": "by pydantic, when an app is made",
    "_core.responses.errors": "the phrase of a status is left out",
    "_core.schema.annotations": "by type hints",
    "_core.schema.descriptions": "by attrs and help()",
    "_core.schema.enums": "by pydantic, when an app is made",
    "_core.schema.json": "while an answer is read, which explains what fails",
    "_core.schema.quoting": "a text that cannot be decoded is masked",
    "_core.schema.views": "by pydantic, attrs and dataclasses",
    "_core.files.content": "loaded by `_find_xml_problem`",
    "catalogs.code": "no call: a code is made",
    "client": "the table of compared fields: all are kept without it",
    "errors": "loaded with msgspec",
    "pytest_plugin": "by pytest",
    "upsert": "by pydantic, when an app is made",
}
"""The modules with imports in functions that are in no block of `LOADING`, and why they may be."""


def test_an_import_in_a_function_explains_a_limit_of_the_machine() -> None:
    bare = {module for module, is_explained in _imports_in_functions() if not is_explained}
    assert bare == set(LATE_IMPORTS)


def _imports_in_functions() -> Iterator[tuple[str, bool]]:
    """The modules with imports in functions, and whether they stand in a block of `LOADING`."""
    for path in PACKAGE.rglob("*.py"):
        module = path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")
        if module.startswith(("sandbox", "fastapi", "regenerate", "bulk", "cli.")):
            continue
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                for is_explained in _are_explained(function, is_explained=False):
                    yield module, is_explained


def _are_explained(node: ast.AST, *, is_explained: bool) -> Iterator[bool]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield is_explained
    if isinstance(node, ast.With):
        is_explained |= any("LOADING" in ast.unparse(item) for item in node.items)
    for child in ast.iter_child_nodes(node):
        yield from _are_explained(child, is_explained=is_explained)
