"""Lists of every paging style with known items: created in a sandbox, and read in one page without
the SDK.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import httpx
from attrs import frozen

from gigstack_api import Gigstack, Pager
from gigstack_api.sandbox.keys import issue

from ..harness.observed_state import TEAM
from .kinds import KINDS, ListOptions

ALL = 100
GROUPS = {"alfa": 0, "bravo": 1, "carbon": 5, "delfin": 11, "eco": 21}
"""Number of clients by group. The group is a word of their name, and in their metadata."""

SERVICES, HOOKS, INVOICES, DOCUMENTS = 12, 15, 12, 4
PDF = b"%PDF-1.4\n%%EOF"
ADDRESS = {"country": "MEX", "zip": "03100"}
ITEM = {
    "description": "Consulta",
    "quantity": 1,
    "unit_price": 10.0,
    "product_key": "80141503",
    "unit_key": "E48",
}


@frozen
class ListFixture:
    """One list: its kind, its selection (a word, an order or an id), and all its ids in order."""

    kind: str
    selection: str
    ids: tuple[str, ...]

    @property
    def parameter(self) -> str | None:
        """The query parameter that asks for a page; None if the list has a single page."""
        return KINDS[self.kind].parameter

    def pager(self, gig: Gigstack, options: ListOptions) -> Pager[Any]:
        """Opens the list."""
        return KINDS[self.kind].open(gig, self.selection, options)


def id_of(item: Any) -> str:
    """The id of a model of any kind."""
    return str(getattr(item, "id", None) or item.uuid)


def id_of_json(item: Mapping[str, Any]) -> str:
    """The id of a JSON object of any kind."""
    return str(item.get("id") or item["uuid"])


async def create_lists(base_url: str, key: str) -> tuple[ListFixture, ...]:
    """Creates the items in an empty sandbox and returns the lists over them."""
    async with httpx.AsyncClient(
        base_url=base_url, headers={"Authorization": f"Bearer {key}"}
    ) as http:
        clients = [
            await _create(
                http, "/clients", name=f"{word.capitalize()} {number:02}", metadata={"group": word}
            )
            for word, count in GROUPS.items()
            for number in range(count)
        ]
        await _create_services(http)
        await _create_webhooks(http)
        await _upload_documents(http, clients[0])
        await _create_invoices(http)

        lists = [
            ("clients", "asc"),
            ("clients", "desc"),
            ("services", "asc"),
            ("services", "desc"),
            ("receipts", ""),
            *((kind, word) for kind in ("search", "metadata") for word in GROUPS),
            ("webhooks", ""),
            ("SAT invoices", ""),
            *(("documents", client) for client in clients[:2]),
        ]
        fixtures = tuple(
            [
                ListFixture(kind, selection, await _fetch_ids(http, kind, selection))
                for kind, selection in lists
            ]
        )

    assert set(clients) < set(fixtures[0].ids), "the list contains the created clients"
    assert all(
        len(fixture.ids) == GROUPS[fixture.selection]
        for fixture in fixtures
        if fixture.kind in {"search", "metadata"}
    ), "a group has exactly its clients"
    return fixtures


async def _create_services(http: httpx.AsyncClient) -> None:
    for number in range(SERVICES):
        await _create(
            http,
            "/services",
            description=f"Servicio {number}",
            product_key="80141503",
            unit_key="E48",
            unit_price=1.0,
        )


async def _create_webhooks(http: httpx.AsyncClient) -> None:
    for number in range(HOOKS):
        url = f"https://hooks.example.com/{number}"
        await _create(http, "/webhooks", url=url, events=["payment.succeeded"], status="inactive")


async def _upload_documents(http: httpx.AsyncClient, client: str) -> None:
    for _ in range(DOCUMENTS):
        response = await http.post(
            f"/clients/{client}/support-documents",
            data={"documentType": "contract"},
            files={"file": ("a.pdf", PDF, "application/pdf")},
        )
        response.raise_for_status()


async def _create_invoices(http: httpx.AsyncClient) -> None:
    """Stamps invoices with the sandbox's live key: the SAT sees no others."""
    http.headers["Authorization"], before = (
        f"Bearer {issue(TEAM, livemode=True)}",
        http.headers["Authorization"],
    )
    client = await _create(
        http,
        "/clients",
        name="Sat",
        tax_id="PEGJ800101AB6",
        legal_name="SAT",
        tax_system="612",
        address=ADDRESS,
    )
    terms = {"payment_form": "03", "payment_method": "PUE", "use": "G03"}
    for _ in range(INVOICES):
        await _create(
            http, "/invoices/income", client={"id": client}, items=[{**ITEM, "taxes": ()}], **terms
        )
    http.headers["Authorization"] = before


async def _create(http: httpx.AsyncClient, path: str, **body: object) -> str:
    """Creates a resource and returns its id."""
    response = await http.post(path, json=body)
    response.raise_for_status()
    return id_of_json(response.json()["data"])


async def _fetch_ids(http: httpx.AsyncClient, kind: str, selection: str) -> tuple[str, ...]:
    """The ids of a list, read as one page."""
    limit = {"limit": str(ALL)} if KINDS[kind].parameter else {}
    response = await http.get(
        KINDS[kind].path.format(selection), params={**KINDS[kind].query(selection), **limit}
    )
    response.raise_for_status()
    page = response.json()
    ids: Sequence[str] = [id_of_json(item) for item in page["data"]]
    assert not page.get("has_more"), "one page holds the whole list"
    assert page.get("found", len(ids)) == len(ids) == len(set(ids)), "no item is listed twice"
    return tuple(ids)
