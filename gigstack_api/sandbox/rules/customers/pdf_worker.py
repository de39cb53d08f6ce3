"""Extracts the text of a PDF, in a process of its own: from standard input to standard output.

It imports nothing of the sandbox, so that it starts fast and runs from its source text.
"""

from __future__ import annotations

import sys
from io import BytesIO

from pypdf import PdfReader, errors

MAX_PAGES = 20
MAX_UNPACKED = 4 * 1024 * 1024
"""The largest content of a page, in bytes."""

CPU_S = 2
MEMORY_BYTES = 1024 * 1024 * 1024
TOO_LARGE, UNREADABLE = 3, 4
"""Exit codes."""

LIMITS: tuple[type[Exception], ...] = (
    MemoryError,
    *([errors.LimitReachedError] if hasattr(errors, "LimitReachedError") else []),
)
"""What pypdf raises where too much is unpacked. Older versions have no limit of their own."""


class TooLarge(Exception):
    """The PDF exceeds a limit; the text says which."""


def extract(content: bytes) -> str:
    """The text of all pages.

    Raises:
        TooLarge: it has too many pages, or one unpacks to too much.
        Exception: it is broken; pypdf raises whatever it stumbles over.
    """
    try:
        return _extract(PdfReader(BytesIO(content)))
    except LIMITS as error:
        raise TooLarge("unpacks to too much") from error


def _extract(reader: PdfReader) -> str:
    pages = reader.pages
    if len(pages) > MAX_PAGES:
        raise TooLarge(f"has more than {MAX_PAGES} pages")
    texts: list[str] = []
    for page in pages:
        drawn = page.get_contents()
        if drawn is not None and len(drawn.get_data()) > MAX_UNPACKED:
            raise TooLarge(f"unpacks to more than {MAX_UNPACKED} bytes")
        texts.append(page.extract_text())
    return "\n".join(texts)


def limit_process() -> None:
    """Limits the memory and the processor time of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def main() -> None:
    """Writes the text of the PDF, or why there is none."""
    limit_process()
    try:
        text = extract(sys.stdin.buffer.read())
    except TooLarge as error:
        print(error)
        sys.exit(TOO_LARGE)
    except Exception:  # noqa: BLE001 - pypdf raises whatever a broken file makes it stumble over
        sys.exit(UNREADABLE)
    sys.stdout.buffer.write(text.encode(errors="replace"))


if __name__ == "__main__":
    main()
