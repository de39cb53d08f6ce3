"""The errors of imports, exports and journals, in English as they are raised and in Spanish."""

from __future__ import annotations

from .bad_files import Sentences

JOURNALS: Sentences = {
    "another process uses it: wait for its end, or use another journal": "otro proceso la usa:"
    " espera a que termine, o usa otra bitácora",
    "it is not a journal: name another file": "no es una bitácora: indica otro archivo",
    "it is damaged: restore it from a copy, or start with a new journal; clients and documents"
    " that exist already are found by their key": "está dañada: recupérala de una copia, o empieza"
    " con una bitácora nueva; los clientes y documentos que ya existen se encuentran por su clave",
    "it was written by another version of this package (format {format}): use that version, or a"
    " new journal": "la escribió otra versión de este paquete (formato {format}): usa esa versión,"
    " o una bitácora nueva",
    "it cannot be opened: check its folder and its permissions": "no se puede abrir: revisa su"
    " carpeta y sus permisos",
    "it cannot be written ({error}); what had been written before is kept, and rows in flight will"
    " be looked up: make room, and start again with the same file and journal": "no se puede"
    " escribir ({error}); se conserva lo que ya estaba escrito, y se buscarán los renglones en"
    " curso: libera espacio y empieza otra vez con el mismo archivo y la misma bitácora",
    "this journal belongs to another file, or the file has changed: use the same file, or a new"
    " journal": "esta bitácora es de otro archivo, o el archivo cambió: usa el mismo archivo, o una"
    " bitácora nueva",
    "this journal was started with {name} = {known}, not {value}: use the same settings, or a new"
    " journal": "esta bitácora se empezó con {name} = {known}, no {value}: usa las mismas opciones,"
    " o una bitácora nueva",
    "this run was started before, and without a key in their metadata nothing shows which documents"
    " are stamped already: compare its results with the invoices, and import only those that are"
    " missing": "esta importación ya se empezó antes, y sin una clave en sus metadatos nada muestra"
    " qué documentos ya están timbrados: compara sus resultados con las facturas, e importa solo"
    " las que falten",
}

IMPORTS: Sentences = {
    "document {key} begins in line {first} and goes on here, after other documents: sort the rows"
    " by this column": "el documento {key} empieza en la línea {first} y continúa aquí, después de"
    " otros documentos: ordena los renglones por esta columna",
    "it is empty: fill in the key of the document": "está vacía: pon la clave del documento",
    "lines of documents are read twice: pass a file or a list, not an iterator": "los renglones de"
    " documentos se leen dos veces: pasa un archivo o una lista, no un iterador",
    "they are one document and differ in {field}: give them the same value": "son un solo documento"
    " y difieren en {field}: ponles el mismo valor",
    "without a key in their metadata, documents are only stamped with a journal, which refuses a"
    " second run: pass on= or journal=": "sin una clave en sus metadatos, los documentos solo se"
    " timbran con una bitácora, que impide una segunda vez: indica --on o --journal",
    "on must be metadata.NAME, not {value}": "--on debe ser metadata.NOMBRE, no {value}",
    "name the column with the key of the document: pass document=, or map it to {field}": "indica"
    " la columna con la clave del documento: usa --document, o asígnala a {field} con --map",
    "{note}; the lookup failed: {error}": "{note}; la búsqueda falló: {error}",
    "the lookup failed: {error}": "la búsqueda falló: {error}",
    "an upsert on {value} needs a value: pass the field of that name, or value=": "falta el valor"
    " de {value}, con el que se busca: llena esa columna",
    "it may have been done": "tal vez se hizo",
    "the list of invoices is not filtered by {field}": "la lista de facturas no se filtra por"
    " {field}",
    "{count} services have this {field} ({ids}): delete all but one": "{count} servicios tienen"
    " este {field} ({ids}): borra todos menos uno",
    "an earlier row with this key was not done: the next run with the journal does both": "un"
    " renglón anterior con esta clave no se hizo: la próxima vez con la bitácora se hacen los dos",
    "checks must be 'off', 'warn' or 'error', not {value}": "--checks es 'off', 'warn' o 'error',"
    " no {value}",
    "{name} must be at least {number}, not {value}": "{name} debe ser al menos {number}, no"
    " {value}",
    "only files have a fingerprint: for other rows open the journal with Journal.open(path,"
    " fingerprint=...)": "solo los archivos tienen huella: para otros renglones abre la bitácora"
    " con Journal.open(path, fingerprint=...)",
    "rows must be a file of open_rows, or an iterable of mappings": "los renglones deben ser un"
    " archivo de open_rows, o un iterable de diccionarios",
    "resource must be one of {names}, not {value}": "resource debe ser uno de {names}, no {value}",
    "mapping is for files and frames without columns=": "mapping es para archivos y tablas sin"
    " columns=",
    "with a journal, rows are read twice: pass a file, a frame or a list, not an iterator": "con"
    " una bitácora, los renglones se leen dos veces: pasa un archivo, una tabla o una lista, no un"
    " iterador",
    "pass either workers or a scheduler": "indica --workers o --scheduler, no ambos",
    "update is for clients and services: invoices are stamped": "--update es para clientes y"
    " servicios: las facturas se timbran",
    "document is for invoices": "--document es para facturas",
    "{type} holds no rows: pass a path, a frame or an iterable of mappings": "{type} no contiene"
    " renglones: pasa un archivo, una tabla o un iterable de diccionarios",
    "the columns of a frame must have names, not {value}: rename them": "las columnas de una tabla"
    " deben tener nombres, no {value}: cámbialos",
}

