"""Models, results and codes in pydantic: validation, serialisation, JSON schemas."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, TypeVar

import pydantic.dataclasses
import pytest
from jsonschema import Draft202012Validator
from pydantic import (
    BaseModel,
    Discriminator,
    PydanticUserError,
    Tag,
    TypeAdapter,
    ValidationError,
    validate_call,
)

from gigstack_api import NotFoundError, Page, Upserted, UpsertOutcome, models
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import ANY, enum, one_of
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.views import attributes_of
from gigstack_api.catalogs import Month, Person, TaxRegime
from gigstack_api.models import Client, Invoice, LineItemInput, Payment, Service, Webhook
from scripts.spec.examples import made
from tests.contract.wire import SPEC

GENERATED = [
    cls
    for _, cls in inspect.getmembers(models, inspect.isclass)
    if issubclass(cls, Model) and cls is not Model
]
T = TypeVar("T")
CAME: dict[str, Any] = {
    "id": "client_1",
    "from": "api",
    "address": {"zip": "03100", "planet": "Mars"},
    "created_at": 5,
    "metadata": {"nested": {"codes": [1]}},
    "grown": {"a": [1]},
}


def came(cls: type[Model]) -> Any:
    """An answer with a value in every field."""
    schemas = SPEC["components"]["schemas"]
    return made(SPEC, schemas[cls.__name__]) if cls.__name__ in schemas else {}


def errors_of(
    of: Any, value: object, *, strict: bool = False
) -> list[tuple[tuple[int | str, ...], str]]:
    """Place and text of each error of a value."""
    adapter: TypeAdapter[Any] = TypeAdapter(of)
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(value, strict=strict)
    return [(error["loc"], error["msg"]) for error in refused.value.errors()]


@pytest.mark.parametrize("cls", GENERATED)
def test_a_documented_answer_is_read_as_from_dict_reads_it(cls: type[Model]) -> None:
    adapter, answer = TypeAdapter(cls), came(cls)
    expected = cls.from_dict(answer)
    assert adapter.validate_python(answer) == expected
    assert adapter.validate_python(answer, strict=True) == expected
    assert adapter.validate_json(json.dumps(answer)) == expected
    assert adapter.validate_json(json.dumps(answer), strict=True) == expected
    assert adapter.dump_python(expected) == expected.to_dict() == answer
    assert json.loads(adapter.dump_json(expected)) == answer


@pytest.mark.parametrize("mode", ["validation", "serialization"])
@pytest.mark.parametrize("cls", GENERATED)
def test_the_json_schema_of_a_model_describes_its_answers(
    cls: type[Model], mode: Literal["validation", "serialization"]
) -> None:
    adapter = TypeAdapter(cls)
    schema = adapter.json_schema(mode=mode)
    Draft202012Validator(schema).validate(came(cls) | {"grown": 1})  # pyright: ignore[reportUnknownMemberType] - jsonschema does not type it
    own = schema["$defs"][cls.__name__] if "$ref" in schema else schema
    parts = schema.get("$defs", {}).items()
    enums = {name: part for name, part in parts if "properties" not in part}
    Draft202012Validator.check_schema({**own, "$defs": enums})  # models have a test each
    assert "additionalProperties" not in own
    assert own["title"] == cls.__name__
    assert own["description"]
    spec = SPEC["components"]["schemas"].get(cls.__name__, {}).get("properties", {})
    for name in spec:
        assert own["properties"][name]["description"], name
    assert own["properties"].keys() == cls.wire_fields().keys()
    always = [name for name, kind in cls.wire_fields().items() if kind.is_always_there]
    assert own.get("required", []) == (always if mode == "serialization" else [])


def test_what_is_always_there_is_not_null_in_an_answer() -> None:
    schema = TypeAdapter(Invoice).json_schema(mode="serialization")
    assert schema["required"] == ["uuid", "created_at"]
    assert schema["properties"]["uuid"]["type"] == "string"
    kinds = [kind["type"] for kind in schema["properties"]["created_at"]["anyOf"]]
    assert sorted(kinds) == ["number", "string"]
    assert {"type": "null"} in schema["properties"]["total"]["anyOf"]


def test_an_instance_is_kept_whatever_is_in_it() -> None:
    drifted = Client.from_dict({"id": 5, "created_at": [], "address": "Mars"})
    adapter = TypeAdapter(Client)
    assert adapter.validate_python(drifted) is drifted
    assert adapter.dump_python(drifted) == {"id": 5, "created_at": [], "address": "Mars"}
    assert json.loads(adapter.dump_json(drifted)) == {"id": 5, "created_at": [], "address": "Mars"}


def test_unknown_fields_and_codes_are_kept() -> None:
    client = TypeAdapter(Client).validate_python(CAME)
    assert client.additional_properties == {"grown": {"a": [1]}}
    assert client.address is not None
    assert client.address.additional_properties == {"planet": "Mars"}
    webhook = TypeAdapter(Webhook).validate_python({"status": "asleep", "events": ["a.b"]})
    assert (webhook.status, webhook.events) == ("asleep", ["a.b"])
    known = TypeAdapter(Webhook).validate_python({"status": "active"}, strict=True)
    assert known.status is models.WebhookStatus.ACTIVE


def test_names_of_attributes_are_taken_too() -> None:
    adapter = TypeAdapter(Client)
    assert adapter.validate_python({"from_": "api"}) == Client(from_="api")
    assert adapter.validate_python({"from": "api"}) == Client(from_="api")
    assert adapter.dump_python(Client(from_="api")) == {"from": "api"}


ITEM_TAX = ("items", 1, "taxes", 0, "type")


@pytest.mark.parametrize(
    ("cls", "value", "place", "said"),
    [
        (Client, {"address": {"zip": 3100}}, ("address", "zip"), "a valid string"),
        (Client, {"address": "Mars"}, ("address",), "a valid dictionary"),
        (Client, {"bcc": ["a", 5]}, ("bcc", 1), "a valid string"),
        (Client, {"created_at": []}, ("created_at",), "a valid number or string"),
        (Client, {"metadata": 5}, ("metadata",), "a valid dictionary"),
        (Client, {"livemode": "perhaps"}, ("livemode",), "a valid boolean"),
        (Client, [], (), "a valid dictionary"),
        (Webhook, {"status": 5}, ("status",), "a valid string"),
        (Webhook, {"created_at": True}, ("created_at",), "a valid integer"),
        (LineItemInput, {"unit_price": True}, ("unit_price",), "a valid number"),
        (LineItemInput, {"unit_price": "a lot"}, ("unit_price",), "a valid number"),
        (LineItemInput, {"unit_price": Decimal("NaN")}, ("unit_price",), "a finite number"),
        (LineItemInput, {"unit_price": 10**400}, ("unit_price",), "a valid number"),
        (Invoice, {"items": [{}, {"taxes": [{"type": 5}]}]}, ITEM_TAX, "a valid string"),
    ],
)  # fmt: skip
def test_a_value_of_a_wrong_type_is_refused_with_its_place(
    cls: type[Model], value: object, place: tuple[int | str, ...], said: str
) -> None:
    [(where, message)] = errors_of(cls, value)
    assert where == place
    assert message.startswith(f"Input should be {said}")


def test_limits_of_numbers_are_checked_and_shown() -> None:
    cls, name, kind = next(
        (cls, name, kind)
        for cls in GENERATED
        for name, kind in cls.wire_fields().items()
        if kind.low is not None
    )
    [(where, message)] = errors_of(cls, {name: -1})
    assert (where, message) == ((name,), "Input should be greater than or equal to 0")
    properties = TypeAdapter(cls).json_schema()["properties"]
    assert properties[name]["anyOf"][0] == {"type": "integer", "minimum": kind.low}


def test_text_is_converted_unless_the_mode_is_strict() -> None:
    item = TypeAdapter(LineItemInput).validate_python({"quantity": "2", "unit_price": 10})
    assert (item.quantity, item.unit_price) == (2.0, 10)
    assert type(item.unit_price) is int
    assert errors_of(LineItemInput, {"quantity": "2"}, strict=True) == [
        (("quantity",), "Input should be a valid number")
    ]


def test_a_decimal_stays_one_and_becomes_a_number_of_json() -> None:
    adapter = TypeAdapter(LineItemInput)
    item = adapter.validate_python({"unit_price": Decimal("1.10"), "taxes": [{"rate": 0.16}]})
    assert item.unit_price == Decimal("1.10")
    assert adapter.dump_json(item) == b'{"unit_price":1.1,"taxes":[{"rate":0.16}]}'


def test_the_variants_of_a_field_are_told_apart() -> None:
    payment = TypeAdapter(Payment).validate_python({"invoices": ["inv_1", {"uuid": "inv_2"}]})
    assert payment.invoices == ["inv_1", Invoice(uuid="inv_2")]
    assert [place for place, _ in errors_of(Payment, {"invoices": [{"uuid": 5}]})] == [
        ("invoices", 0, "string"),
        ("invoices", 0, "Invoice", "uuid"),
    ]


class Order(BaseModel):
    client: Client
    lines: list[LineItemInput] = []
    seen: dict[str, Client | None] = {}
    about: Client | Service | int | str | None = None


def test_models_nest_in_pydantic_models() -> None:
    order = Order.model_validate(
        {"client": CAME, "lines": [{"quantity": 1}], "seen": {"a": CAME, "b": None}}
    )
    assert order.client == Client.from_dict(CAME)
    dumped = {
        "client": CAME,
        "lines": [{"quantity": 1}],
        "seen": {"a": CAME, "b": None},
        "about": None,
    }
    assert order.model_dump() == order.model_dump(mode="json") == dumped
    assert Order.model_validate_json(order.model_dump_json()) == order
    assert order.model_dump(
        include={"client": {"id", "address"}}, exclude={"client": {"address": {"planet"}}}
    ) == {"client": {"id": "client_1", "address": {"zip": "03100"}}}
    assert order.model_dump(exclude_none=True, exclude_unset=True)["client"] == CAME
    assert order.model_dump(exclude_defaults=True, by_alias=True)["client"] == CAME
    assert order.model_copy(deep=True) == order
    assert {"Client", "ClientAddress", "LineItemInput", "Service"} <= {
        *Order.model_json_schema()["$defs"]
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"tax_id": "X", "email": "a@example.com"}, Client(tax_id="X", email="a@example.com")),
        ({"unit_price": 5, "sku": "a"}, Service(unit_price=5, sku="a")),
        (Service(sku="a"), Service(sku="a")),
        (5, 5),
        ("a", "a"),
        (None, None),
    ],
)
def test_a_union_of_models_takes_the_one_that_fits(given: object, expected: object) -> None:
    order = Order.model_validate({"client": {}, "about": given})
    assert order.about == expected
    assert type(order.about) is type(expected)
    written = expected.to_dict() if isinstance(expected, Model) else expected
    assert order.model_dump(mode="json")["about"] == written


def test_a_wrong_variant_is_named_by_its_model() -> None:
    places = {place[0] for place, _ in errors_of(Client | Service, {"id": 5})}
    assert places == {"function-wrap[Client()]", "function-wrap[Service()]"}


def test_a_discriminated_union_works() -> None:
    def kind_of(value: Any) -> Any:
        return type(value).__name__.lower() if isinstance(value, Model) else value["kind"]

    adapter: TypeAdapter[Any] = TypeAdapter(
        Annotated[
            Annotated[Client, Tag("client")] | Annotated[Service, Tag("service")],
            Discriminator(kind_of),
        ]
    )
    found = adapter.validate_python({"kind": "service", "name": "a"})
    assert isinstance(found, Service)
    assert adapter.dump_python(found) == {"kind": "service", "name": "a"}


def test_functions_and_dataclasses_of_pydantic_take_models() -> None:
    @validate_call
    def names(client: Client, others: Sequence[Client] = ()) -> list[str | None]:
        return [client.name, *(other.name for other in others)]

    assert names({"name": "a"}, [{"name": "b"}]) == ["a", "b"]  # type: ignore[arg-type, list-item] # converted

    @pydantic.dataclasses.dataclass
    class Box:
        client: Client

    assert Box(client={"name": "a"}).client == Client(name="a")  # type: ignore[arg-type] # converted


class Answer(BaseModel, Generic[T]):
    page: Page[T]
    one: T


def test_pages_are_generic() -> None:
    page = Page(data=(Client.from_dict(CAME),), has_more=False, total_results=1)
    adapter = TypeAdapter(Page[Client])
    assert adapter.validate_python(page) is page
    rest = {"has_more": False, "next": None, "total_results": 1, "number": None, "size": None}
    assert json.loads(adapter.dump_json(page)) == {"data": [CAME], **rest}
    assert adapter.validate_json(adapter.dump_json(page)) == page
    assert adapter.dump_python(page, exclude_none=True, include={"data": {0: {"id"}}}) == {
        "data": ({"id": "client_1"},)
    }
    answer = Answer[Client].model_validate({"page": {"data": [CAME]}, "one": CAME})
    assert answer.page.data == (answer.one,)
    assert {"Client", "Page_Client_"} <= {*Answer[Client].model_json_schema()["$defs"]}
    assert errors_of(Page[Client], {"data": [{"id": 5}]}) == [
        (("data", 0, "id"), "Input should be a valid string")
    ]
    assert errors_of(Page[Client], {}) == [(("data",), "Field required")]
    bare: Any = Page
    assert TypeAdapter(bare).validate_python({"data": [1, "a"]}).data == (1, "a")


def test_the_schemas_of_results_are_described() -> None:
    schema = TypeAdapter(UpsertOutcome[dict[str, str]]).json_schema(mode="serialization")
    assert schema["description"].startswith("The result of one row of `upsert_many`")
    assert schema["$defs"]["Upserted"]["description"] == "The result of an upsert."
    assert schema["required"] == ["index", "row"]


def test_results_of_upserts_are_written_and_read() -> None:
    done = Upserted(Client.from_dict(CAME), created=None)
    adapter = TypeAdapter(UpsertOutcome[dict[str, str]])
    worked = UpsertOutcome(index=0, row={"a": "b"}, value=done)
    assert json.loads(adapter.dump_json(worked)) == {
        "index": 0,
        "row": {"a": "b"},
        "value": {"client": CAME, "created": None},
        "error": None,
    }
    assert adapter.validate_json(adapter.dump_json(worked)) == worked


def test_an_error_is_written_by_name_and_text_and_not_read() -> None:
    error = NotFoundError(
        status=404, code="not_found", message="no such client", method="GET", path="/clients"
    )
    failed = UpsertOutcome[dict[str, str]](index=0, row={}, error=error)
    adapter = TypeAdapter(UpsertOutcome[dict[str, str]])
    assert adapter.validate_python(failed) is failed
    written = adapter.dump_python(failed)["error"]
    assert written == {"type": "NotFoundError", "message": str(error)}
    assert adapter.validate_python({"index": 0, "row": {}, "error": error}).error is error
    with pytest.raises(ValidationError, match="an error cannot be read back"):
        adapter.validate_python({"index": 0, "row": {}, "error": written})


def test_a_value_of_another_class_is_not_written_as_a_model() -> None:
    for adapter in (TypeAdapter(Client), TypeAdapter(Upserted)):
        with pytest.warns(UserWarning, match="Expected a (Client|Upserted)"):
            assert adapter.dump_python("a text") == "a text"  # type: ignore[arg-type] # the fault


def test_codes_and_enums_are_closed_where_they_are_annotated() -> None:
    assert TypeAdapter(TaxRegime).validate_python("601") is TaxRegime("601")
    assert errors_of(TaxRegime, "600")
    assert errors_of(Person, "nobody")
    schema = TypeAdapter(Month).json_schema()
    assert schema["enum"][0] == "01"
    assert "\n\n- `01`: Enero\n- `02`: Febrero\n" in schema["description"]
    status = TypeAdapter(models.WebhookStatus).json_schema()
    assert status["enum"] == [*models.WebhookStatus]
    assert status["description"]


def test_secrets_are_passwords_in_forms() -> None:
    schema = TypeAdapter(Webhook).json_schema()
    assert schema["properties"]["url"]["anyOf"][0] == {"type": "string", "format": "password"}
    assert "example" not in json.dumps(schema["properties"]["url"])


def test_research_notes_are_left_out_of_schemas() -> None:
    for cls in GENERATED:
        text = json.dumps(TypeAdapter(cls).json_schema())
        assert "Unverified" not in text
        assert "Not confirmed" not in text


def test_models_of_the_same_name_get_longer_names() -> None:
    mine = type("Client", (BaseModel,), {"__module__": "shop"})

    class Both(BaseModel):
        ours: Client
        theirs: mine  # type: ignore[valid-type] # made at run time

    names = {*Both.model_json_schema()["$defs"]}
    assert "gigstack_api__models__client__Client" in names


def test_a_subclass_is_a_model_too() -> None:
    class Customer(Client):
        pass

    found = TypeAdapter(Customer).validate_python(CAME)
    assert type(found) is Customer
    assert TypeAdapter(Client).validate_python(found) is found
    schema = TypeAdapter(Customer).json_schema()
    assert schema["properties"]["id"]["description"] == "Id (`client_…` or `cus_…`)."


class Anything(Client):
    """A model with fields of the rarer types."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        return {"metadata": ANY, "owner": one_of(model(cls), enum(models.WebhookStatus))}


