"""Spanish that a Mexican developer does not write: false friends, calques, other variants."""

from __future__ import annotations

import re

from tests.test_prose import Banned

FALSE_FRIEND = "a false friend"
CALQUE = "a calque from English"
SPAIN = "from Spain"

BANNED = [
    Banned(r"\blibrer[ií]as?\b", FALSE_FRIEND, '"biblioteca"', "una librería de Python"),
    Banned(
        r"\baplic(?:a|an|ar|as) para\b",
        FALSE_FRIEND,
        '"solicitar", "vale para"',
        "aplica para todos",
    ),
    Banned(
        r"\bsoport(?:a|an|ar|ad[oa]s?)\b",
        FALSE_FRIEND,
        '"admite", "acepta", "funciona con"',
        "soporta XML",
    ),
    Banned(
        r"\bpor defecto\b|\bdefaults?\b",
        CALQUE,
        '"por omisión", "predeterminado"',
        "30 segundos por default",
    ),
    Banned(
        r"\beventual(?:es|mente)?\b",
        FALSE_FRIEND,
        '"con el tiempo", "al final", "ocasional"',
        "Eventualmente termina",
    ),
    Banned(
        r"\bremov(?:er|id[oa]s?|iendo)\b|\bremuev(?:e|en|es)\b",
        FALSE_FRIEND,
        '"quitar", "eliminar"',
        "remueve el cliente",
    ),
    Banned(r"\bacces(?:ar|a|an|as|ad[oa]|ando)\b", CALQUE, '"acceder a"', "para accesar la cuenta"),
    Banned(
        r"\basum(?:e|en|es|ir|imos|iendo|id[oa])\b", FALSE_FRIEND, '"suponer"', "asume que existe"
    ),
    Banned(r"\ben orden de\b", CALQUE, '"para"', "en orden de timbrar"),
    Banned(r"\bhac(?:e|en|er|ía) (?:\w+ )?sentido\b", CALQUE, '"tener sentido"', "no hace sentido"),
    Banned(r"\bprove(?:e|en|er|es)\b", FALSE_FRIEND, '"ofrece", "da", "trae"', "provee un cliente"),
    Banned(r"\bretorn(?:a|an|ar|as|ad[oa]s?)\b", CALQUE, '"devuelve"', "retorna una lista"),
    Banned(r"\bmandatori[oa]s?\b", FALSE_FRIEND, '"obligatorio"', "un campo mandatorio"),
    Banned(r"\bsensitiv[oa]s?\b", FALSE_FRIEND, '"confidencial", "sensible"', "datos sensitivos"),
    Banned(
        r"\bconsistente(?:s|mente)?\b",
        FALSE_FRIEND,
        '"coherente", "uniforme"',
        "nombres consistentes",
    ),
    Banned(
        r"\blocaci(?:ón|ones)\b", FALSE_FRIEND, '"ubicación", "lugar"', "la locación del archivo"
    ),
    Banned(r"\bcustomiz\w+", CALQUE, '"personalizar"', "customizar el cliente"),
    Banned(r"\bpopul(?:an|ad[oa]s?)\b", CALQUE, '"llenar"', "el campo es populado"),
    Banned(r"\bexitosamente\b", CALQUE, '"sin errores", o nada', "se creó exitosamente"),
    Banned(r"\bsimplemente\b", CALQUE, "la frase sin esa palabra", "simplemente llama a get"),
    Banned(r"\bpor favor\b", CALQUE, "el imperativo solo", "por favor revisa"),
    Banned(
        r"\b(?:che(?:c|qu)(?:a|ar|ue|uea|uear)|cheque(?:a|ar|an))\b",
        "colloquial",
        '"revisa", "comprueba"',
        "checa el estado",
    ),
    Banned(
        r"\b(?:merge|commite|pushe|logue|loggue|sete|deploye|debugue|debuggue|linke|testee?)"
        r"(?:a|an|ar|as|ad[oa]s?)\b",
        "jargon",
        "el verbo en español",
        "setear la variable",
    ),
    Banned(
        r"\b(?:es|son|fue|fueron|será|serán) \w+[ai]d[oa]s? por\b",
        "an English passive",
        "la voz activa, o una forma con «se»",
        "la factura es timbrada por el PAC",
    ),
    Banned(
        r"\best(?:á|án|aba|aban) siendo\b",
        "an English passive",
        "una forma con «se»",
        "está siendo timbrada",
    ),
    Banned(
        r"(?:\A|[.!?:|#*]|[-*>] ) *(?-i:(?!Cuando\b|Fernando\b)[A-ZÁÉÍÓÚ]\w*(?:ando|[iy]endo))\b",
        "a gerund at the beginning",
        "un infinitivo, un imperativo o un sustantivo",
        "# Creando clientes",
    ),
    Banned(
        r"\b(?:del|de la|de los|de las) mism[oa]s?(?=[.,;:)])",
        "a pronoun of officials",
        '"su"',
        "el archivo y el tamaño del mismo",
    ),
    Banned(r"\ben base a\b", "incorrect", '"con base en", "según"', "en base a la fecha"),
    Banned(
        r"\bde acuerdo a\b",
        "incorrect",
        '"de acuerdo con", "según"',
        "de acuerdo al SAT, de acuerdo a la guía",
    ),
    Banned(r"\bordenador(?:es)?\b", SPAIN, '"computadora"', "en tu ordenador"),
    Banned(r"\bficheros?\b", SPAIN, '"archivo"', "abre el fichero"),
    Banned(r"\bcog(?:e|en|er|es|emos)\b", SPAIN, '"toma"', "coge el primero"),
    Banned(r"\bpinch(?:a|ar|as)\b", SPAIN, '"haz clic"', "pincha el botón"),
    Banned(
        r"\bvosotr[oa]s\b|\bvuestr[oa]s?\b|\b(?!dieciséis|veintiséis)\w+(?:áis|éis|steis)\b"
        r"|\b(?:haced|usad|poned|llamad|ejecutad|instalad|abrid|escribid|mirad)\b",
        SPAIN,
        "la forma con «tú»",
        "si tenéis una cuenta",
    ),
    Banned(
        r"\bvos\b|\b(?:tenés|podés|querés|hacés|usás|ponés|sabés)\b",
        "from elsewhere",
        "la forma con «tú»",
        "si tenés una cuenta",
    ),
    Banned(r"\busted\b", "formal", "la forma con «tú»", "si usted tiene una cuenta"),
]
"""The constructions, each with why not, a better form and a sample."""

FENCED = re.compile(r"^ *(```+)[^\n]*\n.*?^ *\1$", re.DOTALL | re.MULTILINE)


def comments_only(fence: re.Match[str]) -> str:
    """The comments of a code block, each in its line."""
    lines = fence[0].splitlines()
    return "\n".join(line.partition("# ")[2] for line in lines)


def prose(text: str) -> str:
    """A page without its code."""
    return FENCED.sub(comments_only, text)
