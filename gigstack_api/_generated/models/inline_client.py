# Written by `make generate` from openapi.yaml; never edited.
"""The model `InlineClient`."""

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

    from ..types import ClientAddressDict, ClientSearchDict
    from .client_address import ClientAddress
    from .client_search import ClientSearch


class InlineClient(Model):
    """The client of an invoice, payment, receipt or retention: an existing one by `id`, one
    found or created by `search`, or one created on the fly from the fields.
    """

    id: str | None
    """Id of an existing client (`client_…` or `cus_…`)."""
    search: ClientSearch | ClientSearchDict | None
    """Looks for an existing client and creates one if no client matches."""
    name: str | None
    """Name of the person or the contact."""
    company: str | None
    """Trade name of the company."""
    legal_name: str | None
    """Legal name as the SAT has it (razón social)."""
    tax_id: str | None
    """RFC, 12 or 13 characters."""
    tax_system: TaxRegime | str | None
    """SAT tax regime code."""
    use: CfdiUse | str | None
    """Default use of its invoices."""
    email: str | None
    """Where the documents are delivered."""
    phone: str | None
    """Phone number."""
    bcc: Sequence[str] | None
    """E-mail addresses that get a blind copy."""
    metadata: Mapping[str, Any] | None
    """Keys and values of your own; values may be nested."""
    address: ClientAddress | ClientAddressDict | None
    """Postal address."""

    __slots__ = (
        "id",
        "search",
        "name",
        "company",
        "legal_name",
        "tax_id",
        "tax_system",
        "use",
        "email",
        "phone",
        "bcc",
        "metadata",
        "address",
    )

    def __init__(
        self,
        *,
        id: str | None = None,
        search: ClientSearch | ClientSearchDict | None = None,
        name: str | None = None,
        company: str | None = None,
        legal_name: str | None = None,
        tax_id: str | None = None,
        tax_system: TaxRegime | str | None = None,
        use: CfdiUse | str | None = None,
        email: str | None = None,
        phone: str | None = None,
        bcc: Sequence[str] | None = None,
        metadata: Mapping[str, Any] | None = None,
        address: ClientAddress | ClientAddressDict | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.search = search
        self.name = name
        self.company = company
        self.legal_name = legal_name
        self.tax_id = tax_id
        self.tax_system = tax_system
        self.use = use
        self.email = email
        self.phone = phone
        self.bcc = bcc
        self.metadata = metadata
        self.address = address
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        ClientAddress, ClientSearch = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.search = (
            ClientSearch.from_dict(value) if is_object(value := take("search", None)) else value
        )
        instance.name = take("name", None)
        instance.company = take("company", None)
        instance.legal_name = take("legal_name", None)
        instance.tax_id = take("tax_id", None)
        instance.tax_system = take("tax_system", None)
        instance.use = take("use", None)
        instance.email = take("email", None)
        instance.phone = take("phone", None)
        instance.bcc = take("bcc", None)
        instance.metadata = take("metadata", None)
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
        if (value := self.id) is not None:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.search) is not None:
            fields["search"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.name) is not None:
            fields["name"] = value if type(value) is str else enum_text(value)
        if (value := self.company) is not None:
            fields["company"] = value if type(value) is str else enum_text(value)
        if (value := self.legal_name) is not None:
            fields["legal_name"] = value if type(value) is str else enum_text(value)
        if (value := self.tax_id) is not None:
            fields["tax_id"] = value if type(value) is str else enum_text(value)
        if (value := self.tax_system) is not None:
            fields["tax_system"] = value if type(value) is str else enum_text(value)
        if (value := self.use) is not None:
            fields["use"] = value if type(value) is str else enum_text(value)
        if (value := self.email) is not None:
            fields["email"] = value if type(value) is str else enum_text(value)
        if (value := self.phone) is not None:
            fields["phone"] = value if type(value) is str else enum_text(value)
        if self.bcc is not None:
            needs_conversion()
        if self.metadata is not None:
            needs_conversion()
        if (value := self.address) is not None:
            fields["address"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .client_address import ClientAddress
        from .client_search import ClientSearch

        return {
            "id": STRING,
            "search": model(ClientSearch),
            "name": STRING,
            "company": STRING,
            "legal_name": STRING,
            "tax_id": STRING,
            "tax_system": STRING,
            "use": STRING,
            "email": STRING,
            "phone": STRING,
            "bcc": array(STRING),
            "metadata": OBJECT,
            "address": model(ClientAddress),
        }


@cache
def _nested() -> tuple[
    type[ClientAddress],
    type[ClientSearch],
]:
    """The classes of nested values, imported when the first object is read."""
    from .client_address import ClientAddress
    from .client_search import ClientSearch

    return ClientAddress, ClientSearch
