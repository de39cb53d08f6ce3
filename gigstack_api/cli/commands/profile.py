"""`profile add`, `profile list` and `profile remove`: stored keys."""

from __future__ import annotations

import os
import sys
from getpass import getpass

import click

from ..._core.http.auth import ApiKey
from ..._core.http.urls import check_base_url
from ...errors import ConfigurationError
from ..exits import Exit, Refused
from ..framework import argument, flag, option
from ..framework import command as make
from ..profiles import (
    Profile,
    Profiles,
    check_name,
    load_profiles,
    profiles_file,
    save_profiles,
)
from ..sentences import sentence_of
from ..terminal.output import Output
from ..texts import text
from .common import output_options
from .whoami import mode_text


def add() -> click.Command:
    """The command `profile add`."""
    return make(
        "profile.add",
        _add,
        [
            argument("name", metavar="name"),
            option("--base-url", key="base_url", metavar="url"),
            option("--team", key="team", metavar="id"),
            flag("--default", "is_default", key="default"),
        ],
    )


def listing() -> click.Command:
    """The command `profile list`."""
    return make("profile.list", _list, output_options())


def remove() -> click.Command:
    """The command `profile remove`."""
    return make("profile.remove", _remove, [argument("name", metavar="name")])


def _add(*, name: str, base_url: str | None, team: str | None, is_default: bool) -> int:
    check_name(name)
    try:
        base_url = base_url if base_url is None else check_base_url(base_url)
    except ConfigurationError as error:
        raise Refused(sentence_of(error), Exit.WRONG_USE) from error
    path = profiles_file(os.environ)
    profiles = load_profiles(path)
    key = _read_key()
    ApiKey(key)  # refuses one that cannot be sent
    default = name if is_default or not profiles.by_name else profiles.default
    added = {**profiles.by_name, name: Profile(key, base_url, team)}
    save_profiles(path, Profiles(added, default))
    Output().show(text("profile.added", name=name, file=path))
    return Exit.DONE


def _read_key() -> str:
    key = (
        getpass(f"{text('profile.prompt')}: ", sys.stderr)
        if sys.stdin.isatty()
        else sys.stdin.readline()
    ).strip()
    if not key:
        raise Refused(text("error.empty_key"), Exit.WRONG_USE)
    return key


def _list(*, as_json: bool, quiet: bool) -> int:
    output = Output(as_json=as_json, quiet=quiet)
    path = profiles_file(os.environ)
    profiles = load_profiles(path)
    if not profiles.by_name:
        output.say(text("profile.none", file=path))
        return Exit.DONE
    rows: list[list[str]] = []
    for name, profile in profiles.by_name.items():
        livemode = ApiKey(profile.api_key).livemode
        is_default = name == profiles.default
        output.emit(
            {
                "profile": name,
                "livemode": livemode,
                "base_url": profile.base_url,
                "team": profile.team,
                "default": is_default,
            }
        )
        mode, mark = mode_text(livemode=livemode), text("yes") if is_default else ""
        rows.append([name, mode, profile.base_url or "", profile.team or "", mark])
    labels = ("profile.name", "whoami.mode", "whoami.base_url", "whoami.team", "profile.default")
    output.table([text(label) for label in labels], rows)
    return Exit.DONE


def _remove(*, name: str) -> int:
    path = profiles_file(os.environ)
    profiles = load_profiles(path)
    if name not in profiles.by_name:
        raise Refused(text("error.no_profile", name=name, file=path), Exit.WRONG_USE)
    rest = {other: profile for other, profile in profiles.by_name.items() if other != name}
    default = None if profiles.default == name else profiles.default
    save_profiles(path, Profiles(rest, default))
    Output().show(text("profile.removed", name=name))
    return Exit.DONE
