"""The page with the figures in Spanish, phrase by phrase. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.docs.phrases import Phrases

from .result import HEAD

HEAD_IN_SPANISH = """# Cifras de la prueba de estrés

Las escribe `make torture` (`python -m tests.stress --record`); no las edites. Las promesas detrás
de las cifras se explican en [Confiabilidad](../guides/reliability.md).
"""

PAGE: Mapping[str, str] = {
    HEAD.rstrip(): HEAD_IN_SPANISH.rstrip(),
    "Recorded with seed": "Se registraron con la semilla",
    "scale": "escala",
    "promise": "promesa",
    "what was counted": "qué se contó",
    "figure": "cifra",
    "Writes": "Escrituras",
    "Bulk": "Trabajo masivo",
    "Imports": "Importaciones",
    "Workers": "Workers",
    "Reads": "Lecturas",
    "Answers": "Respuestas",
    "Lists": "Listas",
    "Secrets": "Secretos",
    "Tenants": "Equipos",
    "Time": "Tiempo",
    "Cancellation and lifetime": "Cancelación y ciclo de vida",
}
WRITES: Mapping[str, str] = {
    "writes, each faulted": "escrituras, cada una con una falla",
    "requests": "peticiones",
    "faults": "fallas",
    "drift": "desviación",
    "empty": "vacía",
    "refused": "rechazada",
    "server restarts": "reinicios del servidor",
    "ended in value": "terminó en un valor",
    "ended in a value": "terminó en un valor",
    "ended in cancelled": "terminó cancelada",
    "ended in": "terminó en",
    "effects found": "efectos encontrados",
    "lost": "perdidas",
    "doubled": "duplicadas",
    "once, sent again": "once, enviadas otra vez",
    "wrong reports": "informes equivocados",
    "unknown, looked up: cannot be determined": "desconocidas, buscadas: no se puede saber",
    "unknown, looked up: done": "desconocidas, buscadas: hechas",
    "unknown, looked up: not done": "desconocidas, buscadas: no hechas",
    "unknown, looked up wrongly": "desconocidas, buscadas con mal resultado",
}
ROWS: Mapping[str, str] = {
    "rows": "filas",
    "rows that share a key": "filas que comparten una clave",
    "clients found": "clientes encontrados",
    "rows without a report, or with two": "filas sin reporte, o con dos",
    "rows without an outcome, or with two": "filas sin resultado, o con dos",
    "out of order": "fuera de orden",
    "most rows taken ahead": "máximo de filas tomadas por adelantado",
    "memory growth after the first rows, MiB": (
        "crecimiento de la memoria después de las primeras filas, MiB"
    ),
    "bad ones": "malas",
    "seeds": "semillas",
    "kills": "muertes",
    "of these, of a worker": "de ellas, de un worker",
    "rows in flight when killed": "filas en camino al morir",
    "in the end": "al final",
    "twice": "dos veces",
    "clients": "clientes",
    "services": "servicios",
    "invoices": "facturas",
}
READS: Mapping[str, str] = {
    "operations": "operaciones",
    "mutated responses": "respuestas alteradas",
    "kinds of mutation": "tipos de alteración",
    "values": "valores",
    "API errors": "errores de la API",
    "unreadable": "ilegibles",
    "lost on the way": "perdidas en el camino",
    "broken pagination": "paginación rota",
    "values compared field by field": "valores comparados campo por campo",
    "drift that had to be reported, and was": "desviaciones que debían reportarse, y se reportaron",
    "hand-written responses over TCP": "respuestas escritas a mano, por TCP",
    "crashes and other violations": "caídas y otras violaciones",
}
ANSWERS: Mapping[str, str] = {
    "calls": "llamadas",
    "default": "predeterminado",
    "connections": "conexiones",
    "answers": "respuestas",
    "1xx before it": "un 1xx antes",
    "a 1xx behind it": "un 1xx después",
    "a 408 behind it": "un 408 después",
    "a 408 while idle": "un 408 sin uso",
    "a length beside chunks": "una longitud junto con chunks",
    "a length that counts characters": "una longitud que cuenta caracteres",
    "a line end behind it": "un fin de línea después",
    "another's before the first request": "una ajena antes de la primera petición",
    "another's behind a 204": "una ajena después de un 204",
    "another's behind a refusal": "una ajena después de un rechazo",
    "another's behind it": "una ajena después",
    "another's behind its chunks": "una ajena después de sus chunks",
    "another's in the next read": "una ajena en la siguiente lectura",
    "another's while idle": "una ajena sin uso",
    "answered": "respondidas",
    "closed after it": "conexión cerrada después",
    "closed without it": "conexión cerrada sin ella",
    "delayed": "retrasadas",
    "garbage behind it": "basura después",
    "half of another's behind it": "la mitad de una ajena después",
    "half of another's while idle": "la mitad de una ajena sin uso",
    "in chunks": "en chunks",
    "in pieces": "en pedazos",
    "late": "tardías",
    "packed": "comprimidas",
    "answers: refused": "respuestas: rechazadas",
    "repeated while idle": "repetidas sin uso",
    "reset": "conexión reiniciada",
    "truncated": "cortadas",
    "answers of another call": "respuestas de otra llamada",
    "writes answered that never arrived": "escrituras con respuesta que nunca llegaron",
}
LISTS: Mapping[str, str] = {
    "lists": "listas",
    "lists by cursor": "listas por cursor",
    "lists by next": "listas por next",
    "lists by page": "listas por página",
    "lists by single page": "listas de una sola página",
    "lists by": "listas por",
    "lists that met a fault": "listas con alguna falla",
    "lists with prefetch": "listas con prefetch",
    "resumptions from a checkpoint": "continuaciones desde un checkpoint",
    "lists resumed in a new process": "listas continuadas en un proceso nuevo",
    "items expected": "elementos esperados",
    "items given": "elementos entregados",
    "items lost": "elementos perdidos",
    "items doubled": "elementos duplicados",
    "tasks left over": "tareas que quedaron",
}
SECRETS: Mapping[str, str] = {
    "calls against scripted responses": "llamadas con respuestas preparadas",
    "calls against the sandbox": "llamadas al sandbox",
    "requests that carried a secret": "peticiones con un secreto",
    "responses that carried a secret": "respuestas con un secreto",
    "lines logged": "líneas en el log",
    "lines of httpcore": "líneas de httpcore",
    "lines of the sandbox": "líneas del sandbox",
    "errors inspected": "errores revisados",
    "kinds of errors": "tipos de errores",
    "frames with their variables": "frames con sus variables",
    "frames of libraries among them": "de ellos, frames de bibliotecas",
    "drift reports": "reportes de desviaciones",
    "files fetched from another host": "archivos descargados de otro host",
    "texts searched": "textos revisados",
    "secrets or personal data found": "secretos o datos personales encontrados",
    "keys that went elsewhere": "llaves que fueron a otro lado",
}
TENANTS: Mapping[str, str] = {
    "calls that ended well": "llamadas que terminaron bien",
    "teams": "equipos",
    "not sent": "no enviadas",
    "requests with another team": "peticiones con otro equipo",
}
TIME: Mapping[str, str] = {
    "calls that cannot end in time": "llamadas que no pueden terminar a tiempo",
    "worst overrun, s": "peor exceso, s",
    "requests of 100 tasks begun in the second that a 429 asked for": (
        "peticiones de 100 tareas iniciadas en el segundo que pidió un 429"
    ),
    "extra requests to an API that refuses connections, of": (
        "peticiones de más a una API que rechaza conexiones, de"
    ),
    "extra requests to an API that answers 503, of": (
        "peticiones de más a una API que responde 503, de"
    ),
    "calls flooded": "llamadas inundadas",
    "own connections": "conexiones propias",
    "a given client": "un cliente dado",
    "behind a proxy": "detrás de un proxy",
    "latest end after the deadline, s": "final más tardío después del plazo, s",
    "event loop held at a time, s": "loop de eventos detenido de una vez, s",
}
LIFETIME: Mapping[str, str] = {
    "calls cancelled": "llamadas canceladas",
    "calls cancelled while connecting": "llamadas canceladas al conectar",
    "downloads cancelled, each at another step": "descargas canceladas, cada una en otro paso",
    "file descriptors left open": "descriptores de archivo que quedaron abiertos",
    "sockets, loops or files that were not closed": "sockets, loops o archivos sin cerrar",
    "calls cancelled, each at another step": "llamadas canceladas, cada una en otro paso",
    "of them: left a connection, a task or a slot behind": (
        "de ellas: dejaron una conexión, una tarea o un lugar"
    ),
    "calls in flight while their client was closed, all with a clear end": (
        "llamadas en curso al cerrar su cliente, todas con un final claro"
    ),
    "event loops in turn for one client": "loops de eventos seguidos con un cliente",
    "forks in the middle of a loop": "forks a la mitad de un loop",
    "warnings for a client that was never closed": "avisos por un cliente que nunca se cerró",
}

NAMES = ("idempotent", "keyed", "natural", "once", "html", "status", "download", "asyncio", "trio")

FIGURES = Phrases(
    {
        **PAGE,
        **WRITES,
        **ROWS,
        **READS,
        **ANSWERS,
        **LISTS,
        **SECRETS,
        **TENANTS,
        **TIME,
        **LIFETIME,
    },
    NAMES,
)
