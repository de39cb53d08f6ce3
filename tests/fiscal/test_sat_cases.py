"""What a PAC stamps is no error, and what it refuses by the document alone is one with its code."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gigstack_api.fiscal import totals
from gigstack_api.sandbox import Sandbox
from scripts.fiscal_cases import Case, Verdict, check, files_of, judge_all, load, report
from scripts.fiscal_files import File, Refused, report_files

CASES = load()


def some(wanted: Callable[[Case], bool]) -> pytest.MarkDecorator:
    chosen = [case for case in CASES if wanted(case)]
    return pytest.mark.parametrize(
        "case", chosen, ids=[f"{case.number} {case.name}" for case in chosen]
    )


@some(lambda case: case.is_good)
def test_what_a_pac_stamps_has_no_error(case: Case) -> None:
    assert [finding for finding in check(case) if finding.severity == "error"] == []


@some(lambda case: not case.is_good and case.stays is None)
def test_what_the_sat_refuses_is_an_error_with_its_code(case: Case) -> None:
    assert case.expect in {finding.sat for finding in check(case) if finding.severity == "error"}


@some(lambda case: case.stays is not None)
def test_what_the_document_alone_does_not_tell_is_no_error(case: Case) -> None:
    found = check(case)
    assert {finding.severity for finding in found} <= {"warning"}
    assert case.found is None or case.found in {finding.code for finding in found}
    assert any(finding.sat == case.expect for finding in found) is (case.found is not None)


@some(lambda case: case.total is not None)
def test_a_good_invoice_adds_up_to_its_total(case: Case) -> None:
    currency = case.body.get("currency", "MXN")
    assert str(totals(case.body["items"], currency=currency).total) == case.total


@pytest.mark.usefixtures("files_a_pac_refuses")
@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_the_sandbox_stamps_and_refuses_as_a_pac_does() -> None:
    for verdict in await judge_all(CASES):
        case = verdict.case
        if case.stays is not None:
            continue
        wanted = case.sandbox or (None if case.is_good else case.expect)
        assert (verdict.refusal is None) is (wanted is None), (case.name, verdict.refusal)
        assert (wanted or "") in (verdict.refusal or ""), (case.name, verdict.refusal)
        if case.total is not None:
            assert verdict.total == float(case.total), case.name


@pytest.mark.usefixtures("files_a_pac_refuses")
@pytest.mark.anyio
async def test_a_lenient_sandbox_stamps_what_only_the_matrix_refuses() -> None:
    (case,) = (case for case in CASES if case.name == "form 07")
    async with Sandbox(lenient=True).client() as gig:
        invoice = await gig.income_invoices.create(**case.body)
    assert invoice.status == "stamped"


def test_every_case_has_a_number_and_a_source_of_its_own() -> None:
    assert len({case.number for case in CASES}) == len(CASES)
    assert all(case.source for case in CASES)


@pytest.mark.usefixtures("files_a_pac_refuses")  # the test itself checks all files
@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_others_read_every_file_and_the_schemas_hold() -> None:
    files, refused = await files_of(CASES)
    lines, explained = report_files(files, refused)
    assert explained, "\n".join(lines)
    assert len(files) >= 175
    assert sum(file.kind == "P" for file in files) >= 7


def test_the_table_of_files_lists_what_is_wrong() -> None:
    good = File(kind="I", name="right", is_read=True, faults=())
    bad = File(kind="P", name="a file", is_read=False, faults=("no total",))
    gone = Refused(kind="E", name="a note", why="no reason")
    assert report_files([good], [])[1]
    lines, explained = report_files([good, bad], [gone])
    assert not explained
    assert "    P a file: no total" in lines
    assert "    E a note was not stamped: no reason" in lines


def verdict(case: Case, refusal: str | None) -> Verdict:
    return Verdict(case=case, findings=(), refusal=refusal, total=None)


def test_the_table_lists_what_nobody_explains() -> None:
    by_name = {case.name: case for case in CASES}
    good, bad, unsure = (by_name[name] for name in ("PPD 99", "form 07", "unit ZZZ"))
    lines, explained = report([verdict(good, None), verdict(bad, None), verdict(unsure, None)])
    assert not explained
    assert "    166 form 07 (CFDI40104)" in lines
    assert any(line.startswith("    180 unit ZZZ (CFDI40165): the package") for line in lines)
    assert report([verdict(good, None), verdict(unsure, None)])[1]
