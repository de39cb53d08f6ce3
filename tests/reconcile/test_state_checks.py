"""Verdicts on lost writes by the state of a resource: by tables."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from gigstack_api import Sent
from gigstack_api.models import Team
from gigstack_api.reconcile import state_checks
from gigstack_api.reconcile.state_checks import StateCheck

from .lost import NOW_S, sent


def team(**fields: Any) -> Team:
    return Team.from_dict(fields)


UPDATE = sent("teams.update", legal_name="A")
REFUND = sent("payments.refund", amount=10)
MEMBER = sent("teams.add_member", id="user_1", role="admin")
MEMBERS = {"members": [{"id": "user_1", "role": "viewer"}]}

CHECKED: dict[str, tuple[StateCheck, Sent, Any, bool | None]] = {
    "gone": (state_checks.deleted, sent(), None, True),
    "still there": (state_checks.deleted, sent(), {}, False),
    "cancelled": (state_checks.deleted_or_has("canceled"), sent(), {"status": "canceled"}, True),
    "gone altogether": (state_checks.deleted_or_has("canceled"), sent(), None, True),
    "not cancelled": (
        state_checks.deleted_or_has("canceled"),
        sent(),
        {"status": "pending"},
        False,
    ),
    "of no status": (state_checks.deleted_or_has("canceled"), sent(), {}, None),
    "a state of a resource that is not there": (state_checks.has_value("paid"), sent(), None, None),
    "an unclear state": (
        state_checks.has_value("paid", unclear=("processing",)),
        sent(),
        {"status": "processing"},
        None,
    ),
    "updated": (state_checks.updated(), UPDATE, team(legal_name="A"), True),
    "not updated": (state_checks.updated(), UPDATE, team(legal_name="B"), False),
    "updated, and then deleted": (state_checks.updated(), UPDATE, None, None),
    "updated, but for what no answer shows": (
        state_checks.updated(),
        replace(UPDATE, names=("legal_name", "x")),
        team(legal_name="A"),
        None,
    ),
    "not updated, whatever no answer shows": (
        state_checks.updated(),
        replace(UPDATE, names=("legal_name", "x")),
        team(),
        False,
    ),
    "a part that is not there": (
        state_checks.updated(part="settings"),
        sent(use="G03"),
        team(),
        False,
    ),
    "a renamed field": (
        state_checks.updated(renamed={"days_back": "daysBack"}),
        sent(days_back=7),
        {"daysBack": 7},
        True,
    ),
    "a counter as sent": (state_checks.updated(growing=("test",)), sent(test=5), {"test": 5}, True),
    "a counter that went on": (
        state_checks.updated(growing=("test",)),
        sent(test=5),
        {"test": 6},
        None,
    ),
    "a counter that was not set": (
        state_checks.updated(growing=("test",)),
        sent(test=5),
        {"test": 4},
        False,
    ),
    "a counter that is not shown": (
        state_checks.updated(growing=("test",)),
        sent(test=5),
        {},
        False,
    ),
    "a valid invoice": (state_checks.invoice_cancelled, sent(), {"status": "valid"}, False),
    "a cancelled invoice": (state_checks.invoice_cancelled, sent(), {"status": "cancelled"}, True),
    "no invoice": (state_checks.invoice_cancelled, sent(), None, None),
    "an invoice whose receiver has to agree": (
        state_checks.invoice_cancelled,
        sent(),
        {
            "status": "valid",
            "cancellation": {"cancellation_status": "pending", "requested_at": (NOW_S + 2) * 1000},
        },
        True,
    ),
    "an invoice whose cancellation was refused before": (
        state_checks.invoice_cancelled,
        sent(),
        {
            "status": "valid",
            "cancellation": {"cancellation_status": "rejected", "requested_at": NOW_S - 9000},
        },
        None,
    ),
    "an invoice with an undated cancellation": (
        state_checks.invoice_cancelled,
        sent(),
        {"status": "valid", "cancellation_status": "pending"},
        None,
    ),
    "a receipt with its invoice": (
        state_checks.receipt_stamped,
        sent(),
        {"status": "open", "invoice_id": "i"},
        True,
    ),
    "an invoiced receipt": (state_checks.receipt_stamped, sent(), {"status": "invoiced"}, True),
    "a pending receipt": (state_checks.receipt_stamped, sent(), {"status": "pending"}, False),
    "no receipt": (state_checks.receipt_stamped, sent(), None, None),
    "a draft": (state_checks.draft_stamped, sent(), {"status": "draft"}, False),
    "a draft that is gone": (state_checks.draft_stamped, sent(), None, None),
    "a draft that is an invoice": (state_checks.draft_stamped, sent(), {"status": "stamped"}, True),
    "refunded whole": (state_checks.refunded, REFUND, {"status": "refunded", "total": 10}, True),
    "refunded whole by several refunds": (
        state_checks.refunded,
        REFUND,
        {"status": "refunded", "total": 20, "refunds": [{"amount": 10}]},
        None,
    ),
    "refunded without an amount": (state_checks.refunded, sent(), {"status": "refunded"}, True),
    "not refunded without an amount": (
        state_checks.refunded,
        sent(),
        {"status": "succeeded", "refunds": [{"amount": 10}]},
        False,
    ),
    "of no status without an amount": (state_checks.refunded, sent(), {}, None),
    "refunded, of a payment without totals": (
        state_checks.refunded,
        REFUND,
        {"status": "refunded", "refunds": [{"amount": 10}]},
        None,
    ),
    "not refunded": (
        state_checks.refunded,
        REFUND,
        {"status": "succeeded", "total": 20, "refunds": [{"amount": 5}]},
        False,
    ),
    "refunded in part": (
        state_checks.refunded,
        REFUND,
        {"status": "succeeded", "total": 20, "refunds": [{"amount": 10}]},
        None,
    ),
    "refunded an unknown amount": (
        state_checks.refunded,
        REFUND,
        {"status": "succeeded", "total": 20, "refunds": [{"id": "r"}]},
        None,
    ),
    "refunds not shown": (state_checks.refunded, REFUND, {"status": "succeeded"}, None),
    "no payment": (state_checks.refunded, REFUND, None, None),
    "no member": (state_checks.membership(joins=True), MEMBER, {"members": []}, False),
    "a member in another role": (state_checks.membership(joins=True), MEMBER, MEMBERS, False),
    "a member": (state_checks.membership(joins=True), sent(id="user_1"), MEMBERS, True),
    "still a member": (state_checks.membership(joins=False), sent(id="user_1"), MEMBERS, False),
    "a member no more": (state_checks.membership(joins=False), sent(id="user_2"), MEMBERS, True),
    "members not shown": (state_checks.membership(joins=True), MEMBER, {}, None),
    "no team": (state_checks.membership(joins=True), MEMBER, None, None),
    "connected now": (
        state_checks.sat_connected,
        sent(),
        {"sat": {"completed": True, "connected_at": NOW_S}},
        True,
    ),
    "connected long ago": (
        state_checks.sat_connected,
        sent(),
        {"sat": {"completed": True, "connected_at": NOW_S - 9000}},
        None,
    ),
    "not connected": (state_checks.sat_connected, sent(), {"sat": {"completed": False}}, False),
    "no word of the SAT": (state_checks.sat_connected, sent(), {}, None),
    "no FIEL": (
        state_checks.setup_step("fiel_uploaded", "a FIEL"),
        sent(),
        {"fiel_uploaded": False},
        False,
    ),
    "a FIEL": (
        state_checks.setup_step("fiel_uploaded", "a FIEL"),
        sent(),
        {"fiel_uploaded": True},
        None,
    ),
    "no word of the FIEL": (
        state_checks.setup_step("fiel_uploaded", "a FIEL"),
        sent(),
        {},
        None,
    ),
}


@pytest.mark.parametrize("name", CHECKED)
def test_the_state_of_a_resource_gives_the_verdict(name: str) -> None:
    judge, call, resource, expected = CHECKED[name]
    judgement = judge(call, resource)
    assert judgement.done is expected
    assert judgement.why
