"""How far an export has come, in a small file beside its target."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from ..._core.files.atomic import write_atomically
from ..._core.schema.data import Data
from ...errors import InvalidArgumentError


class Place(Data, frozen=True):
    """How far an export has come.

    Args:
        settings: The export and its filters, by which another one is recognised.
        number: Number of the list that is under way.
        checkpoint: The place in this list; None at its beginning.
        size: Bytes of the part that belong to it.
        rows: Rows written so far.
        is_complete: Whether all lists have been read.
    """

    settings: dict[str, Any]
    number: int = 0
    checkpoint: str | None = None
    size: int = 0
    rows: int = 0
    is_complete: bool = False


def place_file(target: Path) -> Path:
    """The file that holds the place of an export."""
    return target.with_name(f"{target.name}.place")


def save_place(target: Path, place: Place) -> None:
    """Writes the place of an export.

    Raises:
        FileNotSavedError: the disk is full, or another limit is reached.
    """
    write_atomically(place_file(target), msgspec.json.encode(place))


def load_place(target: Path, settings: dict[str, Any]) -> Place | None:
    """The place of an earlier export; None if there is none.

    Raises:
        InvalidArgumentError: it belongs to another export, or cannot be read.
    """
    path = place_file(target)
    try:
        place = msgspec.json.decode(path.read_bytes(), type=Place)
    except FileNotFoundError:
        return None
    except (msgspec.DecodeError, ValueError) as error:
        raise InvalidArgumentError(
            f"{path.name} is damaged: delete it, and export again without resuming"
        ) from error
    if place.settings != settings:
        raise InvalidArgumentError(
            f"{path.name} belongs to another export, or to one with other filters or another key:"
            " export to another file, or without resuming"
        )
    return place
