"""The errors about files, in English as they are raised and in Spanish."""

from __future__ import annotations

from collections.abc import Mapping

Sentences = Mapping[str, str]
"""Spanish by English. A value in braces is the same in both.

`problem`, `note` and `reason` stand for sentences; a `problem` must have a Spanish one, too.
Lists in `names` have their `and` or `or` in Spanish.
"""

BAD_FILES: Sentences = {
    "there is no such file": "no existe ese archivo",
    "it is not a regular file": "no es un archivo",
    "it is empty": "está vacío",
    "it is an Excel workbook of the old format or with a password: save it as .xlsx without a"
    " password": "es un libro de Excel del formato antiguo o con contraseña: guárdalo como .xlsx"
    " sin contraseña",
    "rows are read from .csv, .xlsx, .jsonl and .parquet files: save it as one of them": "se leen"
    " archivos .csv, .xlsx, .jsonl y .parquet: guárdalo en uno de esos formatos",
    "its content is {kind}, not {ending}: rename it": "su contenido es {kind}, no {ending}:"
    " cámbiale el nombre",
    "leave {option} out: a {ending} file has none": "quita {option}: un archivo {ending} no lo"
    " tiene",
    "it has changed since it was opened: start again": "cambió desde que se abrió: empieza otra"
    " vez",
    "it has columns and no rows: add some rows": "tiene columnas y ningún renglón: agrega"
    " renglones",
    "it has more than {count} columns": "tiene más de {count} columnas",
    "column {place} has no name: name it, or delete it": "la columna {place} no tiene nombre:"
    " ponle uno o bórrala",
    "columns {first} and {place} have the same name: rename or delete one": "las columnas {first}"
    " y {place} se llaman igual: cambia el nombre de una o bórrala",
    "cell {place} is in a column without a name": "la celda {place} está en una columna sin"
    " nombre: ponle uno o vacía la celda",
    "a delimiter is one character, not {value}": "un separador es un solo carácter, no {value}",
    "{names} could both be the delimiter: name it": "{names} podrían ser el separador: indica"
    " cuál es",
    "it has {found} of the {count} cells of the header": "tiene {found} de las {count} celdas del"
    " encabezado",
    "it has {found} cells, more than the {count} of the header: put cells that hold {value} into"
    " quotation marks": "tiene {found} celdas, más que las {count} del encabezado: pon entre"
    " comillas las celdas que contienen {value}",
    "a quotation mark is opened here and not closed: close or delete it": "aquí se abre una"
    " comilla que no se cierra: ciérrala o bórrala",
    "a quotation mark inside of a cell must be written twice": "una comilla dentro de una celda"
    " se escribe dos veces",
    "a cell is too long: is a quotation mark not closed?": "una celda es demasiado larga: ¿falta"
    " cerrar una comilla?",
    "the row is longer than {count} characters: it has too many columns, or a quotation mark is"
    " not closed": "el renglón tiene más de {count} caracteres: tiene demasiadas columnas, o falta"
    " cerrar una comilla",
    "it is not {encoding}: save it as CSV UTF-8, or name its encoding": "no es {encoding}:"
    " guárdalo como CSV UTF-8, o indica su codificación",
    "it is not UTF-8, but the lines above are: save it as CSV UTF-8, or name its encoding": "no"
    " es UTF-8, pero las líneas anteriores sí: guárdalo como CSV UTF-8, o indica su codificación",
    "it is neither UTF-8 nor Windows-1252: save it as CSV UTF-8, or name its encoding": "no es"
    " UTF-8 ni Windows-1252: guárdalo como CSV UTF-8, o indica su codificación",
    "there is no encoding {encoding}": "no existe la codificación {encoding}",
    "it holds a NUL character: save it again as CSV UTF-8": "contiene un carácter NUL: guárdalo"
    " otra vez como CSV UTF-8",
    "{file} is read as Windows-1252, since it is not UTF-8. If letters are wrong, save it as CSV"
    " UTF-8, or name its encoding.": "{file} se lee como Windows-1252, pues no es UTF-8. Si hay"
    " letras equivocadas, guárdalo como CSV UTF-8, o indica su codificación.",
    "hidden or filtered rows of sheet {sheet} are read too ({count}); delete them if they are not"
    " meant.": "también se leen renglones ocultos o filtrados de la hoja {sheet} ({count});"
    " bórralos si no van.",
    "the file has more than {count} fields": "el archivo tiene más de {count} campos",
    "it is longer than {count} bytes": "tiene más de {count} bytes",
    'it is not JSON at character {place}: write one object such as {{"name": "Ana"}} per line': "no"
    ' es JSON en el carácter {place}: escribe un objeto como {{"name": "Ana"}} por línea',
    "it is nested too deeply": "está anidado demasiado profundo",
    "it is a list: write one object per line, without brackets around them": "es una lista: escribe"
    " un objeto por línea, sin corchetes alrededor",
    "it is not UTF-8: save it as UTF-8": "no es UTF-8: guárdalo en UTF-8",
    "its content is compressed: unpack it": "su contenido está comprimido: descomprímelo",
    "its content is a PDF: export the rows as .csv or .xlsx where it was made": "su contenido es un"
    " PDF: exporta los renglones como .csv o .xlsx donde se hizo",
    "its content is OpenDocument: save it as .xlsx": "su contenido es OpenDocument: guárdalo como"
    " .xlsx",
    "its content is a web page or XML: open it in Excel or LibreOffice, and save it as .xlsx": "su"
    " contenido es una página web o XML: ábrelo en Excel o LibreOffice y guárdalo como .xlsx",
    "its content is not {ending}: rename it, or save it as {ending_too}": "su contenido no es"
    " {ending}: cámbiale el nombre, o guárdalo como {ending_too}",
    "the header is here again: delete the row": "aquí está otra vez el encabezado: borra el"
    " renglón",
    'it is not an object such as {{"name": "Ana"}}': 'no es un objeto como {{"name": "Ana"}}',
    "the field is there twice": "el campo está dos veces",
    "it cannot be read as an Excel workbook; it may be cut: save it again": "no se puede"
    " leer como libro de Excel; tal vez está incompleto: guárdalo otra vez",
    "it cannot be read as an Excel workbook after line {line}; it may be cut: save it again": "no"
    " se puede leer como libro de Excel después de la línea {line}; tal vez está incompleto:"
    " guárdalo otra vez",
    "it is larger than 2 GiB when unpacked: save it as CSV UTF-8": "pesa más de 2 GiB"
    " descomprimido: guárdalo como CSV UTF-8",
    "the cells {cells} of sheet {sheet} are merged: unmerge them, and fill each cell": "las celdas"
    " {cells} de la hoja {sheet} están combinadas: sepáralas y llena cada celda",
    "it has no sheet with cells": "no tiene ninguna hoja con celdas",
    "it has the sheets {names}: name the one to read": "tiene las hojas {names}: indica con"
    " --sheet cuál se lee",
    "it has no sheet {sheet}; there are {names}": "no tiene la hoja {sheet}; hay {names}",
    "sheet {sheet} is empty": "la hoja {sheet} está vacía",
    "it holds a formula without its result: open the file in Excel or LibreOffice and save it, or"
    " paste the values": "contiene una fórmula sin su resultado: abre el archivo en Excel o"
    " LibreOffice y guárdalo, o pega los valores",
    "it holds the error {value}: correct the formula, or empty the cell": "contiene el error"
    " {value}: corrige la fórmula o vacía la celda",
    "it cannot be read after row {line}; it may be cut: write it again ({error})": "no se puede"
    " leer después del renglón {line}; tal vez está incompleto: escríbelo otra vez ({error})",
    "it is not a complete Parquet file; it may be cut: write it again": "no es un"
    " archivo Parquet completo; tal vez está cortado: escríbelo otra vez",
    "Excel files need openpyxl: pip install 'gigstack-api[cli]'": "los archivos de Excel necesitan"
    " openpyxl: pip install 'gigstack-api[cli]'",
    "Parquet files need pyarrow: pip install 'gigstack-api[parquet]'": "los archivos Parquet"
    " necesitan pyarrow: pip install 'gigstack-api[parquet]'",
    "rows are written to {names}": "se escribe en {names}",
    "it ends before the place to resume at: start again without resuming": "termina antes del"
    " punto en que se continúa: empieza otra vez sin --resume",
    "a sheet holds {most_rows} rows and {most_columns} columns, and there are {rows} and"
    " {columns}: choose .csv or .parquet": "una hoja tiene hasta {most_rows} renglones y"
    " {most_columns} columnas, y hay {rows} y {columns}: elige .csv o .parquet",
    "it is a folder, or its folder does not exist: name a file in a folder that exists": "es una"
    " carpeta, o su carpeta no existe: indica un archivo en una carpeta que exista",
    "the report would replace the rows or the journal: name another file": "el reporte"
    " reemplazaría los renglones o la bitácora: indica otro archivo",
    "a report ends in {names}": "un reporte termina en {names}",
}
