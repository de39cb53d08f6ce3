"""Options of the command by the arguments that English sentences name."""

from __future__ import annotations

from .bad_files import Sentences

OPTIONS: Sentences = {
    "pass document=": "pass --document",
    "pass on= or journal=": "pass --on or --journal",
    "pass on=, or leave workers= out": "pass --on, or leave --workers out",
    "leave metadata out": "leave --metadata out",
    "without resuming": "without --resume",
    "name the one to read": "name the one to read with --sheet",
    "or name its encoding": "or name its encoding with --encoding",
}
