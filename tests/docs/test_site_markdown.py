"""What the build of the site takes out of Markdown, and what it leaves."""

from __future__ import annotations

import pytest

from scripts.docs.site import markdown

PAGE = """# Errors {#errors}

<!-- test: by tests/x.py -->
Everything is a [`GigstackError`](client.md) of **yours**.
It can be pickled.

<!-- test: program -->
```python
# <!-- not a comment of the page -->
x = "[a](b.md)"
```

## When {#when}
"""


def test_comments_are_left_out_but_not_those_of_programs() -> None:
    text = markdown.without_comments(PAGE)
    assert "test:" not in text
    assert "# <!-- not a comment of the page -->" in text
    assert "```python\n" in text


def test_ids_of_headings_are_left_out() -> None:
    text = markdown.without_ids(PAGE)
    assert "# Errors\n" in text
    assert "## When\n" in text


def test_links_are_changed_outside_programs() -> None:
    text = markdown.with_links(PAGE, lambda target: f"../{target}")
    assert "(../client.md)" in text
    assert '"[a](b.md)"' in text


def test_the_title_has_neither_id_nor_marks() -> None:
    assert markdown.title(PAGE) == "Errors"
    assert markdown.title("# The `Gigstack` client\n") == "The Gigstack client"


def test_a_title_inside_a_block_does_not_count() -> None:
    assert markdown.title("```sh\n# a comment\n```\n") is None


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            markdown.without_comments(PAGE),
            "Everything is a GigstackError of yours. It can be pickled.",
        ),
        ("---\ntitle: x\n---\n\n# T\n\nFirst.\n\nSecond.", "First."),
        ("# T\n\n| a | b |\n|---|---|\n\n- one\n\nAt last.", "At last."),
        ("# T\n\n## Nothing\n", ""),
        ("No title.", "No title."),
    ],
)
def test_the_summary_is_the_first_paragraph(text: str, summary: str) -> None:
    assert markdown.summary(text) == summary
