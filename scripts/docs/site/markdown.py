"""Markdown as text: comments, titles, summaries. Fenced blocks stay untouched. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

FENCED = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ \t]*$\n?", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->[ \t]*\n?", re.DOTALL)
TITLE = re.compile(r"^# +(?P<title>.+?)[ \t]*(?:\{[^}\n]*\})?[ \t]*$", re.MULTILINE)
HEADING_ID = re.compile(r"^(#{1,6} .*?)[ \t]*\{#[^}\n]*\}[ \t]*$", re.MULTILINE)
LINK = re.compile(r"(?P<head>!?\[[^\]]*\]\()(?P<target>[^)\s]+)(?P<tail>[^)]*\))")
FRONT = re.compile(r"\A---\n.*?^---\n+", re.MULTILINE | re.DOTALL)
LINKED = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"[`*]+")


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """The text, with everything but its fenced blocks changed."""
    parts: list[str] = []
    end = 0
    for block in FENCED.finditer(text):
        parts += [change(text[end : block.start()]), block.group()]
        end = block.end()
    return "".join([*parts, change(text[end:])])


def without_comments(text: str) -> str:
    """The text without its HTML comments, which tests read and readers need not see."""
    return outside_code(text, lambda part: COMMENT.sub("", part))


def without_ids(text: str) -> str:
    """The text without the ids of its headings, which only the site reads."""
    return outside_code(text, lambda part: HEADING_ID.sub(r"\1", part))


def with_links(text: str, change: Callable[[str], str]) -> str:
    """The text, with the target of each link and image changed."""

    def one(link: re.Match[str]) -> str:
        return f"{link['head']}{change(link['target'])}{link['tail']}"

    return outside_code(text, lambda part: LINK.sub(one, part))


def plain(text: str) -> str:
    """A line without marks: links by their text."""
    return " ".join(MARKS.sub("", LINKED.sub(r"\1", text)).split())


def title(text: str) -> str | None:
    """The text of the first heading of level 1."""
    found = TITLE.search(FENCED.sub("", text))
    return plain(found["title"]) if found else None


def summary(text: str) -> str:
    """The first paragraph below the title, on one line; the empty string if there is none."""
    after = FENCED.sub("\n", FRONT.sub("", text))
    found = TITLE.search(after)
    for paragraph in after[found.end() if found else 0 :].split("\n\n"):
        if (said := paragraph.strip()) and said[0] not in "#|!<-":
            return plain(said)
    return ""
