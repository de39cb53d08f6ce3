# Written by `make generate` from openapi.yaml; never edited.
"""The enum `PaymentProcessor`."""

from gigstack_api._core.schema.enums import OpenEnum


class PaymentProcessor(OpenEnum):
    """Who collects a payment, or where it comes from."""

    STRIPE = "stripe"
    PAYPAL = "paypal"
    MERCADOPAGO = "mercadopago"
    OPENPAY = "openpay"
    CONEKTA = "conekta"
    CLIP = "clip"
    DLOCAL = "dlocal"
    WOOCOMMERCE = "woocommerce"
    SHOPIFY = "shopify"
    MANUAL = "manual"
    API = "api"
