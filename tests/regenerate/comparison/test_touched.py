"""The tests and sandbox handlers that know an operation."""

from __future__ import annotations

from pathlib import Path

from gigstack_api.regenerate.comparison.reports import report
from gigstack_api.regenerate.comparison.touched import Touched, touched
from tests.regenerate.changes.editing import edited

from .edits import BASE

FILES = {
    "tests/test_clients.py": "await gig.clients.get(id)\n",
    "tests/contract/test_ids.py": "IDS = ['get_client']\n",
    "tests/test_other.py": "await gig.clients.get_all(id)\n# get_clients\n",
    "gigstack_api/sandbox/rules/clients.py": "async def get_client(call): ...\n",
    "gigstack_api/sandbox/rules/notes.py": "def create_note(call): ...\n# get_client\n",
}


def repository(folder: Path) -> Path:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_files_are_found_by_method_and_operation_id(tmp_path: Path) -> None:
    root = repository(tmp_path)
    names = ["get_client", "create_note", "delete_client", "unknown"]
    assert touched([BASE], names, root) == (
        Touched(
            "gig.clients.get",
            ("tests/contract/test_ids.py", "tests/test_clients.py"),
            ("gigstack_api/sandbox/rules/clients.py",),
        ),
        Touched("gig.notes.create", (), ("gigstack_api/sandbox/rules/notes.py",)),
    )
    assert touched([BASE], ["unknown"], root) == ()


def test_a_report_names_the_files_of_operations_that_changed(tmp_path: Path) -> None:
    root = repository(tmp_path)
    edits = [["set", "paths /clients/{id} get x-gigstack deadline_s", 90]]
    [one] = report(BASE, edited(BASE, edits), repository=root).touched
    assert one.method == "gig.clients.get"

    text = [["set", "paths /clients/{id} get summary", "Read."]]
    assert report(BASE, edited(BASE, text), repository=root).touched == ()
