"""The errors of calls that got no answer, in English as they are raised and in Spanish."""

from __future__ import annotations

from .bad_files import Sentences

NO_ANSWER: Sentences = {
    "{problem} ({call})": "{problem} ({call})",
    "{note}; nothing was sent": "{note}; no se envió nada",
    "{note}; the request was sent, so it may have been done: `await gig.reconcile(error)` finds"
    " out": "{note}; la llamada se envió, así que tal vez se hizo: «gigstack-api reconcile» lo"
    " averigua",
    "cannot connect: {reason}": "no hay conexión: {reason}",
    "Connection refused": "el servidor la rechaza",
    "Connection reset by peer": "el servidor la cortó",
    "Network is unreachable": "no hay red",
    "No route to host": "no hay camino al servidor",
    "Name or service not known": "el nombre del servidor no se encuentra",
    "Temporary failure in name resolution": "el DNS no contesta",
    "timed out connecting": "la conexión tardó demasiado",
    "timed out waiting for a connection": "esperar una conexión tardó demasiado",
    "timed out waiting for a response": "la respuesta tardó demasiado",
    "timed out sending the request": "enviar la llamada tardó demasiado",
    "the connection was closed": "la conexión se cerró",
    "the connection broke while waiting for a response": "la conexión se cortó mientras se esperaba"
    " la respuesta",
    "the connection broke while sending the request": "la conexión se cortó mientras se enviaba la"
    " llamada",
    "the connection ended before the response was complete": "la conexión terminó antes de que la"
    " respuesta estuviera completa",
    "the response could not be decompressed": "la respuesta no se pudo descomprimir",
    "the response is not valid HTTP: {error}": "la respuesta no es HTTP válido: {error}",
    "rate limited for another {seconds} s, which exceeds the deadline": "hay que esperar"
    " {seconds} s más por el límite de llamadas, y el plazo es más corto",
    "no API key: set {name}, or pass api_key=": "no hay llave: define {name}",
    "the API key contains invalid characters; was it copied completely?": "la llave contiene"
    " caracteres que no puede tener; ¿se copió completa?",
    "base_url must start with https:// (http:// only for this machine: localhost, 127.0.0.1,"
    " [::1])": "la URL de la API debe empezar con https:// (http:// solo para esta computadora:"
    " localhost, 127.0.0.1, [::1])",
    "base_url cannot begin or end with blanks or line breaks": "la URL de la API no puede empezar"
    " ni terminar con espacios o saltos de línea",
    "base_url cannot have a user, query or fragment": "la URL de la API no puede tener usuario,"
    " consulta ni fragmento",
    "base_url is not a URL": "la URL de la API no es una URL",
    "base_url has a host or a port that cannot exist": "la URL de la API tiene un servidor o un"
    " puerto que no puede existir",
    "the trusted certificates cannot be loaded": "no se pueden cargar los certificados de"
    " confianza",
    "the disk is full: free some space, then save it again": "el disco está lleno: libera espacio y"
    " guárdalo otra vez",
    "the disk quota is used up: free some space, then save it again": "se acabó la cuota del disco:"
    " libera espacio y guárdalo otra vez",
    "the file is larger than the file system or the limits of the process allow": "el archivo es"
    " más grande de lo que permiten el sistema de archivos o los límites del proceso",
    "too many files are open: close some, or raise the limit of the process": "hay demasiados"
    " archivos abiertos: cierra algunos, o sube el límite del proceso",
    "too many files are open on this machine": "hay demasiados archivos abiertos en esta"
    " computadora",
    "{file} was not saved; {note}": "{file} no se guardó; {note}",
    "{file} is a symbolic link, which is not replaced: remove it, or choose another name": "{file}"
    " es un enlace simbólico, que no se reemplaza: quítalo, o elige otro nombre",
    "{file} is a directory, which is not replaced: remove it, or choose another name": "{file} es"
    " una carpeta, que no se reemplaza: quítala, o elige otro nombre",
    "{file} is not a regular file, which is not replaced: remove it, or choose another name": ""
    "{file} no es un archivo normal, y no se reemplaza: quítalo, o elige otro nombre",
    "received a web page instead of the file": "llegó una página web en lugar del archivo",
    "the content does not look like {type}": "el contenido no parece {type}",
    "the body is not a gigstack event": "el cuerpo no es un evento de gigstack",
}
