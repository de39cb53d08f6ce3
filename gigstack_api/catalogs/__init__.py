"""The SAT catalogues whose codes the API takes, as string enums.

`from gigstack_api.catalogs import CfdiUse`
"""

from .cancellation_motive import CancellationMotive
from .cfdi_use import CfdiUse
from .code import Person
from .currency import Currency
from .export import Export
from .factor_type import FactorType
from .invoice_type import InvoiceType
from .month import Month
from .payment_form import PaymentForm
from .payment_method import PaymentMethod
from .periodicity import Periodicity
from .rate import TaxRate
from .relationship import Relationship
from .tax import Tax
from .tax_object import TaxObject
from .tax_rates import TAX_RATES
from .tax_regime import TaxRegime

__all__ = [
    "TAX_RATES",
    "CancellationMotive",
    "CfdiUse",
    "Currency",
    "Export",
    "FactorType",
    "InvoiceType",
    "Month",
    "PaymentForm",
    "PaymentMethod",
    "Periodicity",
    "Person",
    "Relationship",
    "Tax",
    "TaxObject",
    "TaxRate",
    "TaxRegime",
]
