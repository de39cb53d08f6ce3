"""Names that generated code needs itself, found in the templates and the classes they build on."""

from __future__ import annotations

import ast
import builtins
import re
from functools import cache
from keyword import iskeyword
from pathlib import Path

from gigstack_api._core.schema.models import Model

PACKAGE = Path(__file__).resolve().parents[1]
TEMPLATES = Path(__file__).parent / "templates"

ON_PURPOSE = frozenset({"metadata", "search"})
"""Arguments that templates read under the names that the API gives them."""

JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
STRINGS = re.compile(r'""".*?"""|"[^"\n]*"|#[^\n]*', re.DOTALL)
WORD = re.compile(r"(?<![\w.])([^\W\d]\w*)(?!\w)(?!\s*=(?!=)\s*\S)")
"""A name that is neither an attribute nor a keyword of a call."""


@cache
def field_words() -> frozenset[str]:
    """Names that no field may have: attributes of models, and what the body of a class uses."""
    body = _code("model.py.jinja", "class ", "return {")
    words = _words(body) | {word for word in type_words() if word[0].isupper()}
    used = {word for word in words if word in dir(builtins) or word[0].isupper()}
    return frozenset({*dir(Model), "self", "cls", *used, *_imported(_macro("standard_imports"))})


@cache
def type_words() -> frozenset[str]:
    """Names of types in models. A field of such a name hides the type from the other fields."""
    return frozenset(_words(_macro("attribute_type") + _macro("argument_type")))


@cache
def argument_words() -> frozenset[str]:
    """Names that no argument may have: those of the functions that take it."""
    body = _code("endpoint_module.py.jinja", "def build", "\0")
    method = _code("endpoint_init.py.jinja", "def ", "# Written")
    own = re.findall(r"^([a-z]\w*): ", _text("operations.jinja"), re.MULTILINE)
    return frozenset({*_words(body), *_words(method), *own, "self"}) - ON_PURPOSE


@cache
def class_words() -> frozenset[str]:
    """Names that no model may have: what the modules that name models import or define."""
    names = {"model.py.jinja", "types.py.jinja", "str_enum.py.jinja", "fields.jinja"}
    names |= {"endpoint_module.py.jinja", "endpoint_init.py.jinja"}
    found = {word for name in names for word in _imported(_text(name))}
    module = STRINGS.sub(" ", _text("endpoint_module.py.jinja"))
    defined = re.findall(r"^(?:class )?([A-Z]\w*)(?:\(|[:\[]| = )", module, re.MULTILINE)
    return frozenset({*found, *defined, *dir(builtins)})


@cache
def resource_words() -> frozenset[str]:
    """Names that no resource may have: attributes of the client."""
    tree = ast.parse((PACKAGE / "base_client.py").read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    methods = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(
        node.name for found in classes for node in found.body if isinstance(node, methods)
    )


def _text(template: str) -> str:
    """A template without what Jinja replaces."""
    return JINJA.sub(" ", (TEMPLATES / template).read_text(encoding="utf-8"))


def _code(template: str, start: str, end: str) -> str:
    """The code of a template from a word to another."""
    return STRINGS.sub(" ", start + _text(template).partition(start)[2].partition(end)[0])


def _macro(name: str) -> str:
    source = (TEMPLATES / "fields.jinja").read_text(encoding="utf-8")
    found = source.partition(f"macro {name}(")[2].partition("endmacro")[0]
    return JINJA.sub(" ", "{%" + found)


def _words(code: str) -> set[str]:
    return {word for word in WORD.findall(code) if not iskeyword(word)}


def _imported(code: str) -> set[str]:
    lines = re.findall(r"^\s*from [\w.]+ import (.+)$", code, re.MULTILINE)
    return {name.strip().rpartition(" ")[2] for line in lines for name in line.split(",")}
