"""Checks of the files and the password of a certificate, by their form alone.

No certificate is opened: a file must look like DER, and only the password "wrong" is wrong.
"""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64

from ...call import Call
from ...errors import Refusal, api_error

WRONG_PASSWORD = "wrong"  # noqa: S105 - the one that is refused
SEQUENCE = 0x30
LONG_FORM = 0x80


def check_der(call: Call) -> None:
    """Checks the two files of a certificate.

    Raises:
        Refusal: 400, one does not look like DER.
    """
    for name in ("cert", "key"):
        if not is_der(call.files[name].content):
            text = (
                f"{name} must be the unchanged file of the SAT: "
                "DER, not PEM or Base64, and not empty"
            )
            raise api_error(400, "invalid_file_format", text)


def is_der(content: bytes) -> bool:
    """Whether bytes look like DER: one sequence, of exactly the length it states."""
    if len(content) < 2 or content[0] != SEQUENCE:
        return False
    size, start = content[1], 2
    if size >= LONG_FORM:
        start += size - LONG_FORM
        size = int.from_bytes(content[2:start])
    return 0 < size == len(content) - start


def check_base64(name: str, text: str) -> None:
    """Checks a file in Base64; line breaks are ignored.

    Raises:
        Refusal: 400, it is not Base64, or is empty.
    """
    try:
        content = b64decode("".join(text.split()), validate=True)
    except (NotBase64, ValueError) as error:
        raise _not_base64(name) from error
    if not content:
        raise _not_base64(name)


def check_password(call: Call, name: str) -> None:
    """Accepts any password but "wrong"; spaces count.

    Raises:
        Refusal: 400, it is empty or "wrong".
    """
    if call.body[name] in {"", WRONG_PASSWORD}:
        raise api_error(400, "invalid_field_value", f"{name} does not open the key")


def _not_base64(name: str) -> Refusal:
    return api_error(
        400, "invalid_field_value", f"{name} must be a file in Base64 that is not empty"
    )
