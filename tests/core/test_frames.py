"""Frames of errors keep no variables, and those of the user are left alone."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import cast

import pytest

from gigstack_api._core.frames import clear_frames, forgets_arguments

SECRET = "a-secret-word"


def variables(error: BaseException | None, name: str) -> list[dict[str, object]]:
    """The variables of the frames of one function in an error."""
    frames = traceback.walk_tb(error.__traceback__ if error else None)
    return [dict(frame.f_locals) for frame, _ in frames if frame.f_code.co_name == name]


def fail(word: str) -> None:
    raise ValueError(len(word))


def fail_from(word: str) -> None:
    try:
        fail(word)
    except ValueError as error:
        raise LookupError from error


def fail_during(word: str) -> None:
    try:
        fail(word)
    except ValueError:
        raise LookupError from None


def fail_together(word: str) -> None:
    errors: list[Exception] = []
    for _ in range(2):
        try:
            fail(word)
        except ValueError as error:
            errors.append(error)
    raise ExceptionGroup("both", errors)


def inner_error(error: BaseException) -> BaseException:
    """The first error that another one came from."""
    if isinstance(error, ExceptionGroup):
        return cast("ExceptionGroup[Exception]", error).exceptions[0]
    return error.__cause__ or error.__context__ or error


@pytest.mark.parametrize("failing", [fail, fail_from, fail_during, fail_together])
def test_frames_of_an_error_and_its_causes_are_empty(
    failing: Callable[[str], None],
) -> None:
    def call() -> None:
        try:
            failing(SECRET)
        except Exception as error:
            clear_frames(error)
            raise

    with pytest.raises((ValueError, LookupError, ExceptionGroup)) as caught:
        call()
    assert variables(caught.value, failing.__name__) == [{}]
    assert variables(inner_error(caught.value), "fail") == [{}]


def test_what_the_user_was_handling_keeps_its_variables() -> None:
    def prepare(mine: str) -> None:
        raise KeyError(mine)

    def call() -> None:
        try:
            fail(SECRET)
        except ValueError as error:
            clear_frames(error)
            raise

    def handle() -> None:
        try:
            prepare("mine")
        except KeyError:
            call()

    with pytest.raises(ValueError, match="13") as caught:
        handle()
    assert variables(caught.value, "fail") == [{}]
    assert variables(caught.value.__context__, "prepare") == [{"mine": "mine"}]


def test_a_frame_that_still_runs_is_left_alone() -> None:
    def call() -> int:
        kept = 1
        try:
            fail(SECRET)
        except ValueError as error:
            clear_frames(error)
        return kept

    assert call() == 1
    clear_frames(LookupError())  # it has no frames


def test_a_function_forgets_its_arguments_when_it_fails() -> None:
    @forgets_arguments
    def build(word: str, *, other: str) -> None:
        """Builds."""
        fail(word + other)

    with pytest.raises(ValueError, match="26") as caught:
        build(SECRET, other=SECRET)
    assert SECRET not in repr(
        [frame.f_locals for frame, _ in traceback.walk_tb(caught.value.__traceback__)][1:]
    )
    assert (build.__name__, build.__doc__) == ("build", "Builds.")


@pytest.mark.parametrize("wrong", [{}, {"unknown": 1}])
@pytest.mark.anyio
async def test_a_coroutine_forgets_its_arguments_when_they_are_wrong(
    wrong: dict[str, int],
) -> None:
    @forgets_arguments
    async def send(word: str, *, other: str) -> None:
        fail(word + other)

    with pytest.raises(TypeError, match=r"send\(\)") as caught:
        await send(SECRET, **wrong)  # type: ignore[arg-type]  # what a user may mistype
    assert SECRET not in repr(
        [frame.f_locals for frame, _ in traceback.walk_tb(caught.value.__traceback__)][1:]
    )


@pytest.mark.anyio
async def test_a_function_that_succeeds_gives_its_result() -> None:
    @forgets_arguments
    async def send(word: str) -> str:
        return word

    @forgets_arguments
    def build(word: str) -> str:
        return word

    assert (await send(SECRET), build(SECRET)) == (SECRET, SECRET)
