"""XML that came as text, as bytes again. Pure."""

from __future__ import annotations

import re

BYTE_ORDER_MARK = "\ufeff"
DECLARED = re.compile(r"""(<\?xml\s[^>]*?encoding\s*=\s*["'])([A-Za-z][\w.-]*)""")
MISSPELLED = {"UTF8", "UTF_8"}
"""Names that Python takes for UTF-8, and XML parsers do not know."""


def encode_xml(text: str) -> bytes:
    """The bytes of an XML, in the encoding that it declares; UTF-8 if it declares none.

    If it cannot be written in that encoding, it is written in UTF-8 and says so.
    """
    bare = text.lstrip(BYTE_ORDER_MARK)
    declared = DECLARED.match(bare.lstrip())
    name = declared[2].upper() if declared else "UTF-8"
    if name == "UTF-8":
        return text.encode()
    try:
        if name not in MISSPELLED:
            return bare.encode(name)
    except (LookupError, UnicodeError):
        pass
    return DECLARED.sub(r"\g<1>UTF-8", text, count=1).encode()
