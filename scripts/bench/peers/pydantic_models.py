"""pydantic v2 models that datamodel-code-generator makes from openapi.yaml; they keep unknown
fields.
"""

from made_pydantic import IncomeInvoiceInput, InvoicePage


def make_decoder(body):
    return lambda: InvoicePage.model_validate_json(body).data


def make_encoder(fields):
    model = IncomeInvoiceInput.model_validate(fields)
    return lambda: model.model_dump_json(exclude_unset=True, by_alias=True).encode()
