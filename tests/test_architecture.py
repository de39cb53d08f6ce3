"""The house rules: who may import whom, what is exported, what an import costs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import gigstack_api

PACKAGE = Path(gigstack_api.__file__).parent
HTTP_MODULES = {
    "_core.addresses",
    "_core.aiohttp_connections",
    "_core.arriving",
    "_core.auth",
    "_core.background",
    "_core.bodies",
    "_core.bulk",
    "_core.clock",
    "_core.lanes",
    "_core.library",
    "_core.outgoing",
    "_core.paging",
    "_core.quiet",
    "_core.sender",
    "_core.sockets",
    "_core.streaming",
    "_core.together",
    "_core.transport",
    "_core.wire",
    "_core.wires",
}
"""The modules of the core that may know httpx or anyio: they await, or pass on what does."""

EVENT_LOOPS = {"aiohttp", "anyio", "httpcore", "httpx", "sniffio", "yarl"}

CORE_WITHOUT_HTTP = "_core names that need no httpx"

OURS: dict[str, tuple[str, ...]] = {
    "errors": (),
    "_version": (),
    "_core": ("errors", "_core", "_version"),
    "_generated": ("_generated", "operations", CORE_WITHOUT_HTTP),
    "operations": ("_generated.models", CORE_WITHOUT_HTTP),
    "models": ("_generated.models",),
    "upsert": ("errors", "models", "_core"),
    "catalogs": ("errors", "models", "_core", "catalogs"),
    "fiscal": ("errors", "models", "_core", "catalogs", "fiscal"),
    "resources": ("errors", "models", "_core", "upsert", "_generated.api", "operations"),
    "reconcile": ("errors", "_core", "reconcile", "_generated.api"),
    "client": (
        "errors",
        "models",
        "_core",
        "upsert",
        "resources",
        "reconcile",
        "fiscal",
        "_generated.api",
    ),
    "webhooks": ("errors", "models", CORE_WITHOUT_HTTP, "webhooks"),
    "loading": ("_core",),
    "fastapi": ("errors", "models", "client", "loading", "webhooks", "fastapi"),
    "sandbox": ("sandbox",),
    "pytest_plugin": ("errors", "_core"),
    "__init__": ("errors", "_core", "_version", "upsert", "reconcile", "client", "loading"),
}

OTHERS: dict[str, set[str]] = {
    "errors": {"attrs"},
    "_version": set(),
    "_core": {"attrs", "msgspec"},
    "_generated": {"attrs"},
    "operations": {"attrs"},
    "models": set(),
    "upsert": {"attrs"},
    "catalogs": set(),
    "fiscal": {"attrs", "stdnum"},
    "resources": set(),
    "reconcile": {"attrs"},
    "client": {"attrs", "httpx"},
    "loading": set(),
    "webhooks": {"attrs"},
    "fastapi": {"anyio", "attrs", "fastapi", "starlette"},
    "sandbox": {
        "anyio",
        "attrs",
        "fpdf",
        "httpx",
        "jsonschema",
        "pypdf",
        "starlette",
        "uvicorn",
        "yaml",
    },
    "pytest_plugin": {"pytest"},
    "__init__": set(),
}

TYPE_ONLY = {("webhooks.events", "client")}
"""Types that an editor needs, imported under TYPE_CHECKING only."""

ON_DEMAND = {
    ("sandbox.local", "client"),
    ("pytest_plugin", "client"),
    ("pytest_plugin", "sandbox"),
    ("upsert", "operations.clients.create_client"),
}
"""`Sandbox.client()` gives a client, and the fixtures a sandbox; nothing else of either knows the
other. An upsert knows the fields that a client is created from.
"""

ROOT = PACKAGE.parent
FOR_CONTRIBUTORS = {"architecture.md", "contributing.md"}
GUIDES = [
    ROOT / "README.md",
    *(path for path in sorted((ROOT / "docs").rglob("*.md")) if path.name not in FOR_CONTRIBUTORS),
]
EXAMPLES = sorted((ROOT / "examples").rglob("*.py"))

PRIVATE_IMPORT = re.compile(
    r"\bgigstack_api(?:\.\w+)*\._[a-z]\w*"
    r"|\bfrom\s+gigstack_api(?:\.\w+)*\s+import\s+(?:\([^)]*|[^\n(]*)\b_[a-z]\w*"
)
"""A private module of ours in an import or a dotted path; `__version__` is public."""

MODULES = sorted(
    path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")
    for path in PACKAGE.rglob("*.py")
)


def source(module: str) -> ast.Module:
    return ast.parse((PACKAGE / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8"))


def room(module: str) -> str:
    return module.partition(".")[0]


def imports(module: str) -> Iterator[tuple[str, bool]]:
    """Each imported module, ours without the package's name and with a dot in front; and whether it
    is for types only.
    """
    tree = source(module)
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    here = module.split(".")
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) in typing_only
        elif isinstance(node, ast.ImportFrom) and (node.level or is_ours(node.module)):
            base = here[: len(here) - node.level] if node.level else []
            target = [*base, *(node.module or "").removeprefix("gigstack_api").split(".")]
            target = [name for name in target if name]
            names = [".".join([*target, alias.name]) for alias in node.names]
            found = [name for name in names if name in MODULES or f"{name}.__init__" in MODULES]
            for name in found or [".".join(target)]:
                yield f".{name}", id(node) in typing_only
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", id(node) in typing_only


def is_ours(module: str | None) -> bool:
    return module is not None and module.split(".")[0] == "gigstack_api"


def is_allowed(target: str, allowed: tuple[str, ...]) -> bool:
    for each in allowed:
        if (
            each == CORE_WITHOUT_HTTP
            and (target == "_core" or target.startswith("_core."))
            and target not in HTTP_MODULES
        ):
            return True
        if target == each or target.startswith(f"{each}."):
            return True
    return False


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_room_may(module: str) -> None:
    for target, for_types in imports(module):
        if target.startswith("."):
            name = target.removeprefix(".")
            if (
                name == ""
                or (module, name) in ON_DEMAND
                or (for_types and (module, name) in TYPE_ONLY)
            ):
                continue
            if for_types and room(module) == "_generated" and name == "_core.paging":
                # a list method says that it gives a Pager; making one is the client's work
                continue
            if for_types and module == "_core.resource":
                continue
            assert is_allowed(name, OURS[room(module)]), f"{module} imports {name}"
            continue
        other = target.partition(".")[0]
        if other in sys.stdlib_module_names or other == "__future__":
            continue
        allowed = OTHERS[room(module)] | (EVENT_LOOPS if module in HTTP_MODULES else set[str]())
        assert other in allowed, f"{module} imports {other}"


def test_only_what_sends_knows_httpx() -> None:
    core = [module for module in MODULES if room(module) == "_core"]
    using = {
        module.removeprefix("_core.")
        for module in core
        if "httpx" in {name for name, _ in imports(module)}
    }
    assert using == {"addresses", "arriving", "bodies", "quiet", "transport", "wire", "wires"}


def test_nothing_outside_the_sandbox_imports_it() -> None:
    others = [module for module in MODULES if room(module) not in {"sandbox", "pytest_plugin"}]
    assert not [
        module for module in others for name, _ in imports(module) if name.startswith(".sandbox")
    ]


def test_the_exported_names_are_sorted_and_all_there() -> None:
    names = gigstack_api.__all__
    assert names == sorted(
        names, key=lambda name: (not name.isupper(), name.startswith("__") or name.islower(), name)
    )
    assert all(hasattr(gigstack_api, name) for name in names)
    assert dir(gigstack_api) == sorted(names)


def test_every_public_name_has_a_docstring() -> None:
    undocumented = [
        name for name in gigstack_api.__all__ if not getattr(gigstack_api, name).__doc__
    ]
    assert undocumented == []


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
    rest = (
        "gigstack_api.models",
        "gigstack_api.operations",
        "gigstack_api.resources",
        "gigstack_api.sandbox",
    )
    assert not {name for name in modules if name.startswith(rest)}


def test_the_package_alone_loads_nothing_else() -> None:
    modules = loaded_by("import gigstack_api")
    assert {
        name for name in modules if name.startswith(("gigstack_api", "httpx", "attr", "anyio"))
    } == {"gigstack_api"}


USE = """
import sys, anyio, httpx, gigstack_api
from gigstack_api import Gigstack
gigstack_api.preload()
before = {*sys.modules}

