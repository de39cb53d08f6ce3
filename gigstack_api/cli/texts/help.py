"""The texts of `--help`: Spanish, then English."""

from __future__ import annotations

from collections.abc import Mapping

Table = Mapping[str, tuple[str, str]]

COMMANDS: Table = {
    "command": (
        "Trabaja con gigstack desde la terminal: importa hojas de cálculo, exporta listas y revisa"
        " tu conexión.",
        "Work with gigstack from the terminal: import spreadsheets, export lists and check your"
        " connection.",
    ),
    "command.clients": ("Clientes.", "Clients."),
    "command.clients.import": (
        "Crea o actualiza clientes desde un archivo.",
        "Create or update clients from a file.",
    ),
    "command.services": ("Servicios y productos.", "Services and products."),
    "command.services.import": (
        "Crea o actualiza servicios desde un archivo.",
        "Create or update services from a file.",
    ),
    "command.invoices": ("Facturas.", "Invoices."),
    "command.invoices.import": (
        "Timbra facturas desde un archivo con un renglón por concepto.",
        "Stamp invoices from a file with one row per item.",
    ),
    "command.export": ("Exporta una lista a un archivo.", "Export a list to a file."),
    "command.files": (
        "Descarga el PDF y el XML de tus facturas, en carpetas por mes.",
        "Download the PDF and XML of your invoices, into folders by month.",
    ),
    "command.whoami": (
        "Muestra de quién es la llave y si es de prueba.",
        "Show whose key it is, and whether it is a test key.",
    ),
    "command.doctor": (
        "Revisa la instalación, la llave y la conexión.",
        "Check the installation, the key and the connection.",
    ),
    "command.rfc": ("RFC.", "RFCs (Mexican tax ids)."),
    "command.rfc.check": (
        "Revisa RFC, y con una llave los busca en las listas del SAT.",
        "Check RFCs, and with a key look them up in the lists of the SAT.",
    ),
    "command.catalogs": ("Muestra los catálogos del SAT.", "Show the catalogues of the SAT."),
    "command.webhooks": ("Webhooks.", "Webhooks."),
    "command.webhooks.listen": (
        "Recibe webhooks en esta computadora y los muestra.",
        "Receive webhooks on this machine and show them.",
    ),
    "command.reconcile": (
        "Averigua si se hizo una llamada cuya respuesta se perdió.",
        "Find out whether a call whose answer was lost was carried out.",
    ),
    "command.sandbox": (
        "Levanta un gigstack local para pruebas.",
        "Run a local gigstack to test against.",
    ),
    "command.profile": ("Llaves guardadas.", "Stored keys."),
    "command.profile.add": (
        "Guarda una llave; la pide o la lee de la entrada estándar.",
        "Store a key; it is asked for, or read from standard input.",
    ),
    "command.profile.list": ("Muestra los perfiles.", "List the profiles."),
    "command.profile.remove": ("Borra un perfil.", "Delete a profile."),
    "help.default": ("si no se indica", "default"),
    "help.usage": ("Uso", "Usage"),
    "help.options": ("Opciones", "Options"),
    "help.options_metavar": ("[OPCIONES]", "[OPTIONS]"),
    "help.commands": ("Comandos", "Commands"),
    "help.command_metavar": ("COMANDO [ARGUMENTOS]...", "COMMAND [ARGS]..."),
}