@pytest.mark.parametrize("value", [5, "a", [1], {"a": None}, None, True])
def test_a_field_without_a_type_takes_any_value(value: object) -> None:
    assert TypeAdapter(Anything).validate_python({"metadata": value}).metadata == value


def test_a_model_can_hold_itself_or_a_code() -> None:
    adapter = TypeAdapter(Anything)
    found = adapter.validate_python({"owner": {"owner": {"owner": "active"}}})
    assert found.to_dict() == {"owner": {"owner": {"owner": "active"}}}
    assert isinstance(found.owner, Anything)
    assert {place for place, _ in errors_of(Anything, {"owner": {"owner": 5}})} == {
        ("owner", "Anything", "owner", "Anything"),
        ("owner", "Anything", "owner", "WebhookStatus"),
        ("owner", "WebhookStatus"),
    }
    assert "Anything" in adapter.json_schema()["$defs"]


def test_attributes_are_those_of_the_api_but_for_keywords() -> None:
    assert {
        name for cls in GENERATED for wire, (name, _) in attributes_of(cls).items() if wire != name
    } == {"from_", "global_"}


def test_options_of_a_type_adapter_belong_to_the_model_itself() -> None:
    with pytest.raises(PydanticUserError, match="Cannot use `config`"):
        TypeAdapter(Client, config={"strict": True})


def test_nothing_imports_pydantic() -> None:
    code = """
import sys
sys.modules["pydantic"] = sys.modules["pydantic_core"] = None
import dataclasses, gigstack_api
from gigstack_api import catalogs, models
gigstack_api.preload()
client = models.Client.from_dict({"id": "1", "from": "api", "grown": 1})
print(dataclasses.asdict(client), client.to_dict() == dataclasses.asdict(client))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "{'id': '1', 'from': 'api', 'grown': 1} True\n"
