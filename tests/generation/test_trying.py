"""`make try-generator` says in words which promises of the templates break."""

from __future__ import annotations

from scripts.try_generator import broken_promises


def test_a_broken_promise_is_named_with_its_reason() -> None:
    output = (
        "..F\nFAILED tests/generation/test_build.py::test_defaults_are_not_sent - assert 1 == 2\n"
        "ERROR tests/generation/test_models.py - ImportError: no Project\n1 failed\n"
    )
    assert broken_promises(output) == [
        "defaults are not sent: assert 1 == 2",
        "tests/generation/test_models.py: ImportError: no Project",
    ]


def test_no_promise_is_broken_where_all_tests_pass() -> None:
    assert broken_promises("....\n4 passed in 1.0s\n") == []
