"""The plot of the notebook, as its stored output has it. A test runs it and compares the output."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from ..pages import ROOT

NOTEBOOK = ROOT / "examples" / "invoices_by_month.ipynb"


def pictures() -> Mapping[str, bytes]:
    """The picture by the name of its file."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    found = [
        base64.b64decode(output["data"]["image/png"])
        for cell in cells
        for output in cell.get("outputs", ())
        if "image/png" in output.get("data", ())
    ]
    assert len(found) == 1, "the notebook is to have one picture"
    return {"invoices-by-month.png": found[0]}
