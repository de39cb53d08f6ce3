"""pydantic v2 models that datamodel-code-generator makes of our spec, unknown fields kept."""

from made_pydantic import IncomeInvoiceInput, InvoicePage


def decoding(body):
    return lambda: InvoicePage.model_validate_json(body).data


def encoding(fields):
    model = IncomeInvoiceInput.model_validate(fields)
    return lambda: model.model_dump_json(exclude_unset=True, by_alias=True).encode()
