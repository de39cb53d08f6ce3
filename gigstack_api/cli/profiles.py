"""Keys in a file that only its owner can read."""

from __future__ import annotations

import os
import re
import stat
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .._core.files.atomic import write_atomically
from .._core.schema.data import Data
from .._core.schema.types import is_object
from .exits import Exit, Refused
from .texts import text

NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Profile(Data, frozen=True):
    """A key, and where and for whom it is used."""

    api_key: str
    base_url: str | None = None
    team: str | None = None

    in_repr = ("base_url", "team")


class Profiles(Data, frozen=True):
    """All profiles by their names, and the one that is used by default."""

    by_name: Mapping[str, Profile]
    default: str | None = None

    in_repr = ("default",)


def profiles_file(environment: Mapping[str, str]) -> Path:
    """The file of the profiles.

    Raises:
        Refused: the environment does not say where it is.
    """
    if sys.platform == "win32":
        home = environment.get("APPDATA")
    else:
        home = environment.get("XDG_CONFIG_HOME")
        if not home and environment.get("HOME"):
            home = str(Path(environment["HOME"]) / ".config")
    if not home:
        raise Refused(text("error.no_home"), Exit.CANNOT_START)
    return Path(home) / "gigstack" / "profiles.toml"


def load_profiles(path: Path) -> Profiles:
    """The profiles of a file; none if it does not exist.

    Raises:
        Refused: others can read or change it, or it is not a file of profiles.
    """
    try:
        with path.open("rb") as file:
            _refuse_if_open(path, os.fstat(file.fileno()))
            found = tomllib.load(file)
    except FileNotFoundError:
        return Profiles({})
    except tomllib.TOMLDecodeError as error:
        # Its text quotes single letters only, and no values.
        raise _bad(path, str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _bad(path, getattr(error, "strerror", None) or "UTF-8") from error
    tables = found.get("profiles", {})
    default = found.get("default")
    if not is_object(tables) or not isinstance(default, str | None):
        raise _bad(path, "[profiles.NAME]")
    return Profiles({name: _profile(path, name, table) for name, table in tables.items()}, default)


def save_profiles(path: Path, profiles: Profiles) -> None:
    """Writes the profiles. Only the owner can read the file.

    Raises:
        FileNotSavedError: the disk is full, or another limit is reached.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Writing keeps the mode of a file that is there.
    if not path.exists():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    write_atomically(path, _written(profiles).encode())


def check_name(name: str) -> str:
    """The name of a profile.

    Raises:
        Refused: it has letters that a name cannot have.
    """
    if NAME.fullmatch(name) is None:
        raise Refused(text("error.profile_name"), Exit.WRONG_USE)
    return name


def _refuse_if_open(path: Path, status: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    if status.st_mode & OTHERS:
        raise Refused(text("error.profiles_open", file=path), Exit.CANNOT_START)
    if status.st_uid != os.getuid():
        raise Refused(text("error.profiles_owner", file=path), Exit.CANNOT_START)


def _profile(path: Path, name: str, table: Any) -> Profile:
    fields = table if is_object(table) else {}
    key, base_url, team = (fields.get(field) for field in ("api_key", "base_url", "team"))
    if (
        not (isinstance(key, str) and key)
        or not isinstance(base_url, str | None)
        or not isinstance(team, str | None)
    ):
        raise _bad(path, f"[profiles.{name}]")
    return Profile(key, base_url, team)


def _bad(path: Path, problem: str) -> Refused:
    return Refused(text("error.profiles_bad", file=path, problem=problem), Exit.CANNOT_START)


def _written(profiles: Profiles) -> str:
    lines = [] if profiles.default is None else [f"default = {_quoted(profiles.default)}", ""]
    for name, profile in profiles.by_name.items():
        lines.append(f"[profiles.{name}]")
        fields = (("api_key", profile.api_key), ("base_url", profile.base_url))
        for field, value in (*fields, ("team", profile.team)):
            lines += [] if value is None else [f"{field} = {_quoted(value)}"]
        lines.append("")
    return "\n".join(lines)


def _quoted(value: str) -> str:
    escaped = "".join(
        f"\\u{ord(letter):04x}" if letter in '"\\' or not letter.isprintable() else letter
        for letter in value
    )
    return f'"{escaped}"'
