"""msgspec structs that datamodel-code-generator makes of our spec: the limit, since they drop
unknown fields.
"""

import msgspec
from made_msgspec import InvoicePage


def decoding(body):
    decoder = msgspec.json.Decoder(InvoicePage)
    return lambda: decoder.decode(body).data
