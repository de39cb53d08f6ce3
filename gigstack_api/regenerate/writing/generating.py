"""Runs openapi-python-client with our templates, in this process."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from jinja2 import BytecodeCache, Template
from jinja2.bccache import Bucket
from openapi_python_client import Project
from openapi_python_client import schema as oai
from openapi_python_client.config import Config, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError
from pydantic import ValidationError

from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import Finding, UnusableSpec, refuse
from gigstack_api.regenerate.names import NotAName, attribute_name
from gigstack_api.regenerate.options import options

from .described import Described
from .readable import readable
from .relaxed import relax
from .side_table import SideTable, side_table
from .target import Target

relax()

TEMPLATES = Path(__file__).parents[1] / "templates"
GENERAL = ParseError.header
OBJECT = re.compile(r"<\S+ object at \w+>")
UNREADABLE = re.compile(r"Cannot parse response for status code .*? \((.*)\), response", re.DOTALL)
OPERATION = re.compile(r"WARNING parsing ([A-Z]+) (\S+) within")


class TemplateBug(Exception):
    """A template failed on something that should have been refused before."""


class PlacedTemplate(Template):
    """A template whose errors say which operation, model or enum it was given."""

    def render(self, *args: Any, **given: Any) -> str:
        """The rendered text.

        Raises:
            UnusableSpec: a name cannot be written.
            TemplateBug: anything else.
        """
        try:
            return super().render(*args, **given)
        except NotAName as error:
            raise refuse(f"{_place_of(given)}.{error}", "Python cannot use this name.") from None
        except Exception as error:
            raise TemplateBug(_place_of(given)) from error


def _place_of(given: dict[str, Any]) -> str:
    """The place of what a template was given."""
    if endpoint := given.get("endpoint"):
        return f"paths.{endpoint.path.get_untrusted_value()}.{endpoint.method}"
    if schema := given.get("model") or given.get("enum"):
        return f"components.schemas.{schema.class_info.name}"
    collection = given.get("endpoint_collection")
    return f"tag {collection.tag}" if collection else "components"


class CompiledTemplates(BytecodeCache):
    """Templates that are compiled once in the life of a process: that is most of the time."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a template its code, if its source is still the same."""
        if code := self._known.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template."""
        self._known[bucket.key] = bucket.bytecode_to_string()


COMPILED = CompiledTemplates()


class TemplatedProject(Project):
    """A project of the generator whose templates can ask for the facts of an operation."""

    def __init__(
        self,
        openapi: GeneratorData,
        config: Config,
        table: SideTable,
        described: Described,
        target: Target,
    ) -> None:
        super().__init__(openapi=openapi, config=config, custom_template_path=TEMPLATES)
        self.env.template_class = PlacedTemplate
        self.env.bytecode_cache = COMPILED
        known: dict[str, Any] = {
            "facts_of": table.facts_of,
            "answer_of": table.answer_of,
            "attribute_name": attribute_name,
            "header": target.header,
            "target": target,
            "docstrings_on_attributes": config.docstrings_on_attributes,
            **described.functions(),
        }
        cast(dict[str, Any], self.env.globals).update(known)

    def render(self) -> None:
        """Writes the modules."""
        self.project_dir.mkdir(parents=True)
        self._create_package()
        self._build_models()
        self._build_api()


def render(document: Node, output: Path, target: Target) -> None:
    """Writes the code of a document with facts to a new folder, as the generator lays it out.

    Args:
        document: The document.
        output: The folder, which must not exist.
        target: The package that it becomes.

    Raises:
        UnusableSpec: the generator would leave something out, or a name could be code.
        TemplateBug: a template failed.
    """
    config = _config(output, target.package)
    table = side_table(document)
    data = GeneratorData.from_dict(readable(document), config=config)
    if isinstance(data, GeneratorError):
        raise UnusableSpec(_invalid(document) or [_finding(data)])
    collections = data.endpoint_collections_by_tag.values()
    warnings = [error for collection in collections for error in collection.parse_errors]
    if warnings or data.errors:
        raise UnusableSpec(_findings([*warnings, *data.errors]))
    described = Described(document, data.models)
    TemplatedProject(data, config, table, described, target).render()


def _config(output: Path, package: str) -> Config:
    """The options of the generator for a package."""
    own = {"project_name_override": package, "package_name_override": package, "post_hooks": []}
    return Config.from_sources(
        options().model_copy(update=own),
        meta_type=MetaType.NONE,
        document_source="",
        file_encoding="utf-8",
        overwrite=False,
        output_path=output,
    )


def _invalid(document: Node) -> list[Finding]:
    """The parts of a document that the generator cannot read, with their places."""
    try:
        oai.OpenAPI.model_validate(document)
    except ValidationError as error:
        return [
            Finding(".".join(map(str, wrong["loc"])), f"{wrong['msg']}.")
            for wrong in error.errors()
        ]
    return []


def _findings(errors: Sequence[GeneratorError]) -> list[Finding]:
    """The warnings of the generator, each once: it repeats one for each use of a schema."""
    return list(dict.fromkeys(map(_finding, errors)))


def _finding(error: GeneratorError) -> Finding:
    """A warning of the generator, with its place if it names an operation."""
    detail = (error.detail or error.header).removeprefix(GENERAL).strip(": ")
    detail = OBJECT.sub("...", detail)
    if reason := UNREADABLE.search(detail):
        detail = f"An answer cannot be read: {reason[1]}."
    if found := OPERATION.match(error.header):
        return Finding(f"paths.{found[2]}.{found[1].lower()}", detail)
    return Finding("components", detail)
