# Written by `make generate` from openapi.yaml; never edited.
"""PaymentAllowedMethod: A way in which a payment can be paid. Unverified: fields beside the id were not seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .allowed_payment_method import AllowedPaymentMethod


@define(kw_only=True, repr=False)
class PaymentAllowedMethod(Model):
    """A way in which a payment can be paid. Unverified: fields beside the id were not seen."""

    id: AllowedPaymentMethod | str | None = None
    """Which way, for example `card`."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .allowed_payment_method import AllowedPaymentMethod

        return {
            "id": enum(AllowedPaymentMethod),
        }
