# Written by `make generate` from openapi.yaml; never edited.
"""The model `Client`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, NUMBER, OBJECT, STRING, array, one_of
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import ABSENT, is_object

if TYPE_CHECKING:
    from .client_address import ClientAddress
    from .client_defaults import ClientDefaults
    from .client_efos import ClientEfos
    from .client_fiscal_validation import ClientFiscalValidation
    from .client_sat_status import ClientSatStatus


class Client(Model):
    """A client (receptor) of a team. Lists and nested places can hold a short form."""

    id: str
    """Id (`client_…` or `cus_…`)."""
    address: ClientAddress | None
    """Postal address."""
    name: str | None
    """Name of the person or the contact."""
    company: str | None
    """Trade name of the company."""
    phone: str | None
    """Phone number."""
    email: str | None
    """Where invoices are delivered."""
    bcc: list[str] | None
    """E-mail addresses that get a blind copy."""
    metadata: dict[str, Any] | None
    """Keys and values of your own; values may be nested."""
    is_valid: bool | None
    """Whether the fiscal data agree with the SAT."""
    from_: str | None
    """Where it was made: `api`, `manual`."""
    legal_name: str | None
    """Legal name as the SAT has it (razón social)."""
    livemode: bool | None
    """Whether it was made with a live key."""
    owner: str | None
    """Id of the user who owns it."""
    tax_id: str | None
    """RFC, 12 or 13 characters. XAXX010101000 stands for the general public."""
    use: str | None
    """Default use of its invoices."""
    tax_system: str | None
    """SAT tax regime code."""
    team: str | None
    """Id of its team."""
    created_at: float | str | None
    """When it was created (Unix seconds). Official clients are ready for milliseconds and ISO
    8601 texts too.
    """
    efos: ClientEfos | None
    """Check against the EFOS blacklist."""
    fiscal_validation: ClientFiscalValidation | None
    """Outcome of the last check with the SAT."""
    sat_status: ClientSatStatus | None
    """Standing in the lists of the SAT."""
    defaults: ClientDefaults | None
    """Defaults for this client."""
    document_type: str | None
    """Kind of identity document. Colombia."""
    organization_type: int | str | None
    """Kind of organization. Colombia."""
    tribute_code: str | None
    """Code of its taxes. Colombia."""
    fiscal_responsibilities: list[str] | None
    """Codes of its fiscal duties. Colombia."""
    dv: str | None
    """Check digit of its tax number. Colombia."""
    municipality_code: str | None
    """Code of its municipality. Colombia."""

    __slots__ = (
        "id",
        "address",
        "name",
        "company",
        "phone",
        "email",
        "bcc",
        "metadata",
        "is_valid",
        "from_",
        "legal_name",
        "livemode",
        "owner",
        "tax_id",
        "use",
        "tax_system",
        "team",
        "created_at",
        "efos",
        "fiscal_validation",
        "sat_status",
        "defaults",
        "document_type",
        "organization_type",
        "tribute_code",
        "fiscal_responsibilities",
        "dv",
        "municipality_code",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        address: ClientAddress | None = None,
        name: str | None = None,
        company: str | None = None,
        phone: str | None = None,
        email: str | None = None,
        bcc: list[str] | None = None,
        metadata: dict[str, Any] | None = None,
        is_valid: bool | None = None,
        from_: str | None = None,
        legal_name: str | None = None,
        livemode: bool | None = None,
        owner: str | None = None,
        tax_id: str | None = None,
        use: str | None = None,
        tax_system: str | None = None,
        team: str | None = None,
        created_at: float | str | None = None,
        efos: ClientEfos | None = None,
        fiscal_validation: ClientFiscalValidation | None = None,
        sat_status: ClientSatStatus | None = None,
        defaults: ClientDefaults | None = None,
        document_type: str | None = None,
        organization_type: int | str | None = None,
        tribute_code: str | None = None,
        fiscal_responsibilities: list[str] | None = None,
        dv: str | None = None,
        municipality_code: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.address = address
        self.name = name
        self.company = company
        self.phone = phone
        self.email = email
        self.bcc = bcc
        self.metadata = metadata
        self.is_valid = is_valid
        self.from_ = from_
        self.legal_name = legal_name
        self.livemode = livemode
        self.owner = owner
        self.tax_id = tax_id
        self.use = use
        self.tax_system = tax_system
        self.team = team
        self.created_at = created_at
        self.efos = efos
        self.fiscal_validation = fiscal_validation
        self.sat_status = sat_status
        self.defaults = defaults
        self.document_type = document_type
        self.organization_type = organization_type
        self.tribute_code = tribute_code
        self.fiscal_responsibilities = fiscal_responsibilities
        self.dv = dv
        self.municipality_code = municipality_code
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        ClientAddress, ClientDefaults, ClientEfos, ClientFiscalValidation, ClientSatStatus = (
            _nested()
        )
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.address = (
            ClientAddress.from_dict(value) if is_object(value := take("address", None)) else value
        )
        instance.name = take("name", None)
        instance.company = take("company", None)
        instance.phone = take("phone", None)
        instance.email = take("email", None)
        instance.bcc = take("bcc", None)
        instance.metadata = take("metadata", None)
        instance.is_valid = take("is_valid", None)
        instance.from_ = take("from", None)
        instance.legal_name = take("legal_name", None)
        instance.livemode = take("livemode", None)
        instance.owner = take("owner", None)
        instance.tax_id = take("tax_id", None)
        instance.use = take("use", None)
        instance.tax_system = take("tax_system", None)
        instance.team = take("team", None)
        instance.created_at = take("created_at", None)
        instance.efos = (
            ClientEfos.from_dict(value) if is_object(value := take("efos", None)) else value
        )
        instance.fiscal_validation = (
            ClientFiscalValidation.from_dict(value)
            if is_object(value := take("fiscal_validation", None))
            else value
        )
        instance.sat_status = (
            ClientSatStatus.from_dict(value)
            if is_object(value := take("sat_status", None))
            else value
        )
        instance.defaults = (
            ClientDefaults.from_dict(value) if is_object(value := take("defaults", None)) else value
        )
        instance.document_type = take("document_type", None)
        instance.organization_type = take("organization_type", None)
        instance.tribute_code = take("tribute_code", None)
        instance.fiscal_responsibilities = take("fiscal_responsibilities", None)
        instance.dv = take("dv", None)
        instance.municipality_code = take("municipality_code", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not ABSENT:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.address) is not None:
            fields["address"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
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
        if (value := self.is_valid) is not None:
            fields["is_valid"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.from_) is not None:
            fields["from"] = value if type(value) is str else enum_text(value)
        if (value := self.legal_name) is not None:
            fields["legal_name"] = value if type(value) is str else enum_text(value)
        if (value := self.livemode) is not None:
            fields["livemode"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.owner) is not None:
            fields["owner"] = value if type(value) is str else enum_text(value)
        if (value := self.tax_id) is not None:
            fields["tax_id"] = value if type(value) is str else enum_text(value)
        if (value := self.use) is not None:
            fields["use"] = value if type(value) is str else enum_text(value)
        if (value := self.tax_system) is not None:
            fields["tax_system"] = value if type(value) is str else enum_text(value)
        if (value := self.team) is not None:
            fields["team"] = value if type(value) is str else enum_text(value)
        if (value := self.created_at) is not None:
            fields["created_at"] = (
                value
                if (
                    type(value) is int
                    or (type(value) is float and isfinite(value))
                    or type(value) is str
                )
                else needs_conversion()
            )
        if (value := self.efos) is not None:
            fields["efos"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.fiscal_validation) is not None:
            fields["fiscal_validation"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.sat_status) is not None:
            fields["sat_status"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.defaults) is not None:
            fields["defaults"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.document_type) is not None:
            fields["document_type"] = value if type(value) is str else enum_text(value)
        if (value := self.organization_type) is not None:
            fields["organization_type"] = (
                value if (type(value) is int or type(value) is str) else needs_conversion()
            )
        if (value := self.tribute_code) is not None:
            fields["tribute_code"] = value if type(value) is str else enum_text(value)
        if self.fiscal_responsibilities is not None:
            needs_conversion()
        if (value := self.dv) is not None:
            fields["dv"] = value if type(value) is str else enum_text(value)
        if (value := self.municipality_code) is not None:
            fields["municipality_code"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .client_address import ClientAddress
        from .client_defaults import ClientDefaults
        from .client_efos import ClientEfos
        from .client_fiscal_validation import ClientFiscalValidation
        from .client_sat_status import ClientSatStatus

        return {
            "id": STRING.always(),
            "address": model(ClientAddress),
            "name": STRING,
            "company": STRING,
            "phone": STRING,
            "email": STRING,
            "bcc": array(STRING),
            "metadata": OBJECT,
            "is_valid": BOOLEAN,
            "from": STRING,
            "legal_name": STRING,
            "livemode": BOOLEAN,
            "owner": STRING,
            "tax_id": STRING,
            "use": STRING,
            "tax_system": STRING,
            "team": STRING,
            "created_at": one_of(NUMBER, STRING, unit="s"),
            "efos": model(ClientEfos),
            "fiscal_validation": model(ClientFiscalValidation),
            "sat_status": model(ClientSatStatus),
            "defaults": model(ClientDefaults),
            "document_type": STRING,
            "organization_type": one_of(INTEGER, STRING),
            "tribute_code": STRING,
            "fiscal_responsibilities": array(STRING),
            "dv": STRING,
            "municipality_code": STRING,
        }


@cache
def _nested() -> tuple[
    type[ClientAddress],
    type[ClientDefaults],
    type[ClientEfos],
    type[ClientFiscalValidation],
    type[ClientSatStatus],
]:
    """The classes of nested values, imported when the first object is read."""
    from .client_address import ClientAddress
    from .client_defaults import ClientDefaults
    from .client_efos import ClientEfos
    from .client_fiscal_validation import ClientFiscalValidation
    from .client_sat_status import ClientSatStatus

    return ClientAddress, ClientDefaults, ClientEfos, ClientFiscalValidation, ClientSatStatus
