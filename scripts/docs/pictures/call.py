"""The way of a call: the functions that a real call goes through, in their order.

A call whose first attempt fails is made in a sandbox and traced; the picture is not drawn if a
function that it shows is not called, or in another order.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from types import FrameType

from attrs import frozen

from gigstack_api import RetryPolicy
from gigstack_api.sandbox import Fault, Sandbox

from .svg import Drawing

CODE = "await gig.clients.get(client_id)"
AREAS = {
    "generated": {"en": "Generated, no I/O", "es": "Generado, sin E/S"},
    "surface": {"en": "Surface", "es": "Superficie"},
    "core": {"en": "Core", "es": "Núcleo"},
}
TITLES = {"en": "The way of a call", "es": "El camino de una llamada"}
AGAIN = {"en": "again", "es": "otra vez"}


@frozen
class Station:
    """A function on the way, and what happens there."""

    area: str
    module: str
    function: str
    said: Mapping[str, str]

    @property
    def name(self) -> str:
        """The function as a trace names it."""
        return f"gigstack_api.{self.module}:{self.function}"


def _says(english: str, spanish: str) -> Mapping[str, str]:
    return {"en": english, "es": spanish}


STATIONS = (
    Station(
        "generated",
        "_generated.api.clients",
        "ClientsApi.get",
        _says("takes typed arguments", "recibe argumentos con tipos"),
    ),
    Station(
        "generated",
        "operations.clients.get_client",
        "build",
        _says("describes the call, sends nothing", "describe la llamada, no envía nada"),
    ),
    Station(
        "surface",
        "client",
        "Gigstack.request",
        _says("fiscal checks, if wanted", "revisiones fiscales, si las pides"),
    ),
    Station(
        "core",
        "_core.sending.request",
        "prepare",
        _says(
            "headers, key, bytes; the deadline starts", "encabezados, llave, bytes; corre el plazo"
        ),
    ),
    Station(
        "core",
        "_core.sending.one_attempt",
        "attempt_once",
        _says("waits for a rate limit", "espera si hay límite de peticiones"),
    ),
    Station(
        "core",
        "_core.http.transport",
        "Transport.send",
        _says("finds a connection and sends", "toma una conexión y envía"),
    ),
    Station(
        "core",
        "_core.retries.policy",
        "wait_before_retry",
        _says("failed: again after a wait, or stop", "falló: otra vez tras una espera, o alto"),
    ),
    Station(
        "core",
        "_core.responses.reading",
        "ReplyReader.read_plain",
        _says("answered: a value, drift or an error", "contestó: un valor, desviación o error"),
    ),
)
AGAIN_FROM, AGAIN_TO = 6, 4
"""The station from which a call goes back, and to which."""

WIDTH, TOP, STEP, BOX = 760, 70, 62, 40
LEFT, BOX_WIDTH, TEXT = 150, 260, 430


class WayError(Exception):
    """A call does not go the way that the picture shows."""


async def traced() -> list[str]:
    """The functions of the package that a call enters whose first attempt fails, each once."""
    entered: dict[str, None] = {}

    def note(frame: FrameType, event: str, argument: object) -> None:
        module = str(frame.f_globals.get("__name__", ""))
        if event == "call" and module.startswith("gigstack_api."):
            entered.setdefault(f"{module}:{frame.f_code.co_qualname}")

    sandbox = Sandbox()
    sandbox.faults.add(Fault("get_client", 503))
    async with sandbox.client(retries=RetryPolicy(base_s=0)) as gig:
        client = await gig.clients.create(name="Ana Ruiz")
        before = sys.getprofile()
        sys.setprofile(note)
        try:
            await gig.clients.get(client.id)
        finally:
            sys.setprofile(before)
    return list(entered)


def check(entered: list[str]) -> None:
    """Compares a trace with the stations.

    Raises:
        WayError: a station is missing, or comes too early.
    """
    names = [station.name for station in STATIONS]
    if absent := [name for name in names if name not in entered]:
        raise WayError(f"a call no longer enters {', '.join(absent)}")
    places = [entered.index(name) for name in names]
    if places != sorted(places):
        raise WayError("a call enters the functions of the picture in another order")


def draw(language: str) -> str:
    """The picture in a language."""
    height = TOP + STEP * len(STATIONS) + 10
    drawing = Drawing(WIDTH, height, TITLES[language])
    for area, title in AREAS.items():
        rows = [row for row, station in enumerate(STATIONS) if station.area == area]
        top = TOP + STEP * rows[0] - 8
        drawing.box(10, top, WIDTH - 20, STEP * len(rows) - 6, "area")
        drawing.text(24, top + 26, title[language], "faint")
    drawing.box(LEFT, 10, BOX_WIDTH, 34, "yes")
    drawing.text(LEFT + BOX_WIDTH / 2, 32, CODE, "code", middle=True)
    middle = LEFT + BOX_WIDTH / 2
    for row, station in enumerate(STATIONS):
        top = TOP + STEP * row
        start = 44 if row == 0 else top - STEP + BOX
        drawing.arrow((middle, start), (middle, top))
        drawing.box(LEFT, top, BOX_WIDTH, BOX)
        drawing.text(middle, top + 25, station.function, "code", middle=True)
        drawing.text(TEXT, top + 25, station.said[language])
    _draw_return(drawing, language)
    return drawing.source()


def _draw_return(drawing: Drawing, language: str) -> None:
    low, high = (TOP + STEP * row + BOX / 2 for row in (AGAIN_FROM, AGAIN_TO))
    drawing.arrow((LEFT, low), (LEFT - 36, low), (LEFT - 36, high), (LEFT, high))
    drawing.text(LEFT - 98, (low + high) / 2 + 5, AGAIN[language], "faint")


def pictures() -> Mapping[str, bytes]:
    """The picture in each language, by the name of its file.

    Raises:
        WayError: a real call goes another way.
    """
    check(asyncio.run(traced()))
    return {f"call.{language}.svg": draw(language).encode() for language in TITLES}
