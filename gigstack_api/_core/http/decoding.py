"""Bodies decoded from gzip and deflate, in steps. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator, Mapping
from io import BytesIO

from .header_fields import DECODED, content_codings
from .messages import HEAD_BYTES, Lost, Reply

GZIP_BITS = 31
STEP_BYTES = 256 * 1024
CUT = "the connection ended before the response was complete"


def decode(reply: Reply, most: int) -> Generator[None, None, Reply | Lost]:
    """The reply with its body decoded, in steps of at most 256 KiB.

    It is lost if the body cannot be decoded, or is not whole. Encodings that were not asked for are
    left as they are. `is_cut` says that more than `most` bytes would come out.
    """
    status, headers, body = reply.status, reply.headers, reply.body
    codings = content_codings(headers)
    if not body or not DECODED.issuperset(codings):
        codings = []
    del reply  # each body is let go early: together they may be large
    for coding in reversed(codings):
        unpacked = BytesIO()
        unpacking = _unpack(body, GZIP_BITS if coding != "deflate" else _deflate_bits(body))
        body = b""
        try:
            for piece in unpacking:
                if unpacked.tell() + len(piece) > most:
                    return cut_reply(status, headers, unpacked)
                unpacked.write(piece)
                yield
        except EOFError:
            return Lost(CUT, sent=True)
        except MemoryError:  # the answer has come all the same
            return cut_reply(status, headers, unpacked)
        except zlib.error:
            return Lost("the response could not be decompressed", sent=True)
        body = unpacked.getvalue()
    return Reply(status, headers, body)


def cut_reply(status: int, headers: Mapping[str, str], body: BytesIO) -> Reply:
    """The reply of a body that is too large: only its beginning is kept."""
    return Reply(status, headers, bytes(body.getbuffer()[:HEAD_BYTES]), is_cut=True)


def _unpack(body: bytes, bits: int) -> Iterator[bytes]:
    """The unpacked pieces of a body: of all members of gzip, each with its end and checksum.
    Deflate has one.

    Raises:
        zlib.error: it is not packed like that.
        EOFError: it is not whole.
    """
    at = 0
    # Zeros may fill up what the last member leaves.
    while at == 0 or (at < len(body) and (body[at] or body[at:].strip(b"\0"))):
        unpacking = zlib.decompressobj(bits)
        while not unpacking.eof:
            taken = unpacking.unconsumed_tail
            if not taken:
                taken = body[at : at + STEP_BYTES // 4]
                at += len(taken)
            piece = unpacking.decompress(taken, STEP_BYTES)
            if not piece and not taken:
                raise EOFError
            yield piece
        at -= len(unpacking.unused_data)
        if at < len(body) and bits != GZIP_BITS:
            raise zlib.error("more than one member")


def _deflate_bits(body: bytes) -> int:
    """The `wbits` of zlib for a deflated body. Some hosts leave the zlib header out."""
    header = int.from_bytes(body[:2])
    return 15 if header >> 8 & 15 == 8 and header % 31 == 0 else -15
