"""RFCs, the EFOS blacklist and the check with the SAT."""

from __future__ import annotations

import pytest

from gigstack_api import BadRequestError, Gigstack, NotFoundError
from gigstack_api.sandbox.state import EFOS

from ...support.sandbox import SandboxSession

pytestmark = pytest.mark.anyio
LENGTH = "RFC must be 12 or 13 characters"
SHAPE = "RFC must be letters of the name, a date and a homoclave"

WRONG = [
    ("", LENGTH),
    ("PEGJ80", LENGTH),
    ("PEGJ800101A", LENGTH),
    ("PEGJ800101ABCD", LENGTH),
    ("PEGJ-800101AB", SHAPE),
    ("1234567890123", SHAPE),
    ("PEGJ8001O1ABC", SHAPE),
    ("PEGJ80010\N{ARABIC-INDIC DIGIT ONE}ABC", SHAPE),
    ("PEGJ800101AB ", SHAPE),
    ("PEGJ800101AÑC", SHAPE),
    ("EDE010101ABÉ", SHAPE),
]


@pytest.mark.parametrize(("rfc", "reason"), WRONG)
async def test_a_malformed_rfc_is_refused_wherever_it_comes(
    session: SandboxSession, rfc: str, reason: str
) -> None:
    gig = session.gig()
    client = await gig.clients.create(name="A", tax_id="PEGJ800101ABC")
    for call in (
        gig.clients.create(tax_id=rfc),
        gig.clients.update(client.id or "", tax_id=rfc),
        gig.clients.create(tax_id=rfc, search={"on_key": "name", "on_value": "A", "update": True}),
    ):
        with pytest.raises(BadRequestError) as caught:
            await call
        assert caught.value.message == f"Invalid tax_id format: {reason}"
    assert [listed.tax_id async for listed in gig.clients.list()] == ["PEGJ800101ABC"]


@pytest.mark.parametrize(
    "rfc", ["PEGJ800101ABC", "EDE101010AB1", "Ñ&A010101AB1", "XAXX010101000", "pegj800101abc"]
)
async def test_a_well_formed_rfc_is_stored_unchanged(gig: Gigstack, rfc: str) -> None:
    made = await gig.clients.create(tax_id=rfc)
    assert made.tax_id == rfc
    assert (await gig.clients.upsert(on="tax_id", tax_id=rfc)).client.id == made.id
    assert (await gig.clients.validate(made.id or "")).is_valid is True


@pytest.mark.parametrize("rfc", [*sorted(EFOS), min(EFOS).lower()])
async def test_a_blacklisted_rfc_is_created_but_fails_validation(gig: Gigstack, rfc: str) -> None:
    client = await gig.clients.create(name="A", tax_id=rfc)
    assert (client.is_valid, client.to_dict()["efos"]) == (False, {"is_valid": False})
    assert client.fiscal_validation is not None
    assert client.fiscal_validation.message == "Client is on SAT blacklist"
    with pytest.raises(
        BadRequestError, match="Client failed EFOS validation: Client is on SAT blacklist"
    ) as caught:
        await gig.clients.validate(client.id or "")
    assert caught.value.status == 400


async def test_a_changed_rfc_is_checked_again_and_a_cleared_one_is_not(gig: Gigstack) -> None:
    client = await gig.clients.create(tax_id=min(EFOS))
    changed = await gig.clients.update(client.id or "", tax_id="PEGJ800101ABC")
    assert (changed.is_valid, changed.to_dict()["efos"]) == (True, {"is_valid": True})
    cleared = await gig.clients.update(client.id or "", tax_id=None)
    assert (cleared.is_valid, cleared.efos, cleared.fiscal_validation) == (None, None, None)
    with pytest.raises(BadRequestError, match="The client has no tax_id"):
        await gig.clients.validate(client.id or "")


async def test_a_validation_uses_the_current_blacklist(session: SandboxSession) -> None:
    client = await session.gig().clients.create(tax_id="NEW010101AB1")
    assert client.is_valid is True
    session.sandbox.state.efos.add("NEW010101AB1")
    try:
        with pytest.raises(BadRequestError, match="blacklist"):
            await session.gig().clients.validate(client.id or "")
    finally:
        session.sandbox.state.efos.remove("NEW010101AB1")
    assert (await session.gig().clients.validate(client.id or "")).is_valid is True


async def test_an_unknown_client_cannot_be_validated(gig: Gigstack) -> None:
    with pytest.raises(NotFoundError, match="The specified client does not exist"):
        await gig.clients.validate("client_nobody")
