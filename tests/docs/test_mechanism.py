"""The blocks of a page are found, run and compared as its directives say."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from pathlib import Path

import pytest

from scripts.docs.blocks import PageError, blocks_of

from .running import fits, run_page
from .shell import FailedCommandError, Shell


def page(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> list[str]:
    return run_page(blocks_of(page(folder, text)), folder)


def test_a_block_knows_its_place_and_its_directive(tmp_path: Path) -> None:
    text = (
        "# Title\n\n```python\nprint(1)\n# 1\n```\n\n## Next {#id}\n\n"
        "- A list:\n\n  <!-- test: not run: needs a network -->\n  ```sh\n  ls\n  ```\n\n"
        "````text\n```\n````\n"
    )
    first, second, third = blocks_of(page(tmp_path, text))
    assert (first.language, first.line, first.heading, first.output) == (
        "python",
        4,
        "Title",
        "1\n",
    )
    assert first.in_place.splitlines()[3] == "print(1)"
    assert (second.code, second.heading, second.is_run) == ("ls\n", "Next", False)
    assert third.code == "```\n"


def test_a_directive_below_the_title_holds_for_what_is_run(tmp_path: Path) -> None:
    text = (
        "# Title\n\n<!-- test: by tests/a.py -->\n\nText.\n\n```python\n```\n\n```json\n{}\n```\n"
    )
    python, json = blocks_of(page(tmp_path, text))
    assert (python.test, json.test) == ("tests/a.py", None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# T\n\n```python\n", ":3: this fence has no end"),
        ("# T\n\nText.\n\n<!-- test: program -->\nText.\n", ":5: no block follows"),
        ("# T\n\nText.\n\n<!-- test: by tests/a.py -->\n\n```sh\n```\n", ":5: no block follows"),
        ("# T\n\n<!-- test: program -->\n```sh\n```\n", ":4: only Python is a program"),
        ("# T\n\n<!-- test: not run: slow -->\n```python\n```\n", ":4: only shell blocks"),
        ("# T\n\n<!-- test: never -->\n```python\n```\n", ":4: unknown directive: never"),
    ],
)
def test_a_page_that_cannot_be_understood_is_refused(
    tmp_path: Path, text: str, reason: str
) -> None:
    with pytest.raises(PageError) as refused:
        blocks_of(page(tmp_path, text))
    assert reason in str(refused.value)


def test_blocks_share_a_client_and_their_names(demo: Path) -> None:
    text = """# T

```python
client = await gig.clients.create(name="Ana")
print(client.name)
# Ana
```

```python
async for other in gig.clients.list(limit=1):
    print(other == client)
    break
# True
```

<!-- test: program -->
```python
import asyncio
import sys

from gigstack_api import Gigstack

async def main() -> None:
    async with Gigstack() as own:
        print((await own.clients.list(limit=1)).data[0].name, __name__)

asyncio.run(main())
print("gig" in globals(), sys.modules["__main__"].asyncio is asyncio)
# Ana __main__
# False True
```
"""
    assert problems(demo, text) == []


def test_other_output_is_reported_with_its_place(demo: Path) -> None:
    text = "# T\n\n```python\nprint(1)\n# 2\n```\n\n```sh\necho a\n# b\n```\n"
    first, second = problems(demo, text)
    assert first.endswith("page.md:4 (T)\n--- shown\n2\n--- printed\n1\n")
    assert second.endswith("page.md:9 (T)\n--- shown\nb\n--- printed\na\n")


def test_output_that_is_not_shown_is_reported(demo: Path) -> None:
    [problem] = problems(demo, "# T\n\n```python\nprint(1)\n```\n")
    assert problem.endswith("--- shown\n--- printed\n1\n")


def test_nothing_runs_after_a_block_that_fails(demo: Path) -> None:
    text = "# T\n\n```python\nwrong = 1 / 0\n```\n\n```python\nprint(1)\n```\n"
    [problem] = problems(demo, text)
    assert "page.md:4 (T) failed" in problem
    assert 'page.md", line 4, in <module>\n    wrong = 1 / 0\n' in problem
    assert "running.py" not in problem


@pytest.mark.parametrize(
    "code", ["import warnings\nwarnings.warn('old')", "import sys\nsys.exit(2)"]
)
def test_a_warning_and_an_exit_fail(demo: Path, code: str) -> None:
    [problem] = problems(demo, f"# T\n\n```python\n{code}\n```\n")
    assert "failed" in problem


def test_what_is_written_to_stderr_fails(demo: Path) -> None:
    [problem] = problems(demo, "# T\n\n```python\nimport sys\nsys.stderr.write('oh')\n```\n")
    assert "it writes to stderr: oh" in problem


def test_a_program_leaves_the_process_as_it_was(demo: Path) -> None:
    text = """# T

