"""Run by the Python of an environment into which only a wheel was installed: does the package work?

Its argument is the version that it has to have.
"""

import asyncio
import contextlib
import io
import sys
from importlib import metadata, resources

import gigstack_api
from gigstack_api.cli.app import run
from gigstack_api.sandbox import Sandbox


async def main() -> None:
    """Makes, finds and stamps something on a sandbox in this process."""
    async with Sandbox().client(checks="error") as gig:
        done = await gig.clients.upsert(
            on="tax_id",
            tax_id="PEGJ800101AB6",
            name="Juan Pérez García",
            legal_name="Juan Pérez García",
            tax_system="612",
            use="G03",
            address={"zip": "03100"},
        )
        assert done.created
        assert [client.id async for client in gig.clients.list()] == [done.client.id]
        invoice = await gig.income_invoices.create(
            client={"id": done.client.id},
            items=[
                {
                    "description": "Diseño",
                    "unit_price": 1000,
                    "product_key": "82141500",
                    "unit_key": "E48",
                    "taxes": [{"type": "IVA", "rate": 0.16}],
                }
            ],
            payment_form="03",
        )
        assert invoice.total == 1160
        assert (await gig.invoices.bundle(invoice.uuid)).pdf.content.startswith(b"%PDF")


assert sys.flags.safe_path, "the repository must not be on the path"
assert metadata.version("gigstack-api") == gigstack_api.__version__ == sys.argv[1]
assert resources.files("gigstack_api").joinpath("py.typed").is_file()
gigstack_api.preload()
asyncio.run(main())
with contextlib.redirect_stdout(io.StringIO()) as printed:
    assert run(["catalogs", "PaymentForm"]) == 0
assert "Transferencia" in printed.getvalue() or "transfer" in printed.getvalue()
