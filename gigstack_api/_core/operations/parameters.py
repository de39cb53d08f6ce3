"""Path segments, query parameters and metadata filters encoded as strings."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...errors import InvalidArgumentError
from ..limits import LOADING
from ..schema.encoding import write_scalar
from ..schema.field_type import FieldType
from ..schema.models import Model
from ..schema.objects import write_fields
from ..schema.types import OMIT, is_list, is_mapping
from ..schema.views import attributes_of

if TYPE_CHECKING:
    from .styles import Style

NO_STYLES: Mapping[str, Style] = {}


def take_id(value: object, *, name: str, call: str, fields: Mapping[str, str]) -> object:
    """The id of a model, from the field that `fields` names for its class; other values unchanged.

    Raises:
        InvalidArgumentError: the model is of another class, or has no id.
    """
    if not isinstance(value, Model):
        return value
    kind = type(value).__name__
    if kind not in fields:
        wanted = " or ".join(["a string", *(f"a model {model}" for model in fields)])
        raise InvalidArgumentError(f"{call}: {name} must be {wanted}, not {kind}")
    found: object = getattr(value, attributes_of(type(value))[fields[kind]].attribute)
    if found is None:
        raise InvalidArgumentError(f"{call}: the {kind} has no {fields[kind]}")
    return found


def encode_path_segment(
    value: object, *, name: str, call: str, reserved: frozenset[str] = frozenset()
) -> str:
    """One path segment, quoted so that no value can change the rest of the path.

    Raises:
        InvalidArgumentError: it is not a string, is blank, `.` or `..`, or names a sibling route.
    """
    if not isinstance(value, str) or not value.strip():
        raise InvalidArgumentError.of(
            value, f"{call}: {name} must be a non-empty string, not {value!r}"
        )
    if value in {".", ".."} or value in reserved:
        raise InvalidArgumentError.of(
            value, f"{call}: {name} cannot be {value!r}, which would address another endpoint"
        )
    try:
        return quote(value, safe="")
    except UnicodeEncodeError as error:
        raise InvalidArgumentError.of(value, f"{call}: {name} is not valid Unicode") from error


def encode_parameters(
    query: Mapping[str, Any],
    metadata: Mapping[str, object] | None,
    extra: Mapping[str, Any] | None,
    kinds: Mapping[str, FieldType[Any]],
    styles: Mapping[str, Style] = NO_STYLES,
) -> tuple[tuple[str, str], ...]:
    """All query parameters of a call as strings: documented ones, metadata filters, others.

    Raises:
        InvalidArgumentError: one of them cannot be sent, or is passed twice.
    """
    filters = () if metadata is None else encode_metadata(metadata)
    given = (*encode_query(query, kinds, styles), *filters)
    if not extra:
        return given
    check_extra("extra_query", extra, {name for name, _ in given})
    return (*given, *encode_query(extra, kinds))


def encode_query(
    values: Mapping[str, Any],
    kinds: Mapping[str, FieldType[Any]],
    styles: Mapping[str, Style] = NO_STYLES,
) -> tuple[tuple[str, str], ...]:
    """Query parameters as strings. None and `OMIT` are left out.

    A list repeats its name, unless `styles` names another style.

    Raises:
        InvalidArgumentError: one of them cannot be sent.
    """
    passed = {
        name: value for name, value in values.items() if value is not None and value is not OMIT
    }
    if not passed:
        return ()
    pairs: list[tuple[str, str]] = []
    for name, value in write_fields(passed, kinds).items():
        if name in styles:
            with LOADING:
                from .styles import write_pairs

            pairs += write_pairs(name, value, styles[name])
            continue
        items = value if is_list(value) else [value]
        pairs += [(name, write_scalar(item, name)) for item in items]
    return tuple(pairs)


def encode_metadata(values: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Metadata filters as `metadata.<key>` parameters; nested mappings become dotted keys.

    Raises:
        InvalidArgumentError: it is not a mapping, a key is empty, or a value is None or a list.
    """
    if not is_mapping(values):
        raise InvalidArgumentError(f"metadata: must be a mapping, not {type(values).__name__}")
    pairs: list[tuple[str, str]] = []
    for key, value in values.items():
        if not key:
            raise InvalidArgumentError("metadata: a filter key cannot be empty")
        if is_mapping(value):
            nested = encode_metadata(value)
            pairs += [
                (f"metadata.{key}{name.removeprefix('metadata')}", text) for name, text in nested
            ]
        elif value is None:
            raise InvalidArgumentError(f"metadata: {key} cannot be filtered by None")
        else:
            encoded = write_fields({key: value}, {})[key]
            pairs.append((f"metadata.{key}", write_scalar(encoded, key)))
    return tuple(pairs)


def check_extra(argument: str, extra: object, given: Container[str]) -> None:
    """Checks that additional fields or parameters are a mapping, and repeat nothing.

    Raises:
        InvalidArgumentError: they are not, or do.
    """
    if not is_mapping(extra):
        raise InvalidArgumentError(f"{argument}: must be a mapping, not {type(extra).__name__}")
    for name in extra:
        if not isinstance(name, str):
            raise InvalidArgumentError(f"{argument}: its keys must be strings, not {name!r}")
        if name in given:
            raise InvalidArgumentError(
                f"{argument} repeats {name!r}, which is passed already; pass it once"
            )
