"""The app of the shop: its pages, and the calls to gigstack behind them."""

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
from .orders import Order, Orders, order_id
from .pages import STATIC, page
from .products import PRODUCTS, Line, lines_of, totals
from .webhooks import webhook_router

router = APIRouter()


def get_orders(request: Request) -> Orders:
    """The orders of the app."""
    orders: Orders = request.app.state.orders
    return orders


OrdersDep = Annotated[Orders, Depends(get_orders)]


async def find_order(order_id: str, orders: OrdersDep) -> Order:
    """The order that the path names; 404 if there is none."""
    order = orders.get(order_id)
    if order is None:
        raise HTTPException(404)
    return order


OrderDep = Annotated[Order, Depends(find_order)]


@router.get("/")
async def show_products() -> Response:
    """The products."""
    return products_page()


@router.get("/datos")
async def show_checkout(request: Request) -> Response:
    """The cart and the form for the fiscal data."""
    lines = lines_of(request.query_params)
    return form_page(lines, token_urlsafe(), Buyer()) if lines else products_page(status=422)


@router.post("/pedidos")
async def place_order(request: Request, orders: OrdersDep, gig: GigstackDep) -> Response:
    """Stores an order and requests its payment; the same form sent twice gives the same order."""
    form = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    buyer, lines, form_id = Buyer.of(form), lines_of(form), form.get("form_id") or token_urlsafe()
    if not lines:
        return products_page(status=422)

    # Errors must be corrected; warnings are shown once and may then be confirmed.
    findings = buyer.findings()
    is_reviewed = form.get("reviewed") == buyer.tax_id and all(
        finding.severity == "warning" for finding in findings.values()
    )
    if findings and not is_reviewed:
        return form_page(lines, form_id, buyer, status=422)

    key = order_id(form_id, buyer, lines)
    if orders.get(key) is None:
        payment = await gig.payments.request(
            client=buyer.match(),
            items=[line.item() for line in lines],
            automation_type="pue_invoice",  # gigstack stamps the invoice after the payment
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
async def show_order(order: OrderDep) -> Response:
    """An order. The page polls `estado` until the order is complete."""
    return page("order.html", order=order, totals=totals(order.lines))


@router.get("/pedidos/{order_id}/estado")
async def show_state(order: OrderDep) -> Response:
    """The part of the order page that changes."""
    return page("state.html", order=order)


@router.get("/pedidos/{order_id}/factura.{kind}")
async def download_invoice(
    kind: Literal["pdf", "xml"], order: OrderDep, gig: GigstackDep
) -> Response:
    """A file of the invoice; the XML is verified to be the CFDI of its UUID."""
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
    """The products; with another status than 200, also that nothing was chosen."""
    return page("products.html", status=status, products=PRODUCTS.values(), is_empty=status != 200)


def form_page(
    lines: tuple[Line, ...], form_id: str, buyer: Buyer, *, status: int = 200
) -> Response:
    """The form; with another status than 200, also what is wrong in it."""
    findings = buyer.findings() if status != 200 else {}
    values = {
        "buyer": buyer,
        "findings": findings,
        "form_id": form_id,
        "regimes": REGIMES,
        "uses": USES,
    }
    return page("checkout.html", status=status, lines=lines, totals=totals(lines), **values)


async def handle_http_error(_: Request, error: AnyHTTPException) -> Response:
    """The page for an address that does not exist."""
    return page(
        "error.html",
        status=error.status_code,
        title="Esta página no existe",
        text="Revise la dirección.",
    )


async def handle_gigstack_error(request: Request, error: GigstackError) -> Response:
    """The page for an error of gigstack.

    `problem_handlers` chooses the status, and logs what is not the buyer's fault.
    """
    status = (await problem_handlers[GigstackError](request, error)).status_code
    if status < 500:  # repeating the same request would fail again
        title = "El servicio de facturación rechazó los datos"
        text = "Regrese y revise sus datos."
    else:
        title = "El servicio de facturación no responde"
        text = "Espere un momento y vuelva a cargar la página: su pedido no se duplica."
    if request.method == "POST":
        text = f"No se cobró nada. {text}"
    return page("error.html", status=status, title=title, text=text)


def create_app(secret: str, make: Callable[[], Gigstack] = Gigstack) -> FastAPI:
    """Creates the app of the shop.

    Args:
        secret: The end of the address for webhooks, `/webhooks/gigstack/<secret>`.
        make: Creates the client when the app starts.
    """
    app = FastAPI(
        lifespan=gigstack_lifespan(make),
        exception_handlers={
            GigstackError: handle_gigstack_error,
            AnyHTTPException: handle_http_error,
        },
    )
    app.state.orders = Orders()
    app.include_router(webhook_router(app.state.orders, secret))
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC))
    return app
