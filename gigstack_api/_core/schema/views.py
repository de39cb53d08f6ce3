"""Models and results as others see them: pydantic, FastAPI and the standard library's dataclasses.

FastAPI takes a parameter for the body only if its class is a dataclass or pydantic's own. It calls
`dataclasses.asdict` or `dict` for what an endpoint without annotation returns.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast

from .redaction import describe_error

if TYPE_CHECKING:
    from dataclasses import Field

    from msgspec import Struct
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

    from .field_type import FieldType

ADDITIONAL = "additional_properties"


class Attribute(NamedTuple):
    """The attribute that holds a documented field, and the type of the field."""

    attribute: str
    kind: FieldType[Any]


@cache
def attributes_of(cls: type[ModelViews]) -> Mapping[str, Attribute]:
    """The attributes of the documented fields of a model by the API's names."""
    struct = cast("type[Struct]", cls)
    names = dict(zip(struct.__struct_encode_fields__, struct.__struct_fields__, strict=True))
    return {wire: Attribute(names[wire], kind) for wire, kind in cls.wire_fields().items()}


class DataclassFields:
    """The attribute `__dataclass_fields__` of models.

    The fields of a class have the names of its attributes. Those of a model have the API's names
    and are the ones in its `to_dict()`, so that `dataclasses.asdict` gives the same.
    """

    def __get__(self, instance: ModelViews | None, owner: type) -> dict[str, Field[Any]]:
        attributes = {wire: name for wire, (name, _) in attributes_of(owner).items()}
        if instance is None:
            return dict(_field("both", name) for name in (*attributes.values(), ADDITIONAL))
        found: list[tuple[str, Field[Any]]] = []
        for wire, name in attributes.items():
            if getattr(instance, name) is None:
                continue
            if wire == name:
                found.append(_field("both", name))
            else:
                found += [_field("shown", wire), _field("passed", name)]
        for name, value in instance.additional_properties.items():
            if value is not None and _is_readable(name) and not hasattr(owner, name):
                found.append(_field("shown", name))
        return dict([*found, _field("passed", ADDITIONAL)])


class ModelViews:
    """Base of the models: what pydantic and dataclasses ask them for."""

    __slots__ = ()

    if TYPE_CHECKING:
        additional_properties: dict[str, Any]
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    else:
        __dataclass_fields__ = DataclassFields()

        # Hidden from type checkers, which would take every name for a field.

        def __getattr__(self, name: str) -> object:
            """A field by its name in the API, if Python has another, or if it is not documented."""
            found = attributes_of(type(self)).get(name)
            if found is not None and found.attribute != name:
                return getattr(self, found.attribute)
            if _is_readable(name) and name in self.additional_properties:
                return self.additional_properties[name]
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self
            )

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The types of the documented fields, by the API's names."""
        return {}

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The schema of the model in pydantic, and so in FastAPI."""
        from .pydantic_schema import model_schema

        return model_schema(cls, attributes_of(cast(type, cls)), handler)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Its JSON schema, with the descriptions of the spec."""
        from .pydantic_schema import describe_model

        return describe_model(cls, attributes_of(cast(type, cls)), schema, handler)


class ResultViews:
    """Base of results of the SDK, pages for example: `dict(result)` has their attributes.

    Errors in it are given by name and text. Dataclasses would not do: pydantic does not ask a
    generic dataclass for its schema.
    """

    __slots__ = ()

    def keys(self) -> tuple[str, ...]:
        """The names of the attributes."""
        return tuple(type(self).__annotations__)

    def __getitem__(self, name: str) -> Any:
        if name not in type(self).__annotations__:
            raise KeyError(name)
        value = getattr(self, name)
        return describe_error(value) if isinstance(value, Exception) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The JSON schema in pydantic, with the first paragraph of the docstring."""
        from .pydantic_schema import describe

        return describe(schema, handler, (cls.__doc__ or "").partition("\n\n")[0])


def _is_readable(name: str) -> bool:
    """Whether an undocumented field can be read as an attribute; Python asks for special names."""
    return name != ADDITIONAL and not name.startswith("__")


def _field(kind: str, name: str) -> tuple[str, Field[Any]]:
    made = copy(_templates()[kind])
    made.name = name
    return name, made


@cache
def _templates() -> Mapping[str, Field[Any]]:
    """Kinds of fields: `shown` ones are only read, `passed` ones only given to the constructor."""
    import dataclasses  # loads inspect, which takes longer than the models

    made = dataclasses.make_dataclass(
        "Template",
        [
            ("both", object, None),
            ("shown", object, dataclasses.field(init=False)),
            ("passed", dataclasses.InitVar[object], None),
        ],
    )
    templates: Mapping[str, Field[Any]] = getattr(made, "__dataclass_fields__")  # noqa: B009
    return templates
