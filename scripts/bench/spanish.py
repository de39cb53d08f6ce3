"""The words of the table in Spanish. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.docs.phrases import Phrases

SPANISH: Mapping[str, str] = {
    # the table
    "seed": "semilla",
    "cores": "núcleos",
    "load average": "carga media",
    "took s": "duración en s",
    "what": "qué",
    "goal": "meta",
    "measured": "medido",
    "result": "resultado",
    "figures": "cifras",
    "met": "cumplida",
    "MISSED": "NO CUMPLIDA",
    "not available": "no disponible",
    "calls/s": "llamadas/s",
    "us/call": "us/llamada",
    "rows/s": "filas/s",
    # the rows
    "reading a page of": "leer una página de",
    "full invoices": "facturas completas",
    "writing an invoice of": "escribir una factura de",
    "items": "conceptos",
    "first call of a process": "primera llamada de un proceso",
    "in flight": "en curso",
    "latency": "latencia",
    "one after the other, no latency": "una tras otra, sin latencia",
    "calls at once": "llamadas a la vez",
    "twice": "dos veces",
    "rows": "filas",
    "at once": "a la vez",
    "clients, pages of": "clientes, páginas de",
    "numbered pages": "páginas numeradas",
    # the peers
    "with Gigstack": "con Gigstack",
    "with all loaded before": "con todo cargado antes",
    "on uvloop": "con uvloop",
    "on trio": "con trio",
    "peak memory, first": "memoria máxima, primera",
    "again": "segunda",
    "a hundredth of it at first": "una centésima parte al principio",
    "at last": "al final",
    "one by one": "una por una",
    # the goals
    "at least": "al menos",
    "at most": "como máximo",
    "faster": "más rápido",
    "loading": "carga",
    "peak memory of the second: less than": "memoria máxima de la segunda: menos de",
    "peak memory after": "memoria máxima después de",
    "less than": "menos de",
    "MiB more": "MiB más",
    "last tenth": "última décima parte",
    "the first": "la primera",
    # the notes
    "Processor time.": "Tiempo de procesador.",
    "msgspec is the limit: it drops unknown fields.": (
        "El límite es msgspec, que descarta los campos desconocidos."
    ),
    "Processor time from existing models to bytes.": (
        "Tiempo de procesador de los modelos ya creados a los bytes."
    ),
    "The limit, msgspec on plain mappings, is under": (
        "El límite, msgspec con diccionarios, es menor que"
    ),
    "Wall time of a process that imports it, minus that of one that imports nothing; "
    "the best of each.": (
        "Tiempo de reloj de un proceso que lo importa, menos el de uno que no importa nada; "
        "el mejor de cada uno."
    ),
    "Names of gigstack_api are loaded on first use: a program pays the figure with Gigstack.": (
        "Los nombres de gigstack_api se cargan al usarlos por primera vez: un programa paga la "
        "cifra con Gigstack."
    ),
    "It loads": "Carga",
    "modules": "módulos",
    "of them from": "de ellos de",
    "the rest of the time is a connection and the call.": (
        "el resto del tiempo es una conexión y la llamada."
    ),
    "The limit of any client is": "El límite de cualquier cliente es",
    "The limit, a bare protocol with llhttp and json, is": (
        "El límite, un protocolo mínimo con llhttp y json, es"
    ),
    "The limit is zero growth.": "El límite es que no crezca.",
    "The first pays for a task of each call.": "La primera paga una tarea por llamada.",
    "All rows once, then a tenth of them twice.": (
        "Todas las filas una vez, y luego la décima parte dos veces."
    ),
    "Eight pages at once": "Ocho páginas a la vez",
    "is the limit.": "es el límite.",
}
"""Phrases of the rows."""

PEERS = "ours vanilla openapi generator pydantic msgspec httpx httpx2 sniffio aiohttp openai stripe"

TABLE = Phrases(
    SPANISH, {*PEERS.split(), "prefetch", "python", "import", "x", "us", "ms", "s", "MiB"}
)