<!-- test: program -->
```python
import logging
import os

logging.basicConfig(level="DEBUG", force=True)
os.environ["GIGSTACK_API_KEY"] = "another"
```
"""
    variables, main = dict(os.environ), sys.modules["__main__"]
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    assert problems(demo, text) == []
    assert (dict(os.environ), sys.modules["__main__"]) == (variables, main)
    assert (root.handlers, root.level) == (handlers, level)


def test_a_program_that_changes_its_process_has_one_of_its_own(demo: Path) -> None:
    pytest.importorskip("structlog")
    text = "# T\n\n<!-- test: program -->\n```python\nimport structlog\nimport os\n\n{}\n```\n"
    own = f"print(os.getpid() == {os.getpid()})\n# False"
    assert problems(demo, text.format(own)) == []
    [problem] = problems(demo, text.format("1 / 0"))
    assert "ZeroDivisionError" in problem


def test_the_tasks_of_a_block_run_on_the_loop_of_the_page(demo: Path) -> None:
    text = """# T

```python
import asyncio

task = asyncio.create_task(asyncio.sleep(0, "done"))
```

```python
print(await task)
# done
```
"""
    assert problems(demo, text) == []
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()


@pytest.mark.parametrize(
    ("shown", "printed", "is_fit"),
    [
        ("a\n", "a\n", True),
        ("a\n", "b\n", False),
        ("a...c\n", "a b c\n", True),
        ("a...c\n", "a\nc\n", False),
        ("...\n", "\n", True),
        ("next='...'\n", "next='...'\n", True),
        ("a.c\n", "abc\n", False),
    ],
)
def test_dots_stand_for_any_text_of_a_line(shown: str, printed: str, *, is_fit: bool) -> None:
    assert fits(shown, printed) is is_fit


def test_a_dialogue_is_run_command_by_command(demo: Path) -> None:
    text = """# T

```console
$ cat clientes.csv
RFC
XAXX010101000
$ export NAME=clientes.csv
$ head -n 1 "$NAME"
RFC
$ echo $?
1
```
"""
    [problem] = problems(demo, text)
    assert problem.endswith("(T) $ echo $?\n--- shown\n1\n--- printed\n0\n")


def test_a_shell_keeps_its_variables_and_its_folder(tmp_path: Path) -> None:
    with Shell(tmp_path) as shell:
        assert shell.run("export NAME=Ana; mkdir a; cd a\n") == ""
        assert shell.run('printf "$NAME"\n') == "Ana"
        assert shell.run("cat\n") == ""
        assert shell.run("python -c 'import os; print(os.getcwd())'\n") == f"{tmp_path / 'a'}\n"


def test_a_shell_fails_with_the_error_of_its_command(tmp_path: Path) -> None:
    with (
        Shell(tmp_path) as shell,
        pytest.raises(FailedCommandError, match="pip: command not found"),
    ):
        shell.run("echo before\npip install x\necho after\n")
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_does_not_end_is_ended(tmp_path: Path) -> None:
    with (
        Shell(tmp_path, limit_s=0.2) as shell,
        pytest.raises(FailedCommandError, match=r"it did not end within 0\.2 s"),
    ):
        shell.run("while true; do :; done\n")