OPTIONS: Table = {
    "option.help": ("Muestra esta ayuda.", "Show this help."),
    "option.lang": ("Idioma; si no, el de tu sistema.", "Language; by default that of the locale."),
    "option.version": ("Muestra la versión.", "Show the version."),
    "option.profile": (
        "Perfil con la llave; si no, GIGSTACK_API_KEY.",
        "Profile with the key; by default GIGSTACK_API_KEY.",
    ),
    "option.json": (
        "Escribe JSON en la salida estándar, una línea por resultado.",
        "Write JSON to standard output, one line per result.",
    ),
    "option.quiet": ("No muestra el avance.", "Show no progress."),
    "option.team": (
        "Equipo por el que se trabaja (gigstack Connect).",
        "Team to act for (gigstack Connect).",
    ),
    "option.on": (
        "Campo con el que se busca si ya existe.",
        "Field by which existing ones are found.",
    ),
    "option.on_invoices": (
        "Metadato en que se guarda la clave de cada documento; vacío para no guardarla.",
        "Metadata in which the key of each document is stored; empty to store none.",
    ),
    "option.document": (
        "Columna con la clave del documento, que agrupa sus renglones.",
        "Column with the key of the document, which groups its rows.",
    ),
    "option.client_on": (
        "Campo con el que se busca al cliente; vacío para no buscarlo.",
        "Field by which the client is found; empty to look none up.",
    ),
    "option.update": (
        "Actualiza los que ya existen; si no, se dejan como están.",
        "Update existing ones; otherwise they are left unchanged.",
    ),
    "option.map": (
        "Qué campo va en una columna: COLUMNA=campo. Sin campo, la columna se ignora. Se puede"
        " repetir.",
        "Which field a column holds: COLUMN=field.path. Without a field the column is ignored. May"
        " be repeated.",
    ),
    "option.concurrency": ("Cuántos se hacen a la vez.", "How many are in flight at once."),
    "option.workers": (
        "Reparte las filas entre tantos procesos de esta computadora.",
        "Share the rows among so many processes on this machine.",
    ),
    "option.scheduler": (
        "Reparte las filas entre los procesos de un clúster de Dask.",
        "Share the rows among the workers of a Dask cluster.",
    ),
    "option.dry_run": (
        "Solo convierte y revisa; no envía nada.",
        "Only convert and check; send nothing.",
    ),
    "option.journal": (
        "Bitácora con la que se continúa si algo se interrumpe; si no, una junto al archivo.",
        "Journal by which an interrupted run goes on; by default one beside the file.",
    ),
    "option.report": (
        "Reporte .jsonl o .csv con una línea por renglón.",
        "Report, .jsonl or .csv, with one line per row.",
    ),
    "option.limit": ("Cuántos se hacen como máximo.", "How many are done at most."),
    "option.checks": (
        "Revisión fiscal antes de enviar.",
        "Fiscal checks before anything is sent.",
    ),
    "option.sheet": ("Hoja del libro de Excel.", "Sheet of the workbook."),
    "option.encoding": ("Codificación del CSV.", "Encoding of the CSV file."),
    "option.yes": ("No pide confirmación.", "Ask for no confirmation."),
    "option.out": (
        "Archivo de salida: .csv, .jsonl, .xlsx o .parquet.",
        "File to write: .csv, .jsonl, .xlsx or .parquet.",
    ),
    "option.folder": ("Carpeta de salida.", "Folder to write to."),
    "option.from": (
        "Archivo con facturas exportadas; si no, se toman de la API.",
        "File of exported invoices; by default they are listed by the API.",
    ),
    "option.created_gte": (
        "Creados desde este día o momento, 2026-05-31.",
        "Created at or after this day or time, 2026-05-31.",
    ),
    "option.created_lte": (
        "Creados hasta este día o momento, inclusive.",
        "Created at or before this day or time.",
    ),
    "option.metadata": (
        "Solo los que tienen este metadato: CLAVE=VALOR. Se puede repetir.",
        "Only those with this metadata: KEY=VALUE. May be repeated.",
    ),
    "option.resume": (
        "Continúa una exportación interrumpida.",
        "Go on with an interrupted export.",
    ),
    "option.offline": ("No consulta las listas del SAT.", "Ask no lists of the SAT."),
    "option.search": (
        "Solo los códigos con este texto, en español o inglés.",
        "Only codes with this text, in Spanish or English.",
    ),
    "option.port": ("Puerto en que se escucha.", "Port to listen on."),
    "option.subscribe": (
        "Crea el webhook en el sandbox de GIGSTACK_API_BASE_URL, y lo borra al final.",
        "Create the webhook in the sandbox at GIGSTACK_API_BASE_URL, and delete it at the end.",
    ),
    "option.replay": (
        "Primero reproduce los eventos del negocio de ejemplo del sandbox.",
        "First replay the events of the sandbox's demo business.",
    ),
    "option.count": ("Termina después de tantos eventos.", "End after that many events."),
    "option.settle": (
        "Segundos que se sigue buscando; si no, lo que la API puede tardar.",
        "Seconds to keep looking; by default as long as the API may take.",
    ),
    "option.base_url": (
        "URL de la API para esta llave; http solo en esta computadora.",
        "URL of the API for this key; http only on this machine.",
    ),
    "option.default": (
        "Usa este perfil si no hay GIGSTACK_API_KEY.",
        "Use this profile where GIGSTACK_API_KEY is not set.",
    ),
}

METAVARS: Table = {
    "metavar.column": ("COLUMNA", "COLUMN"),
    "metavar.date": ("FECHA", "DATE"),
    "metavar.field": ("CAMPO", "FIELD"),
    "metavar.file": ("ARCHIVO", "FILE"),
    "metavar.folder": ("CARPETA", "FOLDER"),
    "metavar.id": ("ID", "ID"),
    "metavar.map": ("COLUMNA=CAMPO", "COLUMN=FIELD"),
    "metavar.n": ("N", "N"),
    "metavar.name": ("NOMBRE", "NAME"),
    "metavar.pair": ("CLAVE=VALOR", "KEY=VALUE"),
    "metavar.url": ("URL", "URL"),
    "metavar.record": ("ERROR.json", "ERROR.json"),
    "metavar.resource": ("LISTA", "LIST"),
    "metavar.rfcs": ("RFC...", "RFC..."),
    "metavar.seconds": ("SEGUNDOS", "SECONDS"),
    "metavar.text": ("TEXTO", "TEXT"),
}
