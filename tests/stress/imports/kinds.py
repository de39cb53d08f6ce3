"""Kinds of imports: the rows of a file, computed from their number, and their end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from gigstack_api.bulk.syncing import SyncResource

BLOCK, SHARED, SHARING = 20, 2, (3, 9)
"""In each block of rows, the `SHARING` ones have the key of the one at `SHARED`."""

BAD = (41, 62, 83)
"""In each hundred rows, or documents: three that fail, each for a reason of its own."""


class Kind:
    """One resource.

    Attributes:
        resource: The resource.
        collection: Where the sandbox keeps it.
        head: The names of the columns.
        prefix: A key is the number of a row behind it.
        shown: The fields of a resource that are compared.
        good: How good rows may end.
        lines: How many rows have one result.
    """

    resource: ClassVar[SyncResource]
    collection: ClassVar[str]
    head: ClassVar[str]
    prefix: ClassVar[str]
    shown: ClassVar[tuple[str, ...]]
    good: ClassVar[frozenset[str]] = frozenset({"created", "updated"})
    lines: ClassVar[int] = 1

    def line(self, number: int) -> str:
        """A row of the file."""
        raise NotImplementedError

    def key_of(self, found: Mapping[str, Any]) -> str:
        """The key of a resource."""
        raise NotImplementedError

    def id_of(self, found: Mapping[str, Any]) -> str:
        """The id of a resource."""
        return str(found["id"])

    def key(self, number: int) -> str:
        """The key of a row."""
        return f"{self.prefix}{self.owner(number):09}"

    def owner(self, number: int) -> int:
        """The first row with the key of this one."""
        place = number % BLOCK
        return number - place + SHARED if place in SHARING else number

    def is_bad(self, number: int) -> bool:
        """Whether a row fails."""
        return number % 100 in BAD

    def numbers(self, rows: int) -> range:
        """The rows that have a result."""
        return range(1, rows + 1, self.lines)

    def write(self, path: Path, rows: int) -> None:
        """Writes the rows as a CSV file."""
        with path.open("w", encoding="utf-8") as file:
            file.write(f"{self.head}\n")
            file.writelines(f"{self.line(number)}\n" for number in range(1, rows + 1))


class Clients(Kind):
    """Clients. Bad ones have no key, an RFC that is too short, or a postal code without number."""

    resource = "clients"
    collection = "clients"
    head = "RFC,Nombre,C.P."
    prefix = "IMP"
    shown = ("tax_id", "name", "address")

    def line(self, number: int) -> str:
        place = number % 100
        rfc = {BAD[0]: "", BAD[1]: "corto"}.get(place, self.key(number))
        return f"{rfc},row {number},{'sin código' if place == BAD[2] else '03100'}"

    def key_of(self, found: Mapping[str, Any]) -> str:
        return str(found["tax_id"])


class Services(Kind):
    """Services. Bad ones have no key, no description, or a price without number."""

    resource = "services"
    collection = "services"
    head = "SKU,Descripción,Precio"
    prefix = "IMP"
    shown = ("sku", "description", "unit_price")

    def line(self, number: int) -> str:
        place = number % 100
        sku = "" if place == BAD[0] else self.key(number)
        text = "" if place == BAD[1] else f"row {number}"
        return f"{sku},{text},{'caro' if place == BAD[2] else number}"

    def key_of(self, found: Mapping[str, Any]) -> str:
        return str(found["sku"])


class Invoices(Kind):
    """Documents of three lines. Bad ones have a price without number, lines of different clients,
    or a client that the API refuses.
    """

    resource = "invoices"
    collection = "invoices, test"
    head = "Folio,RFC,Cliente,Descripción,Cantidad,Precio unitario,Forma de pago"
    prefix = "F-"
    shown = ("metadata", "subtotal")
    good = frozenset({"created", "found"})
    lines = 3

    def line(self, number: int) -> str:
        place = self._document(number) % 100
        rfc = "corto" if place == BAD[2] else f"IMP8001{1 + self._document(number) % 20:02}AB6"
        name = f"row {number}" if place == BAD[1] else "Cliente"
        price = "caro" if place == BAD[0] else number
        return f"{self.key(number)},{rfc},{name},row {number},1,{price},03"

    def key_of(self, found: Mapping[str, Any]) -> str:
        return str(found["metadata"]["document"])

    def id_of(self, found: Mapping[str, Any]) -> str:
        return str(found["uuid"])

    def owner(self, number: int) -> int:
        return number - (number - 1) % self.lines

    def is_bad(self, number: int) -> bool:
        return self._document(number) % 100 in BAD

    def _document(self, number: int) -> int:
        return (number - 1) // self.lines


KINDS: tuple[Kind, ...] = (Clients(), Services(), Invoices())