def answer(request):
    found = {"id": "1", "uuid": "1", "tax_id": "X", "client": {"address": {}}, "items": [{"taxes": [{}]}]}
    return httpx.Response(200, json={"data": [found] if request.method == "GET" and request.url.path == "/clients" else found})

async def use():
    http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    async with Gigstack("key", base_url="http://127.0.0.1", http_client=http, on_drift=print) as gig:
        await gig.clients.get("1")
        await gig.clients.list().collect()
        await gig.clients.upsert(on="tax_id", tax_id="X")
        await gig.income_invoices.create(client={"id": "1"}, items=[{"quantity": 1, "taxes": [{"rate": 0.16}]}])

anyio.run(use)
print(*("late:" + name for name in sys.modules if name.startswith(("gigstack_api", "msgspec")) and name not in before))
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


def private_imports(text: str) -> list[str]:
    return [found.group() for found in PRIVATE_IMPORT.finditer(text)]


@pytest.mark.parametrize("path", [*GUIDES, *EXAMPLES], ids=lambda path: path.name)
def test_guides_import_public_names_only(path: Path) -> None:
    # The inline code of a guide is read too: the README once named a private module in it.
    assert private_imports(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        "import gigstack_api._core.retry",
        "from gigstack_api._generated.api.clients import ClientsApi",
        "from gigstack_api import Gigstack, _core",
        "from gigstack_api import (\n    Gigstack,\n    _generated,\n)",
        "from gigstack_api.fastapi._teams import team",
        'import_module("gigstack_api._core.retry")',
    ],
)
def test_a_private_import_in_a_guide_is_found(planted: str) -> None:
    guide = f"Text.\n\n```python\nfrom gigstack_api import Gigstack, __version__\n{planted}\n```\n"
    assert len(private_imports(guide)) == 1


def test_generated_files_say_so_and_handwritten_ones_are_short() -> None:
    for module in MODULES:
        text = (PACKAGE / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8")
        if room(module) in {"_generated", "operations"}:
            assert text.startswith(
                "# Written by `make generate` from openapi.yaml; never edited."
            ), module
        else:
            assert len(text.splitlines()) <= 380, f"{module} is a room too large"
