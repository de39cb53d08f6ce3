"""Operations: calls that are described but not sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeAlias, TypeVar

from msgspec import field
from msgspec.structs import replace

from ...errors import InvalidArgumentError
from ..files.upload import FileInput, Upload
from ..limits import LOADING
from ..schema.data import Data
from ..schema.objects import write_fields
from ..schema.types import OMIT, Omit
from ..schema.undocumented import Undocumented
from .decoders import Decoder
from .headers import check_header, encode_cookies, encode_headers, encode_segment_value
from .parameters import check_extra, encode_parameters, encode_path_segment, take_id
from .route import KEY_NAMES, KeyPlace, Replay, Route

T = TypeVar("T")

Files: TypeAlias = FileInput | Upload | Sequence[FileInput | Upload]
"""What a field of a form sends: one file, or several."""


class Operation(Data, Generic[T], frozen=True, kw_only=True):
    """One call of a route, as `gig.request` sends it.

    `body` holds the fields of a body, `whole` a body that is not an object with fields of its own.
    `undocumented` are fields that are not documented and were not passed on purpose.
    The repr shows nothing of what is sent.
    """

    route: Route[T]
    path: str
    decode: Decoder[T]
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: Mapping[str, Any] | None = None
    whole: Any = OMIT
    files: Mapping[str, Files] = field(default_factory=dict[str, Files])
    replay: Replay
    undocumented: tuple[Undocumented, ...] = ()

    @property
    def shown_path(self) -> str:
        """The path without personal data."""
        if not self.route.personal:
            return self.path
        names = {f"{{{name}}}" for name in self.route.personal}
        pairs = zip(self.route.path.split("/"), self.path.split("/"), strict=True)
        return "/".join(named if named in names else sent for named, sent in pairs)

    def __repr__(self) -> str:
        where = f"route={self.route.name}, shown_path={self.shown_path!r}"
        return f"Operation({where}, replay={self.replay!r})"

    def with_query(self, changes: Mapping[str, str | None]) -> Operation[T]:
        """The same call with these parameters replaced; None removes one."""
        kept = (pair for pair in self.query if pair[0] not in changes)
        added = ((name, value) for name, value in changes.items() if value is not None)
        return replace(self, query=(*kept, *added))

    @property
    def idempotency_key(self) -> str | None:
        """The idempotency key that the call is sent with; None if it has none."""
        if self.route.key is None:
            return None
        holder = self.headers if self.route.key is KeyPlace.HEADER else self.body or {}
        return holder.get(KEY_NAMES[self.route.key])

    def keyed(self, key: str) -> dict[str, Any]:
        """The attributes that hold an idempotency key, with this one in them.

        Raises:
            InvalidArgumentError: it cannot be sent.
        """
        if self.route.key is KeyPlace.HEADER:
            name = KEY_NAMES[KeyPlace.HEADER]
            return {"headers": {**self.headers, name: check_header(name, key)}}
        return {
            "body": _check_key(self.route, {**(self.body or {}), KEY_NAMES[KeyPlace.BODY]: key})
        }


def operation(
    route: Route[T],
    *segments: object,
    query: Mapping[str, Any] | None = None,
    metadata: Mapping[str, object] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    headers: Mapping[str, Any] | None = None,
    cookies: Mapping[str, Any] | None = None,
    body: Mapping[str, Any] | None = None,
    whole: Any = OMIT,
    files: Mapping[str, Files | Omit] | None = None,
    extra: Mapping[str, Any] | None = None,
    replay: Replay | None = None,
) -> Operation[T]:
    """The call of a route with these arguments. `OMIT` is not sent, nor is None in a query.

    Raises:
        InvalidArgumentError: an argument cannot be sent.
    """
    if route.deprecated is not None:
        with LOADING:
            from ..schema.deprecation import warn_deprecated

        warn_deprecated(f"{route.name}() is deprecated{route.deprecated}")
    path, decode = route.path, route.decode
    if segments:
        filled = _encode_segments(route, segments)
        path, decode = path.format_map(filled), decode.for_path(filled)
    undocumented: list[Undocumented] = []
    try:
        pairs = encode_parameters(query or {}, metadata, extra_query, route.query, route.styles)
        encoded_body = None if body is None else _encode_body(route, body, extra, undocumented)
        if whole is not OMIT and route.whole is not None:
            whole = route.whole.write(whole, "body", undocumented)
    except RecursionError as error:
        raise InvalidArgumentError("a value is nested too deeply, or contains itself") from error
    if route.takes_team and pairs:
        _check_team(route, pairs)
    described = Operation(
        route=route,
        path=path,
        decode=decode,
        query=(*route.fixed_query, *pairs) if route.fixed_query else pairs,
        headers=_encode_headers(route, headers, cookies) if headers or cookies else {},
        body=encoded_body,
        whole=whole,
        files=_without_omitted(files) if files else {},
        replay=replay or route.replay,
        undocumented=tuple(undocumented),
    )
    if route.stamps:
        refuse_undocumented(described)
    return described


def _check_team(route: Route[Any], query: tuple[tuple[str, str], ...]) -> None:
    """Refuses a team that is blank: an API may take it for none, and act for that of the key."""
    for name, value in query:
        if name == "team" and not value.strip():
            raise InvalidArgumentError(
                f"{route.name}: team must be the id of a team, not {value!r}"
            )


def refuse_undocumented(operation: Operation[Any]) -> None:
    """Refuses the fields of a call that are not documented, unless they were passed on purpose.

    Raises:
        InvalidArgumentError: there are such fields.
    """
    if operation.undocumented:
        fields = ", ".join(map(str, operation.undocumented))
        raise InvalidArgumentError(
            f"{operation.route.name}: not documented: {fields}; pass such fields in extra=, or in"
            " the additional_properties of a model"
        )


def _encode_headers(
    route: Route[Any], headers: Mapping[str, Any] | None, cookies: Mapping[str, Any] | None
) -> dict[str, str]:
    """The headers of a call, cookies among them."""
    encoded = encode_headers(headers or {}, route.headers)
    if cookies and (written := encode_cookies(cookies, route.cookies)):
        encoded["Cookie"] = written
    return encoded


def _encode_segments(route: Route[Any], segments: tuple[object, ...]) -> dict[str, str]:
    """The path segments of a call, by the names that the route gives them."""
    call = route.name
    encoded: dict[str, str] = {}
    for name, value in zip(route.segments, segments, strict=True):
        given = take_id(value, name=name, call=call, fields=route.ids.get(name, {}))
        if name in route.path_types:
            given = encode_segment_value(given, route.path_types[name], name=name, call=call)
        encoded[name] = encode_path_segment(given, name=name, call=call, reserved=route.reserved)
    return encoded


def _encode_body(
    route: Route[Any],
    body: Mapping[str, Any],
    extra: Mapping[str, Any] | None,
    undocumented: list[Undocumented],
) -> dict[str, Any] | None:
    """The JSON object of a call; None if none is sent."""
    fields = _without_omitted(body)
    if extra:
        check_extra("extra", extra, fields)
        fields |= extra
    written = write_fields(fields, route.body, "", undocumented)
    return _check_key(route, written) if written or route.body_required else None


def _check_key(route: Route[Any], fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a body, whose idempotency key is not blank."""
    key = fields.get(KEY_NAMES[KeyPlace.BODY])
    if route.key is KeyPlace.BODY and isinstance(key, str) and not key.strip():
        raise InvalidArgumentError(f"{route.name}: idempotency_key must not be blank")
    return fields


def _without_omitted(values: Mapping[str, T | Omit]) -> dict[str, T]:
    return {name: value for name, value in values.items() if value is not OMIT}
