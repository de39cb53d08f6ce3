"""The payment page behind the link of a payment request.

No source shows the real one. Chosen: it asks for no data of the buyer and collects the whole amount
at once.
"""

from __future__ import annotations

from html import escape

from attrs import evolve

from ..call import Call
from ..errors import Refusal, api_error, not_found
from ..keys import Key
from ..resource import Resource
from ..rules.payments.payment_requests import METHODS
from ..rules.payments.steps import STEPS, collect
from ..state import State

ROUTE = "/p/{link}"
PAYMENT_OPTIONS = {
    "card": ("04", "Tarjeta de crédito"),
    "oxxo": ("01", "Efectivo en OXXO"),
    "stripe-spei": ("03", "SPEI"),
    "spei": ("03", "SPEI"),
    "bank": ("03", "Transferencia bancaria"),
}
"""The SAT payment form of each method, and its label for buyers."""

STATUSES = {
    "succeeded": "Pagado. Ya puede cerrar esta página.",
    "refunded": "Reembolsado.",
    "cancelled": "Cancelado.",
}
STYLE = """
*{box-sizing:border-box}
body{margin:0;background:#f1f1ee;color:#1c1b19;font:16px/1.5 system-ui,sans-serif}
main{max-width:26rem;margin:6vh auto;padding:2rem;background:#fff;border-radius:1rem;
box-shadow:0 1px 3px #0002}
h1{margin:0;font-size:1.25rem}small{color:#68645c}ul{padding:0;list-style:none}
label{display:flex;gap:.75rem;margin:.5rem 0;padding:.75rem 1rem;
border:1px solid #d8d5cd;border-radius:.6rem;cursor:pointer}
button{width:100%;margin-top:1rem;padding:.9rem;border:0;border-radius:.6rem;background:#1c1b19;color:#fff;
font:inherit;font-weight:600;cursor:pointer}
.problem{color:#a3241b}@media(max-width:30rem){main{margin:0;min-height:100vh;border-radius:0}}
"""


def build_call(state: State, link: str, origin: str) -> Call:
    """The call of a buyer with a payment link, for the team and mode that requested the payment.

    Raises:
        Refusal: 404, unknown link.
    """
    for (team, kind), resources in state.collections().items():
        if kind.startswith("payments, "):
            key = Key(team, livemode=kind == "payments, live")
            for payment in resources.values():
                if (payment["short_url"] or "").endswith(f"/p/{link}"):
                    return Call(
                        state=state, key=key, team=team, base_url=origin, path={"id": payment["id"]}
                    )
    raise not_found("payment")


def pay(call: Call, method: str) -> None:
    """Pays with one of the allowed methods.

    A payment that is paid already stays unchanged, so a double click does no harm.

    Raises:
        Refusal: 400, the method is not allowed, the payment can no longer be paid, or the SAT would
            not stamp its invoice.
    """
    payment = _payment(call)
    if payment["status"] == STEPS["marked as paid"].target:
        return
    allowed = _allowed(payment)
    if method not in allowed:
        raise api_error(400, "invalid_field_value", f"method must be one of {', '.join(allowed)}")
    collect(
        evolve(call, body={"payment_form": PAYMENT_OPTIONS[method][0]}),
        "stripe" if METHODS[method] else "manual",
    )


def render(call: Call, refusal: Refusal | None = None) -> str:
    """The page as HTML: the items, and the form or the outcome. A refusal is shown above it."""
    payment = _payment(call)
    items = "".join(
        f"<li>{item['quantity']:.15g} &times; {escape(item['description'])}"
        for item in payment["items"]
    )
    seller = escape(call.state.teams[call.team].legal_name)
    body = _form(payment) if _is_open(payment) else _closed(payment)
    return (
        '<!doctype html><html lang="es-MX"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Pago</title><style>{STYLE}</style><main>"
        f"<small>Sandbox de gigstack: aquí no se cobra nada</small><h1>{seller}</h1>"
        f"<ul>{items}</ul>{_error(refusal)}{body}</main>"
    )


def _form(payment: Resource) -> str:
    options = "".join(
        f'<label><input type="radio" name="method" value="{name}" required'
        f"{' checked' * (index == 0)}>{PAYMENT_OPTIONS[name][1]}</label>"
        for index, name in enumerate(_allowed(payment))
    )
    total = f"${payment['total']:,.2f} {escape(payment['currency'])}"
    button = f"<button>Pagar {total}</button>"
    return f'<form method="post" enctype="multipart/form-data">{options}{button}</form>'


def _closed(payment: Resource) -> str:
    return f"<p><strong>{STATUSES[payment['status']]}</strong>"


def _error(refusal: Refusal | None) -> str:
    if refusal is None:
        return ""
    error = refusal.document["error"]
    text = " · ".join([error["message"], *error["details"]])
    return f'<p class="problem" role="alert">{escape(text)}'


def _is_open(payment: Resource) -> bool:
    return payment["status"] in STEPS["marked as paid"].sources


def _allowed(payment: Resource) -> list[str]:
    return [method["id"] for method in payment["allowed_payment_methods"]]


def _payment(call: Call) -> Resource:
    return call.documents("payments")[call.path["id"]]
