"""Saves the state to a file and loads it."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from attrs import asdict

from .call import Answer
from .state import State, Team

VERSION = 1


def save(state: State, path: Path) -> None:
    """Writes teams, resources, files and idempotent answers of a state to a file.

    The file is replaced at once, so readers never see half of it.
    """
    document = {
        "version": VERSION,
        "teams": [asdict(team) for team in state.teams.values()],
        "collections": [
            [team, kind, resources] for (team, kind), resources in state.collections().items()
        ],
        "answers": [
            [*place, body, answer.status, answer.document]
            for place, (body, answer) in state.answers.items()
        ],
        "files": {
            name: [b64encode(content).decode(), media_type]
            for name, (content, media_type) in state.files().items()
        },
    }
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    temporary.replace(path)


def load(state: State, path: Path) -> None:
    """Fills a state from a file.

    Raises:
        ValueError: the sandbox did not write this file.
    """
    try:
        document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] != VERSION:
            raise ValueError(document["version"])
        teams = {fields["id"]: Team(**fields) for fields in document["teams"]}
        collections = {(team, kind): resources for team, kind, resources in document["collections"]}
        answers = {
            (team, livemode, operation, key): (body, Answer(status, answer))
            for team, livemode, operation, key, body, status, answer in document["answers"]
        }
        files = {
            name: (b64decode(content), media_type)
            for name, (content, media_type) in document["files"].items()
        }
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path.name} holds no state of this sandbox") from error
    state.restore(teams, collections, files)
    state.answers.update(answers)
