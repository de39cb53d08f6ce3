# Written by `make generate` from openapi.yaml; never edited.
"""The model `PaymentClientPatch`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import OBJECT, STRING, array
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import is_object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gigstack_api.catalogs.cfdi_use import CfdiUse
    from gigstack_api.catalogs.tax_regime import TaxRegime

    from ..types import ClientAddressDict
    from .client_address import ClientAddress


class PaymentClientPatch(Model):
    """Fields of the client of a payment to change, in the payment and in the stored client
    alike. The id cannot change.
    """

    name: str | None
    """Name of the person or the contact."""
    company: str | None
    """Trade name of the company."""
    phone: str | None
    """Phone number."""
    email: str | None
    """Where invoices are delivered."""
    bcc: Sequence[str] | None
    """E-mail addresses that get a blind copy."""
    metadata: Mapping[str, Any] | None
    """Keys and values of your own; values may be nested."""
    legal_name: str | None
    """Legal name as the SAT has it (razón social)."""
    tax_id: str | None
    """RFC, 12 or 13 characters."""
    use: CfdiUse | str | None
    """Default use of its invoices."""
    tax_system: TaxRegime | str | None
    """SAT tax regime code."""
    address: ClientAddress | ClientAddressDict | None
    """Postal address."""

    __slots__ = (
        "name",
        "company",
        "phone",
        "email",
        "bcc",
        "metadata",
        "legal_name",
        "tax_id",
        "use",
        "tax_system",
        "address",
    )

    def __init__(
        self,
        *,
        name: str | None = None,
        company: str | None = None,
        phone: str | None = None,
        email: str | None = None,
        bcc: Sequence[str] | None = None,
        metadata: Mapping[str, Any] | None = None,
        legal_name: str | None = None,
        tax_id: str | None = None,
        use: CfdiUse | str | None = None,
        tax_system: TaxRegime | str | None = None,
        address: ClientAddress | ClientAddressDict | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.company = company
        self.phone = phone
        self.email = email
        self.bcc = bcc
        self.metadata = metadata
        self.legal_name = legal_name
        self.tax_id = tax_id
        self.use = use
        self.tax_system = tax_system
        self.address = address
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (ClientAddress,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.name = take("name", None)
        instance.company = take("company", None)
        instance.phone = take("phone", None)
        instance.email = take("email", None)
        instance.bcc = take("bcc", None)
        instance.metadata = take("metadata", None)
        instance.legal_name = take("legal_name", None)
        instance.tax_id = take("tax_id", None)
        instance.use = take("use", None)
        instance.tax_system = take("tax_system", None)
        instance.address = (
            ClientAddress.from_dict(value) if is_object(value := take("address", None)) else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.name) is not None:
            fields["name"] = value if type(value) is str else enum_text(value)
        if (value := self.company) is not None:
            fields["company"] = value if type(value) is str else enum_text(value)
        if (value := self.phone) is not None:
            fields["phone"] = value if type(value) is str else enum_text(value)
        if (value := self.email) is not None:
            fields["email"] = value if type(value) is str else enum_text(value)
        if self.bcc is not None:
            needs_conversion()
        if self.metadata is not None:
            needs_conversion()
        if (value := self.legal_name) is not None:
            fields["legal_name"] = value if type(value) is str else enum_text(value)
        if (value := self.tax_id) is not None:
            fields["tax_id"] = value if type(value) is str else enum_text(value)
        if (value := self.use) is not None:
            fields["use"] = value if type(value) is str else enum_text(value)
        if (value := self.tax_system) is not None:
            fields["tax_system"] = value if type(value) is str else enum_text(value)
        if (value := self.address) is not None:
            fields["address"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .client_address import ClientAddress

        return {
            "name": STRING,
            "company": STRING,
            "phone": STRING,
            "email": STRING,
            "bcc": array(STRING),
            "metadata": OBJECT,
            "legal_name": STRING,
            "tax_id": STRING,
            "use": STRING,
            "tax_system": STRING,
            "address": model(ClientAddress),
        }


@cache
def _nested() -> tuple[type[ClientAddress],]:
    """The classes of nested values, imported when the first object is read."""
    from .client_address import ClientAddress

    return (ClientAddress,)
