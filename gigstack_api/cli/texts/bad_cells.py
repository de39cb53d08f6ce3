"""The errors about columns and cells, in English as they are raised and in Spanish."""

from __future__ import annotations

from .bad_files import Sentences

AS_TEXT = "format the column as text, and write the value again"
COMO_TEXTO = "da formato de texto a la columna y escribe el valor otra vez"

BAD_CELLS: Sentences = {
    "{field} is required: fill it in": "{field} es obligatorio: llénalo",
    "{field} is empty: fill it in": "{field} está vacío: llénalo",
    f"a spreadsheet has shortened the number to {{value}}: {AS_TEXT}": "la hoja de cálculo acortó"
    f" el número a {{value}}: {COMO_TEXTO}",
    "it holds the formula {value}: paste its value": "contiene la fórmula {value}: pega su valor",
    "it holds a NUL character, or half of a letter: write the value again": "contiene un carácter"
    " NUL, o media letra: escribe el valor otra vez",
    "it is TRUE or FALSE, not a text": "es VERDADERO o FALSO, no un texto",
    f"{{value}} is too long for a number in a spreadsheet: {AS_TEXT}": "{value} es demasiado"
    f" largo para un número en una hoja de cálculo: {COMO_TEXTO}",
    f"a spreadsheet has turned it into the date or time {{value}}: {AS_TEXT}": "la hoja de cálculo"
    f" lo convirtió en la fecha u hora {{value}}: {COMO_TEXTO}",
    "{value} is not a text": "{value} no es un texto",
    f"{{value}} is a number, not an RFC: {AS_TEXT}": f"{{value}} es un número, no un RFC:"
    f" {COMO_TEXTO}",
    "{value} is not a postal code of 5 digits": "{value} no es un código postal de 5 dígitos",
    "{value} holds {count} addresses: put one here, others into bcc": "{value} tiene {count}"
    " direcciones: deja una aquí y pon las demás en bcc",
    "{value} is not an e-mail address": "{value} no es un correo electrónico",
    "{value} is neither yes nor no: write sí or no": "{value} no es sí ni no: escribe sí o no",
    "{value} is not a number": "{value} no es un número",
    "{value} is not a number: write it as 1234.50": "{value} no es un número: escríbelo como"
    " 1234.50",
    "{value} can be read in two ways: write {first}, or {second}": "{value} se puede leer de dos"
    " maneras: escribe {first}, o {second}",
    "{value} is not a whole number": "{value} no es un número entero",
    "{value} is not a rate of {tax}: write {names}": "{value} no es una tasa de {tax}: escribe"
    " {names}",
    "{value} can be read as two rates of {tax}: write {names}": "{value} se puede leer como dos"
    " tasas de {tax}: escribe {names}",
    "{value} is not a code": "{value} no es una clave",
    "{value} could be {codes}: write the code": "{value} podría ser {codes}: escribe la clave",
    "{value} is neither a code nor a label of the SAT, such as {names}": "{value} no es una clave"
    " ni una descripción del SAT, como {names}",
    "no column was recognised: name the columns in the first row, or map them": "no se reconoció"
    " ninguna columna: pon los nombres en el primer renglón, o asígnalas con --map",
    "the columns {names} could all hold {field}: map one of them to it, or rename the others": "las"
    " columnas {names} podrían contener {field}: asígnale una con --map, o cambia el nombre de las"
    " otras",
    "no column holds {field}: add one, or map one to it": "ninguna columna contiene {field}: agrega"
    " una, o asígnale una con --map",
    "no column holds {field}, by which existing ones are found: add one, or map one to it": ""
    "ninguna columna contiene {field}, con el que se buscan los que ya existen: agrega una, o"
    " asígnale una con --map",
    "no column holds a field of {part}: add one, or map one to {path}": "ninguna columna contiene"
    " un campo de {part}: agrega una, o asigna una a {path} con --map",
    "there is no column {column}; {note}": "no existe la columna {column}; {note}",
    "columns are {columns}": "las columnas son {columns}",
    "did you mean {value}?": "¿quisiste decir {value}?",
    "fields are {fields}": "los campos son {fields}",
    "two columns are mapped to {field}: choose one": "dos columnas están asignadas a {field}: elige"
    " una",
    "{field} takes a key of your own: {path}": "{field} lleva una clave tuya: {path}",
    "{field} has fields itself: {fields}": "{field} tiene campos: {fields}",
    "there is no field {field}; {note}": "no existe el campo {field}; {note}",
    "rows are {names}, not {value}": "los renglones son {names}, no {value}",
    "{operation} has no field {field}": "{operation} no tiene el campo {field}",
    "{operation} has no field {field}; {note}": "{operation} no tiene el campo {field}; {note}",
    "{operation} needs {names}": "{operation} necesita {names}",
}
