"""Mass download from the SAT: setup, requests that advance with the clock, packages, the daily
run.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from gigstack_api import BadRequestError, Gigstack, NotFoundError
from gigstack_api.errors import PermissionDeniedError
from gigstack_api.models import SatDownloadRequest

from ...support.sandbox import SandboxSession
from .scenario import FIEL, NOW_S, REGISTRATION, day, ready, received, sold

pytestmark = pytest.mark.anyio
PERIOD: dict[str, Any] = {"start_date": day(30), "end_date": day(0)}
SCHEDULE: dict[str, Any] = {
    "enabled": True,
    "time": "21:00",
    "download_types": ["issued", "received"],
    "days_back": 7,
}
DAY_S = 24 * 3600
LATE_S = NOW_S + 15 * 3600
"""21:00 in Mexico City."""


@pytest.fixture(autouse=True)
def today(session: SandboxSession) -> None:
    session.at(NOW_S)


async def history(gig: Gigstack) -> list[SatDownloadRequest]:
    return [request async for request in gig.sat_download.list_history()]


async def test_from_activation_to_the_package(session: SandboxSession) -> None:
    gig = session.gig()
    uuid, stuck = await sold(session), (await received(gig, resource_status="building")).uuid or ""
    assert (await gig.sat_download.get_activation()).status == "needs_activation"
    assert (await gig.sat_download.activate()).type == "included"
    fiel = await gig.sat_download.upload_fiel(**FIEL, **REGISTRATION)
    assert (fiel.rfc, fiel.registered, fiel.registered_at) == ("CPR180412QX1", True, NOW_S * 1000)
    request = await gig.sat_download.create_request(**PERIOD)
    assert (request.status, request.source, request.createdAt) == (
        "pending",
        "manual",
        NOW_S * 1000,
    )
    states: list[Any] = []
    for later_s in (0.9, 1, 2, 4.9, 5, 60):
        session.at(NOW_S + later_s)
        states.append((await history(gig))[0].status)
    assert states == ["pending", "accepted", "processing", "processing", "completed", "completed"]
    done = await gig.sat_download.get_request(request.id or "")
    assert (done.invoiceCount, done.processedCount, done.completedAt) == (7, 6, (NOW_S + 5) * 1000)
    assert (done.earliestIssueDate or "")[:10] == day(27)
    assert done.latestIssueDate == "2026-05-20T06:00:00"
    assert (await gig.sat_invoices.get(stuck)).has_xml is True
    package = await gig.sat_download.download_package((done.packageIds or [""])[0])
    with ZipFile(BytesIO(package.content)) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        assert len(names) == 6
        assert {f"{uuid.upper()}.xml", f"{stuck.upper()}.xml"} <= names
        assert all(b"cfdi:Comprobante" in archive.read(name) for name in names)
    assert package.file_name.endswith(".zip")
    assert (await gig.sat_download.debug())["billing"]["xml_downloads"] == 6


ACTIVATIONS = {
    "team_sandbox": ("needs_activation", True, "included"),
    "team_norte": ("needs_addon", False, "addon"),
}


@pytest.mark.parametrize(("team", "expected"), ACTIVATIONS.items())
async def test_activation_goes_by_the_plan_and_may_be_repeated(
    session: SandboxSession, team: str, expected: tuple[str, bool, str]
) -> None:
    gig = session.gig(team)
    before = await gig.sat_download.get_activation()
    assert (before.status, before.planIncludesFeature, before.isActivated) == (
        expected[0],
        expected[1],
        False,
    )
    assert before.pricing is not None
    assert (before.pricing.perDownload, before.pricing.addonMonthly) == ("$0.20 MXN", None)
    assert [(await gig.sat_download.activate()).type for _ in range(2)] == [expected[2]] * 2
    after = await session.gig(team, livemode=True).sat_download.get_activation()
    assert (after.status, after.isActivated) == ("active", True)
    assert (
        await session.gig("team_sur").sat_download.get_activation()
    ).status == "needs_activation"


async def test_the_free_plan_must_be_upgraded_first(session: SandboxSession) -> None:
    gig = session.gig("team_stranger")
    assert (await gig.sat_download.get_activation()).status == "needs_upgrade"
    with pytest.raises(PermissionDeniedError, match="upgrade"):
        await gig.sat_download.activate()


async def test_deactivation_needs_no_schedule(gig: Gigstack) -> None:
    await gig.sat_download.activate()
    await gig.sat_download.deactivate()
    assert (await gig.sat_download.get_activation()).isActivated is False


async def test_deactivation_ends_the_schedule_and_may_be_repeated(session: SandboxSession) -> None:
    gig = await ready(session.gig())
    await gig.sat_download.save_schedule(**SCHEDULE)
    answers = [await session.send("POST", "/v2/invoices/download/deactivate") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json()["message"] != answers[1].json()["message"]
    await gig.sat_download.deactivate()
    assert (await gig.sat_download.get_activation()).status == "needs_activation"
    schedule = (await gig.sat_download.get_schedule()).schedule
    assert schedule is not None
    assert schedule.enabled is False
    session.at(LATE_S)
    assert await history(gig) == []


async def test_a_fiel_alone_is_only_stored_and_can_be_registered_later(gig: Gigstack) -> None:
    fiel = await gig.sat_download.upload_fiel(**FIEL)
    assert (fiel.registered, fiel.registered_at, fiel.phone, fiel.sync_start_date) == (
        False,
        None,
        None,
        None,
    )
    assert fiel.expires_at == (NOW_S + 4 * 365 * DAY_S) * 1000
    assert fiel.expires_at_readable == "2030-05-19T12:00:00.000Z"
    assert len(fiel.serial_number or "") == 20
    state = await gig.sat_download.get_schedule()
    assert (state.fiel_uploaded, state.registered, state.sat_completed, state.prodigia) == (
        True,
        False,
        False,
        None,
    )
    done = await gig.sat_download.register_business(**REGISTRATION, max_monthly_invoices=500)
    assert (done.rfc, done.registered, done.legal_name) == (
        fiel.rfc,
        True,
        "Comercializadora de Prueba",
    )
    state = await gig.sat_download.get_schedule()
    assert (state.registered, state.sat_completed, state.sync_start_date) == (
        True,
        True,
        "2024-01-01",
    )
    assert state.prodigia is not None
    assert (state.prodigia.synced, state.prodigia.monthly_cap, state.prodigia.last_sync) == (
        False,
        500,
        None,
    )
    assert (await gig.sat_download.enable_sync()) == {"enabled": True}
    state = await gig.sat_download.get_schedule()
    assert state.prodigia is not None
    assert (state.prodigia.synced, state.prodigia.last_sync) == (True, "2026-05-20T12:00:00.000Z")
    renewed = await gig.sat_download.upload_fiel(**FIEL)
    assert (renewed.registered, renewed.phone) == (True, "+5215512345678")


BAD_FIELS: dict[str, dict[str, Any]] = {
    "password": {"password": "wrong"},
    "PEM certificate": {"cert": b"-----BEGIN CERTIFICATE-----"},
    "PEM key": {"key": b"-----BEGIN ENCRYPTED PRIVATE KEY-----"},
    "phone": {"phone": "call me"},
    "no date": {"sync_start_date": "yesterday"},
    "another form": {"sync_start_date": "20260101"},
    "too old": {"sync_start_date": "2020-05-31"},
    "to come": {"sync_start_date": "2026-05-22"},
}


@pytest.mark.parametrize("change", BAD_FIELS.values(), ids=BAD_FIELS)
async def test_a_bad_fiel_is_refused_and_not_stored(gig: Gigstack, change: dict[str, Any]) -> None:
    with pytest.raises(BadRequestError):
        await gig.sat_download.upload_fiel(**{**FIEL, **change})
    assert (await gig.sat_download.get_schedule()).fiel_uploaded is False


async def test_the_history_reaches_back_71_months(gig: Gigstack) -> None:
    fiel = await gig.sat_download.upload_fiel(
        **FIEL, sync_start_date="2020-06-01", phone="5512345678"
    )
    assert fiel.sync_start_date == "2020-06-01"


async def test_a_team_without_rfc_cannot_have_a_fiel(session: SandboxSession) -> None:
    del session.sandbox.state.team_resources["team_sandbox"]["tax_id"]
    with pytest.raises(BadRequestError, match="RFC"):
        await session.gig().sat_download.upload_fiel(**FIEL)


async def test_each_step_says_which_one_is_missing_before_it(gig: Gigstack) -> None:
    api = gig.sat_download
    with pytest.raises(BadRequestError, match="FIEL"):
        await api.register_business(**REGISTRATION)
    with pytest.raises(BadRequestError, match="FIEL"):
        await api.enable_sync()
    for steps_done, missing in (
        ("", "not active"),
        ("activate", "FIEL"),
        ("fiel", "not registered"),
    ):
        if steps_done == "activate":
            await api.activate()
        elif steps_done == "fiel":
            await api.upload_fiel(**FIEL)
        with pytest.raises(BadRequestError, match=missing):
            await api.create_request(**PERIOD)
        with pytest.raises(BadRequestError, match=missing):
            await api.save_schedule(**SCHEDULE)


BAD_REQUESTS: dict[str, dict[str, Any]] = {
    "no date": {"start_date": "30d"},
    "turned round": {"start_date": day(1), "end_date": day(2)},
    "to come": {"end_date": "2026-05-22"},
    "too old": {"start_date": "2019-01-01"},
    "unknown side": {"rfc_type": "both"},
    "unknown kind": {"request_type": "pdf"},
}


@pytest.mark.parametrize("change", BAD_REQUESTS.values(), ids=BAD_REQUESTS)
async def test_a_bad_request_is_refused_and_not_kept(
    session: SandboxSession, change: dict[str, Any]
) -> None:
    gig = await ready(session.gig())
    with pytest.raises(BadRequestError):
        await gig.sat_download.create_request(**{**PERIOD, **change})
    assert await history(gig) == []


async def test_a_request_covers_the_side_it_asks_for(session: SandboxSession) -> None:
    gig = await ready(session.gig())
    await sold(session)
    asked = [
        await gig.sat_download.create_request(**PERIOD, rfc_type=side)
        for side in ("issued", "received")
    ]
    session.at(NOW_S + 5)
    counts = [(await gig.sat_download.get_request(entry.id or "")).invoiceCount for entry in asked]
    assert counts == [1, 6]
    assert [entry.rfcType for entry in asked] == ["issued", "received"]


async def test_a_request_for_metadata_fetches_no_xml_and_costs_nothing(
    session: SandboxSession,
) -> None:
    gig = await ready(session.gig())
    request = await gig.sat_download.create_request(**PERIOD, request_type="metadata")
    session.at(NOW_S + 5)
    done = await gig.sat_download.get_request(request.id or "")
    assert (done.status, done.invoiceCount, done.processedCount, done.packageIds) == (
        "completed",
        6,
        6,
        [],
    )
    assert (await received(gig, resource_status="building")).has_xml is False
    assert (await gig.sat_download.debug())["billing"]["xml_downloads"] == 0
    with pytest.raises(NotFoundError):
        await gig.sat_download.download_package(f"{request.id}_01")


async def test_a_request_fetches_the_xmls_of_its_period_only(
    session: SandboxSession,
) -> None:
    gig = await ready(session.gig())
    await gig.sat_download.create_request(start_date=day(27), end_date=day(5))
    session.at(NOW_S + 5)
    stuck = await received(gig, resource_status="building")
    assert stuck.has_xml is False
    await gig.sat_download.create_request(start_date=day(2), end_date=day(2))
    session.at(NOW_S + 10)
    there = await gig.sat_invoices.get(stuck.uuid or "")
    assert (there.resource_status, there.has_xml) == ("ready", True)


async def test_a_request_that_covers_nothing_fails_and_says_why(session: SandboxSession) -> None:
    gig = await ready(session.gig())
    request = await gig.sat_download.create_request(start_date="2025-01-01", end_date="2025-01-31")
    session.at(NOW_S + 5)
    done = await gig.sat_download.get_request(request.id or "")
    assert (done.status, done.invoiceCount, (done.statusMessage or "")[:4]) == ("failed", 0, "5004")
    with pytest.raises(BadRequestError, match="failed"):
        await gig.sat_download.download_package(f"{request.id}_01")


async def test_an_invoice_in_error_makes_no_package(session: SandboxSession) -> None:
    gig = await ready(session.gig())
    request = await gig.sat_download.create_request(start_date=day(9), end_date=day(9))
    session.at(NOW_S + 5)
    done = await gig.sat_download.get_request(request.id or "")
    assert (done.status, done.invoiceCount, done.processedCount, done.packageIds) == (
        "completed",
        1,
        0,
        [],
    )
    with pytest.raises(NotFoundError):
        await gig.sat_download.download_package(f"{request.id}_01")


async def test_a_package_is_ready_later_and_only_for_its_team(session: SandboxSession) -> None:
    gig = await ready(session.gig())
    request = await gig.sat_download.create_request(**PERIOD)
    with pytest.raises(BadRequestError, match="pending"):
        await gig.sat_download.download_package(f"{request.id}_01")
    session.at(NOW_S + 5)
    for unknown in ("package_1", request.id or "", f"{request.id}_02"):
        with pytest.raises(NotFoundError):
            await gig.sat_download.download_package(unknown)
    other = session.gig("team_norte")
    with pytest.raises(NotFoundError):
        await other.sat_download.download_package(f"{request.id}_01")
    with pytest.raises(NotFoundError):
        await other.sat_download.get_request(request.id or "")
    assert await gig.sat_download.download_package(f"{request.id}_01", team="team_sandbox")


async def test_an_unfetched_package_expires(session: SandboxSession) -> None:
    gig = await ready(session.gig())
    fetched, left = [await gig.sat_download.create_request(**PERIOD) for _ in range(2)]
    session.at(NOW_S + 5)
    await gig.sat_download.download_package(f"{fetched.id}_01")
    session.at(NOW_S + 4 + 3 * DAY_S)
    assert [request.status for request in await history(gig)] == ["completed", "completed"]
    session.at(NOW_S + 5 + 3 * DAY_S)
    assert [request.status for request in await history(gig)] == ["expired", "completed"]
    with pytest.raises(BadRequestError, match="expired"):
        await gig.sat_download.download_package(f"{left.id}_01")
    assert (await gig.sat_download.download_package(f"{fetched.id}_01")).content


async def test_the_history_has_the_last_20_newest_first(session: SandboxSession) -> None:
    gig = await ready(session.gig())
    made: list[str | None] = []
    for number in range(22):
        session.at(NOW_S + number // 2)
        made.append((await gig.sat_download.create_request(**PERIOD)).id)
    assert [request.id for request in await history(gig)] == made[:1:-1]


BAD_SCHEDULES: list[dict[str, Any]] = [
    {"time": "9 pm"},
    {"time": "24:00"},
    {"download_types": []},
    {"download_types": ["sent"]},
    {"download_types": ["issued", "issued"]},
]


@pytest.mark.parametrize("change", BAD_SCHEDULES)
async def test_a_bad_schedule_is_refused(session: SandboxSession, change: dict[str, Any]) -> None:
    gig = await ready(session.gig())
    with pytest.raises(BadRequestError):
        await gig.sat_download.save_schedule(**{**SCHEDULE, **change})
    assert (await gig.sat_download.get_schedule()).schedule is None


async def test_a_schedule_runs_once_a_day_in_mexico(session: SandboxSession) -> None:
    gig = await ready(session.gig())
    await sold(session)
    saved = await gig.sat_download.save_schedule(**SCHEDULE)
    assert (saved.enabled, saved.time, saved.daysBack, saved.lastRunAt) == (True, "21:00", 7, None)
    assert list(saved.downloadTypes or []) == ["issued", "received"]
    session.at(LATE_S - 1)
    assert await history(gig) == []
    session.at(LATE_S)
    runs = await history(gig)
    assert [(entry.rfcType, entry.source, entry.createdAt) for entry in runs] == [
        ("received", "schedule", LATE_S * 1000),
        ("issued", "schedule", LATE_S * 1000),
    ]
    assert {(entry.startDate, entry.endDate, entry.status) for entry in runs} == {
        (day(7), day(0), "pending")
    }
    session.at(LATE_S + 60)
    schedule = (await gig.sat_download.get_schedule()).schedule
    assert schedule is not None
    assert (schedule.lastRunAt, schedule.lastRunStatus) == (LATE_S * 1000, "completed")
    assert len(await history(gig)) == 2
    changed: dict[str, Any] = {**SCHEDULE, "download_types": ["received"]}
    await gig.sat_download.save_schedule(**changed)
    session.at(LATE_S + 3 * DAY_S)
    assert [request.createdAt for request in await history(gig)] == [
        (LATE_S + 3 * DAY_S) * 1000,
        LATE_S * 1000,
        LATE_S * 1000,
    ]


async def test_a_look_into_the_setup_shows_no_secret(session: SandboxSession) -> None:
    gig = await ready(session.gig())
    found = await gig.sat_download.debug()
    assert set(found) == {
        "activation",
        "fiel",
        "registration",
        "schedule",
        "provider",
        "sat",
        "billing",
    }
    assert found["activation"]["status"] == "active"
    assert found["sat"] == {"reachable": True}
    assert FIEL["password"] not in str(found)
    assert (await gig.sat_download.debug(team="team_sur"))["fiel"] is None
