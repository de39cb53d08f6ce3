"""Seed data, created by the handlers themselves so that everything is consistent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from .call import Call
from .keys import Key
from .resource import Resource
from .rules.accounts.settings import update_team_settings
from .rules.customers import clients, services
from .rules.invoices.typed_invoices import create_income_invoice
from .rules.payments.handlers import register_payment, request_payment
from .rules.receipts.handlers import create_receipt
from .state import State

TEAM = "team_sandbox"
IVA = {"type": "IVA", "rate": 0.16, "factor": "Tasa", "withholding": False}
ISR = {"type": "ISR", "rate": 0.1, "factor": "Tasa", "withholding": True}

SERVICES: list[Resource] = [
    {"description": "Consultoría profesional", "sku": "CONS-001", "product_key": "80141503", "unit_key": "E48", "unit_price": 1500.0, "taxes": [IVA]},
    {"description": "Desarrollo de software a la medida", "sku": "SOFT-001", "product_key": "81111500", "unit_key": "HUR", "unit_price": 950.0, "taxes": [IVA]},
    {"description": "Hospedaje web mensual", "sku": "HOST-001", "product_key": "81112100", "unit_key": "MON", "unit_price": 349.0, "taxes": [IVA]},
    {"description": "Honorarios contables", "sku": "CONT-001", "product_key": "84111506", "unit_key": "E48", "unit_price": 2800.0, "taxes": [IVA, ISR]},
    {"description": "Libro impreso", "sku": "LIB-001", "product_key": "55101500", "unit_key": "H87", "unit_price": 280.0, "taxes": [{**IVA, "rate": 0.0}]},
]  # fmt: skip

SETTINGS: Resource = {"taxes": [IVA], "product_key": "80141503", "unit_key": "E48"}

CLIENTS: list[Resource] = [
    {"name": "Juan Pérez García", "legal_name": "JUAN PEREZ GARCIA", "tax_id": "PEGJ800101ABC", "tax_system": "612", "use": "G03", "email": "juan.perez@ejemplo.com", "address": {"country": "MEX", "zip": "03100", "state": "CDMX"}, "metadata": {"external_id": "EXT-1", "segment": "pyme"}},
    {"name": "Panadería La Espiga", "legal_name": "PANADERIA LA ESPIGA", "tax_id": "PES150401KD8", "tax_system": "601", "use": "G03", "email": "facturas@laespiga.ejemplo.com", "address": {"country": "MEX", "zip": "44100", "state": "JAL"}, "metadata": {"external_id": "EXT-2", "segment": "pyme"}},
    {"name": "Transportes del Bajío", "legal_name": "TRANSPORTES DEL BAJIO", "tax_id": "TBA991231TR5", "tax_system": "601", "use": "G03", "email": "cxp@tbajio.ejemplo.com", "address": {"country": "MEX", "zip": "37000", "state": "GTO"}, "metadata": {"external_id": "EXT-3", "segment": "corporativo"}},
    {"name": "Sofía Hernández Ruiz", "legal_name": "SOFIA HERNANDEZ RUIZ", "tax_id": "HERS920714MN3", "tax_system": "626", "use": "G01", "email": "sofia@ejemplo.com", "address": {"country": "MEX", "zip": "64000", "state": "NL"}, "metadata": {"external_id": "EXT-4", "segment": "personal"}},
    {"name": "Empresa en la lista negra", "legal_name": "EMPRESA EN LA LISTA NEGRA", "tax_id": "EFO010101AB1", "tax_system": "601", "use": "G03", "email": "nadie@ejemplo.com", "metadata": {"external_id": "EXT-5"}},
    {"name": "Cliente sin datos fiscales", "email": "mostrador@ejemplo.com", "metadata": {"external_id": "EXT-6"}},
]  # fmt: skip


def seed_demo(state: State, base_url: str) -> None:
    """Creates a small Mexican business.

    It has settings, services, clients, a paid and invoiced payment, a PPD invoice paid in part, receipts, and
    a payment request.
    """
    call = Call(state=state, key=Key(TEAM, livemode=False), team=TEAM, base_url=base_url)
    update_team_settings(evolve(call, path={"id": TEAM}, body=SETTINGS))
    made_services = [services.create(call, fields)["id"] for fields in SERVICES]
    juan, bakery, transport, sofia, _, walk_in = [
        clients.create(call, fields)["id"] for fields in CLIENTS
    ]

    def make(handler: Callable[[Call], Any], body: Mapping[str, Any]) -> Mapping[str, Any]:
        made: Mapping[str, Any] = handler(_with(call, body)).document["data"]
        return made

    def item(number: int, quantity: float = 1) -> Resource:
        return {"id": made_services[number], "quantity": quantity}

    make(
        register_payment,
        {
            "client": {"id": juan},
            "items": [item(0)],
            "payment_form": "03",
            "automation_type": "pue_invoice",
        },
    )
    deferred = make(
        create_income_invoice,
        {
            "client": {"id": transport},
            "items": [item(1, 40)],
            "payment_method": "PPD",
            "payment_form": "99",
            "use": "G03",
        },
    )
    partial: Resource = {"description": "Abono", "quantity": 1, "unit_price": 20000.0, "taxes": []}
    make(
        register_payment,
        {
            "client": {"id": transport},
            "items": [partial],
            "payment_form": "03",
            "automation_type": "none",
            "ppd_invoice_id": deferred["uuid"],
        },
    )
    make(
        request_payment,
        {"client": {"id": bakery}, "items": [item(2, 12)], "automation_type": "pue_invoice"},
    )
    make(
        create_receipt,
        {"client": {"id": sofia}, "items": [item(4, 3)], "payment_form": "01"},
    )
    make(
        create_receipt,
        {"client": {"id": walk_in}, "items": [item(4)], "payment_form": "01"},
    )


def _with(call: Call, body: Mapping[str, Any]) -> Call:
    return Call(state=call.state, key=call.key, team=call.team, base_url=call.base_url, body=body)


SEEDS: dict[str, Callable[[State, str], None]] = {"demo": seed_demo}
