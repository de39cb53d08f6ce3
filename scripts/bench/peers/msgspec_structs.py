"""msgspec structs that datamodel-code-generator makes from openapi.yaml. They are the limit, since
they drop unknown fields.
"""

import msgspec
from made_msgspec import InvoicePage


def make_decoder(body):
    decoder = msgspec.json.Decoder(InvoicePage)
    return lambda: decoder.decode(body).data
