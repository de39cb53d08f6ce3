"""Reads the conversations from their YAML files, where each character of a text is one byte."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast

import yaml
from attrs import frozen

from .peer import Answer, Lost, Played, Reason, Script

Either: TypeAlias = Literal["either"]
"""Both outcomes are right."""

FOLDER = Path(__file__).parent
MOST_BODY_BYTES = 64 * 1024 * 1024
"""The limit of a body, unless the conversation has its own."""


@frozen(kw_only=True)
class Conversation(Script):
    """What a host sends, and the right outcome.

    Args:
        outcome: The answer, or the reasons that the lost call may have; None if the connection must
            not be used at all.
    """

    section: str
    outcome: Answer | tuple[Reason, ...] | None
    reusable: bool | Either
    announced_s: float | Either | None

    def differences(self, played: Played) -> list[str]:
        """How an outcome differs from the right one; empty if it is right."""
        outcome = played.outcome
        if self.outcome is None:
            return [] if outcome is None else [f"the connection was used: {outcome}"]
        if isinstance(self.outcome, tuple):
            if isinstance(outcome, Lost) and outcome.reason in self.outcome:
                return ["a lost connection was kept"] * played.reusable
            return [f"{outcome} instead of lost: {' or '.join(self.outcome)}"]
        if not isinstance(outcome, Answer):
            return [f"{outcome} instead of {self.outcome}"]
        pairs = {
            "status": (outcome.status, self.outcome.status),
            "body": (outcome.body, self.outcome.body),
            "reusable": (played.reusable, self.reusable),
            "announced_s": (played.announced_s, self.announced_s),
            **{
                name: (outcome.headers.get(name), value)
                for name, value in self.outcome.headers.items()
            },
        }
        return [
            f"{name} is {got!r:.200} instead of {right!r:.200}"
            for name, (got, right) in pairs.items()
            if right not in (got, "either")
        ]


@cache
def conversations() -> tuple[Conversation, ...]:
    """All conversations, in the order of their files."""
    return tuple(
        _conversation(path.stem, row)
        for path in sorted(FOLDER.glob("*.yaml"))
        for row in yaml.load(path.read_text("utf-8"), Loader=_Loader)
    )


KEYS = {
    *("name", "request", "body", "written", "early", "early_closes", "host", "closes", "limit"),
    *("reply", "lost", "unused", "reusable", "announced_s"),
}


def _conversation(section: str, row: Mapping[str, Any]) -> Conversation:
    assert row.keys() <= KEYS, row.keys() - KEYS
    method, path = row.get("request", "GET /v2/clients/c1").split(" ")
    return Conversation(
        name=row["name"],
        section=section,
        method=method,
        path=path,
        body=_bytes(row["body"]) if "body" in row else None,
        written=row.get("written", True),
        early=_bytes(row.get("early", "")),
        early_closes=row.get("early_closes", False),
        host=_bytes(row.get("host", "")),
        closes=row.get("closes", False),
        limit=row.get("limit", MOST_BODY_BYTES),
        outcome=_outcome(row),
        reusable=row.get("reusable", False),
        announced_s=row.get("announced_s"),
    )


def _outcome(row: Mapping[str, Any]) -> Answer | tuple[Reason, ...] | None:
    assert len({"reply", "lost", "unused"} & row.keys()) == 1, row["name"]
    if "unused" in row:
        return None
    if "lost" in row:
        lost = row["lost"]
        return tuple(cast(list[Reason], lost)) if isinstance(lost, list) else (lost,)
    assert "reusable" in row, row["name"]
    reply = row["reply"]
    return Answer(reply["status"], reply.get("headers", {}), _bytes(reply.get("body", "")))


def _bytes(value: object) -> bytes:
    """The bytes of a text, of bytes, or of a list of both."""
    if isinstance(value, list):
        return b"".join(map(_bytes, cast(list[object], value)))
    return value if isinstance(value, bytes) else str(value).encode("latin-1")


_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc] # the class depends on what is installed
    """Knows tags for what is packed, repeated, cut, or carries its own length."""


def _add_tag(tag: str, build: Callable[[Any], bytes]) -> None:
    def construct(loader: _Loader, node: yaml.Node) -> bytes:
        if isinstance(node, yaml.MappingNode):
            return build(loader.construct_mapping(node, deep=True))
        if isinstance(node, yaml.SequenceNode):
            return build(loader.construct_sequence(node, deep=True))
        return build(loader.construct_scalar(cast(yaml.ScalarNode, node)))

    _Loader.add_constructor(f"!{tag}", construct)


def _gzip(value: object) -> bytes:
    return gzip.compress(_bytes(value), mtime=0)


def _zlib(value: object) -> bytes:
    return zlib.compress(_bytes(value))


def _deflate(value: object) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(_bytes(value)) + packer.flush()


def _repeat(value: Any) -> bytes:
    data, times = value
    return _bytes(data) * int(times)


def _cut(value: Any) -> bytes:
    data, stop = value
    return _bytes(data)[: int(stop)]


def _sized(value: Any) -> bytes:
    body = _bytes(value["body"])
    return _bytes(value["head"]) + b"Content-Length: %d\r\n\r\n" % len(body) + body


def _chunked(value: Any) -> bytes:
    body, size = _bytes(value["body"]), int(value["size"])
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    return _bytes(value["head"]) + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"


def _filled(value: Any) -> bytes:
    """A head of exactly that size: headers fill it up."""
    head, end = _bytes(value["head"]), b"\r\n\r\n"
    lines = b"X-Fill: 0123456789abcdef\r\n" * 2_500
    missing = int(value["size"]) - len(head) - len(lines) - len(end) - len(b"X-Last: ")
    return head + lines + b"X-Last: " + b"a" * missing + end


for _tag, _build in {
    "gzip": _gzip,
    "zlib": _zlib,
    "deflate": _deflate,
    "repeat": _repeat,
    "cut": _cut,
    "sized": _sized,
    "chunked": _chunked,
    "filled": _filled,
}.items():
    _add_tag(_tag, _build)