EXPORTS: Sentences = {
    "{file} belongs to another export, or to one with other filters or another key: export to"
    " another file, or without resuming": "{file} es de otra exportación, o de una con otros"
    " filtros u otra llave: exporta a otro archivo, o sin --resume",
    "{file} is damaged: delete it, and export again without resuming": "{file} está dañado:"
    " bórralo y exporta otra vez sin --resume",
    "an exported file is not filtered: leave the filters out": "un archivo exportado no se filtra:"
    " quita los filtros",
    "it has no column 'uuid': name a file of exported invoices": "no tiene la columna 'uuid':"
    " indica un archivo de facturas exportadas",
    "{value} is not a UUID": "{value} no es un UUID",
    "exported are {names}, not {value}": "se exportan {names}, no {value}",
    "{resource} cannot be filtered by metadata: leave metadata out": "{resource} no se puede"
    " filtrar por metadatos: quita --metadata",
    "{name} needs a time zone: datetime(..., tzinfo=...)": "{name} necesita zona horaria:"
    " datetime(..., tzinfo=...)",
}

GOES_ON = (
    "the run goes on where it ended if it is started again with its journal, and rows in flight are"
    " looked up"
)
CONTINUA = (
    "si se empieza otra vez con su bitácora, continúa donde terminó, y se buscan los renglones en"
    " curso"
)

WORKERS: Sentences = {
    "documents without a key in their metadata are not shared among workers: after the loss of one"
    " they would be stamped twice, since nothing shows which ones are; pass on=, or leave workers="
    " out": "los documentos sin una clave en sus metadatos no se reparten: si se perdiera un"
    " proceso se timbrarían dos veces, pues nada muestra cuáles ya lo están; indica --on, o quita"
    " --workers",
    "a batch was cancelled: start again with the journal": "se canceló un lote: empieza otra vez"
    " con la bitácora",
    "pass either a number of workers or a scheduler": "indica --workers o --scheduler, no ambos",
    "the number of workers must be at least 1, not {count}": "--workers debe ser al menos 1, no"
    " {count}",
    "workers need Dask: pip install 'gigstack-api[distributed]'": "--workers necesita Dask: pip"
    " install 'gigstack-api[distributed]'",
    "workers need asyncio: Dask does not run on trio": "--workers necesita asyncio: Dask no"
    " funciona con trio",
    "the distributed.Client is closed: open it, or pass another": "el distributed.Client está"
    " cerrado: ábrelo, o pasa otro",
    "no scheduler answers at {url}: {error}": "ningún scheduler contesta en {url}: {error}",
    "a worker answered with {type}": "un proceso contestó con {type}",
    "the scheduler does not know this run, since it was started again meanwhile": "el"
    " scheduler no conoce esta corrida, porque se arrancó de nuevo mientras tanto",
    "worker {address} cannot read the rows ({type}: {error}): install on it what their values need,"
    " or pass plain values": "el proceso {address} no puede leer los renglones ({type}: {error}):"
    " instálale lo que sus valores necesitan, o pasa valores sencillos",
    "row {number} has a value that cannot be sent to workers ({error}): pass text, numbers, dates,"
    " lists and dicts": "el renglón {number} tiene un valor que no se puede enviar a los procesos"
    " ({error}): pasa textos, números, fechas, listas y diccionarios",
    "the rows cannot be sent to workers: {error}": "los renglones no se pueden enviar a los"
    " procesos: {error}",
    "the workers have not started within {seconds} s": "los procesos no arrancaron en {seconds} s",
    'the workers have not started ({error}): a script needs `if __name__ == "__main__":` around'
    " what starts them; if it is there, see what the workers print": "los procesos no arrancaron"
    ' ({error}): un script necesita `if __name__ == "__main__":` alrededor de lo que los arranca;'
    " si ya lo tiene, mira lo que escriben los procesos",
    f"a batch failed on a worker ({{type}}: {{error}}); {GOES_ON}": "un lote falló en un proceso"
    f" ({{type}}: {{error}}); {CONTINUA}",
    f"the cluster has had no worker for {{seconds}} s: start some; {GOES_ON}": "el clúster lleva"
    f" {{seconds}} s sin procesos: arranca algunos; {CONTINUA}",
    "the cluster has had no worker for {seconds} s: start some": "el clúster lleva {seconds} s sin"
    " procesos: arranca algunos",
    "worker {address} has {found}: install {package} on it": "el proceso {address} tiene {found}:"
    " instálale {package}",
    f"every worker that began a batch was lost ({{error}}); {GOES_ON}": "se perdieron todos los"
    f" procesos que empezaron un lote ({{error}}); {CONTINUA}",
    f"the scheduler has gone, or has dropped a batch; {GOES_ON}": "el scheduler ya no está, o"
    f" perdió un lote; {CONTINUA}",
    f"the scheduler does not answer; {GOES_ON}": f"el scheduler no contesta; {CONTINUA}",
}
