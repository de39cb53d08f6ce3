"""Maps of typed values, and unions of models: which model an object is read as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from .data import Data
from .encoding import is_json_object
from .field_type import FieldType, Mismatch
from .models import Model
from .objects import drift_of_fields, fields_of, model, write_fields
from .shapes import Shape
from .types import is_mapping, is_object
from .undocumented import Undocumented

T = TypeVar("T")


class Variant(Data, frozen=True):
    """A model of a union: the fields it always has, and those that have only certain values."""

    cls: type[Model]
    required: tuple[str, ...] = ()
    values: Mapping[str, tuple[object, ...]] = {}

    def fits(self, value: Mapping[str, Any]) -> bool:
        """Whether an object has all of these fields, with such values."""
        return all(name in value for name in self.required) and all(
            value.get(name) in wanted for name, wanted in self.values.items()
        )

    def rank(self, value: Mapping[str, Any]) -> tuple[int, int]:
        """How well an object fits: few unknown fields are best, then many that must be there."""
        unknown = len(value.keys() - fields_of(self.cls).keys())
        return unknown, -len(self.required) - len(self.values)


class Variants(Data, frozen=True):
    """The models of a union.

    With a discriminator, `by` is the field that tells them apart and `named` the model of each of
    its values. Without one, that model is chosen which fits best.
    """

    choices: tuple[Variant, ...]
    by: str | None = None
    named: Mapping[str, type[Model]] = {}

    def choose(self, value: Mapping[str, Any]) -> type[Model] | None:
        """The model of an object; None if no model fits it."""
        if self.by is not None and (given := value.get(self.by)) is not None:
            return self.named.get(given) if isinstance(given, str) else None
        fitting = [choice for choice in self.choices if choice.fits(value)]
        return min(fitting, key=lambda choice: choice.rank(value)).cls if fitting else None

    def from_dict(self, values: Mapping[str, Any]) -> Any:
        """The model of a JSON object; an object that fits no model is kept."""
        cls = self.choose(values)
        return values if cls is None else cls.from_dict(values)

    def nearest(self, value: Mapping[str, Any]) -> type[Model]:
        """The model that an argument is checked as if it fits none."""
        return min(self.choices, key=lambda choice: choice.rank(value)).cls


def variants(
    *choices: Variant, by: str | None = None, named: Mapping[str, type[Model]] | None = None
) -> FieldType[Any]:
    """The type of an object that is one of several models."""
    union = Variants(choices, by, named or {})
    kinds = {choice.cls: model(choice.cls) for choice in choices}
    names = " or ".join(cls.__name__ for cls in kinds)

    def takes(value: Any) -> bool:
        return isinstance(value, tuple(kinds)) or (
            not isinstance(value, Model) and is_json_object(value)
        )

    def dump(value: Any, path: str, undocumented: list[Undocumented]) -> Any:
        if isinstance(value, Model):
            cls = next(cls for cls in kinds if isinstance(value, cls))
            return kinds[cls].write(value, path, undocumented)
        values: Mapping[Any, Any] = value if is_mapping(value) else value.to_dict()
        chosen = union.choose(values)
        if chosen is None and union.by is not None and values.get(union.by) is not None:
            return write_fields(values, {}, f"{path}.")  # a variant that is not documented yet
        return kinds[chosen or union.nearest(values)].write(values, path, undocumented)

    def find_drift(value: Any, path: str) -> Iterator[Mismatch]:
        chosen = union.choose(value)
        if chosen is None:
            yield path, names, value
        else:
            yield from drift_of_fields(value, fields_of(chosen), path)

    return FieldType(
        "object",
        is_object,
        Shape(cls=union),
        find_drift,
        dump,
        parts=tuple(kinds.values()),
        takes=takes,
        wanted=f"a mapping or one of the models {', '.join(cls.__name__ for cls in kinds)}",
    )


class _Items(Data, frozen=True):
    """Reads the values of a map."""

    shape: Shape

    def from_dict(self, values: Mapping[str, Any]) -> Any:
        return {name: self.shape.read(value) for name, value in values.items()}


def map_of(item: FieldType[T]) -> FieldType[dict[str, T]]:
    """The type of an object with free keys whose values are of one type."""

    def dump(value: Any, path: str, undocumented: list[Undocumented]) -> Any:
        values: Mapping[Any, Any] = value if is_mapping(value) else value.to_dict()
        return {
            str(key): item.write(element, f"{path}.{key}", undocumented)
            for key, element in values.items()
        }

    def find_drift(value: Any, path: str) -> Iterator[Mismatch]:
        for name, element in value.items():
            yield from item.drift(element, f"{path}.{name}" if path else name)

    return FieldType(
        "map",
        is_object,
        None if item.shape is None else Shape(cls=_Items(item.shape)),
        find_drift,
        dump,
        empty=dict,
        parts=(item,),
        takes=is_json_object,
        wanted="a mapping",
    )
