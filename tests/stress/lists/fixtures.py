"""Lists of every paging style with known items: made in a sandbox, opened with the SDK, and read at
once without it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import httpx
from attrs import frozen

from gigstack_api import Gigstack, Pager
from gigstack_api.sandbox.keys import issue

from .kinds import KINDS, At

TEAM = "team_sandbox"
ALL = 100
GROUPS = {"alfa": 0, "bravo": 1, "carbon": 5, "delfin": 11, "eco": 21}
"""Clients of each group; its name is a word of theirs, and in their metadata."""

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
class Shelf:
    """One list: its kind, what of it (a word, an order, an id), and the ids of all of its items in
    order.
    """

    kind: str
    of: str
    ids: tuple[str, ...]

    @property
    def parameter(self) -> str | None:
        """What a page of it is asked for with; None where all comes at once."""
        return KINDS[self.kind].parameter

    def pager(self, gig: Gigstack, at: At) -> Pager[Any]:
        """The list from its beginning, or from a checkpoint, or from a page."""
        return KINDS[self.kind].open(gig, self.of, at)


def id_of(item: Any) -> str:
    """The id of an item of any kind."""
    return str(getattr(item, "id", None) or item.uuid)


async def stocked(base_url: str, key: str) -> tuple[Shelf, ...]:
    """Makes the items in an empty sandbox, and gives the lists over them."""
    async with httpx.AsyncClient(
        base_url=base_url, headers={"Authorization": f"Bearer {key}"}
    ) as http:
        clients = [
            await _made(
                http, "/clients", name=f"{word.capitalize()} {number:02}", metadata={"group": word}
            )
            for word, count in GROUPS.items()
            for number in range(count)
        ]
        for number in range(SERVICES):
            await _made(
                http,
                "/services",
                description=f"Servicio {number}",
                product_key="80141503",
                unit_key="E48",
                unit_price=1.0,
            )
        for number in range(HOOKS):
            url = f"https://hooks.example.com/{number}"
            await _made(http, "/webhooks", url=url, events=["payment.succeeded"], status="inactive")
        for _ in range(DOCUMENTS):
            files = {"file": ("a.pdf", PDF, "application/pdf")}
            answer = await http.post(
                f"/clients/{clients[0]}/support-documents",
                data={"documentType": "contract"},
                files=files,
            )
            answer.raise_for_status()
        await _invoiced(http)
        wanted = [
            ("clients", "asc"),
            ("clients", "desc"),
            ("services", "asc"),
            ("services", "desc"),
            ("receipts", ""),
        ]
        wanted += [(kind, word) for kind in ("search", "metadata") for word in GROUPS]
        wanted += [
            ("webhooks", ""),
            ("SAT invoices", ""),
            *(("documents", client) for client in clients[:2]),
        ]
        shelves = tuple([Shelf(kind, of, await _ids(http, kind, of)) for kind, of in wanted])
    assert set(clients) < set(shelves[0].ids), "the truth holds what was made"
    assert all(
        len(each.ids) == GROUPS[each.of] for each in shelves if each.kind in {"search", "metadata"}
    ), "and no more"
    return shelves


async def _made(http: httpx.AsyncClient, path: str, **body: object) -> str:
    answer = await http.post(path, json=body)
    answer.raise_for_status()
    return id_of_json(answer.json()["data"])


async def _invoiced(http: httpx.AsyncClient) -> None:
    """Stamps invoices with the live key: only they are seen by the SAT. The live key is the
    sandbox's own.
    """
    http.headers["Authorization"], before = (
        f"Bearer {issue(TEAM, livemode=True)}",
        http.headers["Authorization"],
    )
    client = await _made(
        http,
        "/clients",
        name="Sat",
        tax_id="PEGJ800101ABC",
        legal_name="SAT",
        tax_system="612",
        address=ADDRESS,
    )
    how = {"payment_form": "03", "payment_method": "PUE", "use": "G03"}
    for _ in range(INVOICES):
        await _made(
            http, "/invoices/income", client={"id": client}, items=[{**ITEM, "taxes": ()}], **how
        )
    http.headers["Authorization"] = before


async def _ids(http: httpx.AsyncClient, kind: str, of: str) -> tuple[str, ...]:
    """The ids as one single page tells them."""
    limit = {"limit": str(ALL)} if KINDS[kind].parameter else {}
    answer = await http.get(KINDS[kind].path.format(of), params={**KINDS[kind].query(of), **limit})
    answer.raise_for_status()
    page = answer.json()
    ids: Sequence[str] = [id_of_json(each) for each in page["data"]]
    assert not page.get("has_more"), "the truth is one page"
    assert page.get("found", len(ids)) == len(ids) == len(set(ids)), "the truth has no item twice"
    return tuple(ids)


def id_of_json(item: Mapping[str, Any]) -> str:
    """The id of an item as it came."""
    return str(item.get("id") or item["uuid"])
