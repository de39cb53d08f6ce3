"""The shop as an app: its pages, and the calls to gigstack that they need."""

from __future__ import annotations

from collections.abc import Callable
from secrets import token_urlsafe
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException as AnyHTTPException

from gigstack_api import Gigstack, GigstackError
from gigstack_api.fastapi import GigstackDep, gigstack_lifespan, problem_handlers

from .buyers import REGIMES, USES, Buyer
from .goods import PRODUCTS, Line, lines_of, totals
from .hooks import hooks
from .orders import Order, Orders, order_id
from .pages import STATIC, page

router = APIRouter()


def orders_of(request: Request) -> Orders:
    """The orders of the app."""
    orders: Orders = request.app.state.orders
    return orders


OrdersDep = Annotated[Orders, Depends(orders_of)]


async def named(order_id: str, orders: OrdersDep) -> Order:
    """The order in the path; else 404."""
    order = orders.get(order_id)
    if order is None:
        raise HTTPException(404)
    return order


OrderDep = Annotated[Order, Depends(named)]


@router.get("/")
async def products() -> Response:
    """What there is to buy."""
    return products_page()


@router.get("/datos")
async def checkout(request: Request) -> Response:
    """The cart, and the form for the fiscal data."""
    lines = lines_of(request.query_params)
    return form_page(lines, token_urlsafe(), Buyer()) if lines else products_page(status=422)


@router.post("/pedidos")
async def order(request: Request, orders: OrdersDep, gig: GigstackDep) -> Response:
    """Takes an order and asks for its payment; the same form sent again leads to the same order."""
    form = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    buyer, lines, form_id = Buyer.of(form), lines_of(form), form.get("form_id") or token_urlsafe()
    findings = buyer.findings()
    is_reviewed = form.get("reviewed") == buyer.tax_id and all(
        each.severity == "warning" for each in findings.values()
    )
    if not lines:
        return products_page(status=422)
    if findings and not is_reviewed:
        return form_page(lines, form_id, buyer, status=422)
    key = order_id(form_id, buyer, lines)
    if orders.get(key) is None:
        payment = await gig.payments.request(
            client=buyer.match(),
            items=[line.item() for line in lines],
            automation_type="pue_invoice",  # gigstack stamps the invoice once it is paid
            idempotency_key=key,
            metadata={"order_id": key},
        )
        orders.add(
            Order(
                id=key,
                lines=lines,
                buyer=buyer,
                pay_url=payment.short_url or "",
                payment_status=payment.status,
            )
        )
    return RedirectResponse(f"/pedidos/{key}", 303)


@router.get("/pedidos/{order_id}")
async def show(order: OrderDep) -> Response:
    """An order. Its page asks for `estado` until nothing more is to come."""
    return page("order.html", order=order, totals=totals(order.lines))


@router.get("/pedidos/{order_id}/estado")
async def state(order: OrderDep) -> Response:
    """The part of the page that changes."""
    return page("state.html", order=order)


@router.get("/pedidos/{order_id}/factura.{kind}")
async def invoice(kind: Literal["pdf", "xml"], order: OrderDep, gig: GigstackDep) -> Response:
    """A file of the invoice, proven to be that of its UUID."""
    if order.invoice is None:
        raise HTTPException(404)
    bundle = await gig.invoices.bundle(order.invoice)
    file = bundle.pdf if kind == "pdf" else bundle.xml
    return Response(
        file.content,
        media_type=file.media_type,
        headers={"Content-Disposition": f'inline; filename="{file.file_name}"'},
    )


def products_page(*, status: int = 200) -> Response:
    """The products, and that nothing was chosen unless the page is new."""
    return page("products.html", status=status, products=PRODUCTS.values(), is_empty=status != 200)


def form_page(
    lines: tuple[Line, ...], form_id: str, buyer: Buyer, *, status: int = 200
) -> Response:
    """The form, with what is wrong in it unless it is new."""
    findings = buyer.findings() if status != 200 else {}
    values = {
        "buyer": buyer,
        "findings": findings,
        "form_id": form_id,
        "regimes": REGIMES,
        "uses": USES,
    }
    return page("checkout.html", status=status, lines=lines, totals=totals(lines), **values)


async def not_there(_: Request, error: AnyHTTPException) -> Response:
    """The page for an address that does not exist."""
    return page(
        "sorry.html",
        status=error.status_code,
        title="Esta página no existe",
        text="Revise la dirección.",
    )


async def sorry(request: Request, error: GigstackError) -> Response:
    """The page for a failure or a refusal of gigstack; the kit decides on the status, and logs what
    is not the buyer's fault.
    """
    status = (await problem_handlers[GigstackError](request, error)).status_code
    if status < 500:  # the same again would be refused again
        title, text = "La facturación no lo aceptó", "Vuelva atrás y revise sus datos."
    else:
        title, text = (
            "La facturación no responde",
            "Cargue la página de nuevo en un momento: su pedido no se duplica.",
        )
    if request.method == "POST":
        text = f"No se cobró nada. {text}"
    return page("sorry.html", status=status, title=title, text=text)


def shop(secret: str, make: Callable[[], Gigstack] = Gigstack) -> FastAPI:
    """The shop, whose webhooks come to `/webhooks/gigstack/<secret>`, with a client of its own."""
    app = FastAPI(
        lifespan=gigstack_lifespan(make),
        exception_handlers={GigstackError: sorry, AnyHTTPException: not_there},
    )
    app.state.orders = Orders()
    app.include_router(hooks(app.state.orders, secret))
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC))
    return app
