"""The tables of strategies against the spec."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import gigstack_api
from gigstack_api import Replay
from gigstack_api._core.operations.route import Route
from gigstack_api.reconcile.tables import STRATEGIES, compared_fields
from gigstack_api.reconcile.tables.unobservable import UNOBSERVABLE
from tests.support.things import thing_route

OPERATIONS = Path(gigstack_api.__file__).parent / "operations"


def routes() -> Iterator[Route[Any]]:
    """The route of each operation."""
    for path in sorted(OPERATIONS.glob("*/*.py")):
        if path.stem != "__init__":
            yield import_module(f"gigstack_api.operations.{path.parent.name}.{path.stem}").ROUTE


def test_the_table_holds_writes_of_the_spec_and_no_read() -> None:
    assert set(STRATEGIES) <= {route.name for route in routes() if route.replay is not Replay.SAFE}


def test_the_unobservable_writes_are_these() -> None:
    assert set(UNOBSERVABLE) == {
        "auth.signup",
        "clients.create_portal_token",
        "clients.stamp_pending_receipts",
        "clients.upload_csf",
        "clients.validate",
        "draft_invoices.preview",
        "invoices.resend_email",
        "sat_download.get_invoice_xml",
        "sat_invoices.generate_pdf",
        "teams.get_onboarding_url",
        "teams.sign_manifest",
        "users.generate_login_link",
        "users.reset_password",
        "users.reset_password_by_email",
    }


def test_secret_fields_are_not_kept_except_webhook_urls() -> None:
    kept = {
        (route.name, name)
        for route in routes()
        for name in compared_fields(route)
        if name in route.body and route.body[name].secret
    }
    assert kept <= {("webhooks.create", "url"), ("webhooks.update", "url")}


def test_kept_fields_are_fields_of_the_body() -> None:
    for route in routes():
        assert set(compared_fields(route)) <= set(route.body) | {"documentType", "name"}, route.name
    assert compared_fields(thing_route()) == ()
