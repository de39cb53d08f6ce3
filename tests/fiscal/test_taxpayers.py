"""RFCs: form, date, check digit, kind of person."""

from __future__ import annotations

import sys

import pytest

from gigstack_api import ConfigurationError
from gigstack_api.catalogs import Person
from gigstack_api.fiscal import check_rfc
from gigstack_api.fiscal.taxpayers import person_of

# The SAT's own, those of its published test certificates, and one each of python-stdnum's and
# CfdiUtils' samples.
GOOD = [
    "SAT970701NN3",
    "EKU9003173C9",
    "H&E951128469",
    "CACX7605101P8",
    "XIQB891116QE4",
    "GODE561231GR8",
    "CSM190311AH6",
]


def codes(rfc: object, digit: bool | None = None) -> list[str]:
    found = check_rfc(rfc, digit=digit)
    assert {finding.path for finding in found} <= {"tax_id"}
    return [finding.code for finding in found]


@pytest.mark.parametrize("rfc", [*GOOD, "XAXX010101000", "XEXX010101000"])
def test_a_valid_rfc_has_no_findings(rfc: str) -> None:
    assert codes(rfc) == codes(rfc, digit=True) == codes(rfc, digit=False) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "SAT",
        "PEGJ800101ABC",
        "PEGJ800101A",
        "PEGJ-800101-AB1",
        "1EGJ800101AB1",
        "PEGJ8001O1AB1",
        " SAT970701NN3",
        "PEGJ80010\N{ARABIC-INDIC DIGIT ONE}AB1",
        "PÉGJ800101AB1",
        "PEGJ800101AÑ1",
        None,
        970701,
        ["SAT970701NN3"],
    ],
    ids=repr,
)
def test_a_malformed_rfc_has_a_finding_and_no_person(wrong: object) -> None:
    assert codes(wrong) == ["rfc_form"]
    assert person_of(wrong) is None


@pytest.mark.parametrize(
    ("date", "wrong"),
    [
        ("000229", []),
        ("990229", ["rfc_day"]),
        ("800431", ["rfc_day"]),
        ("801301", ["rfc_date"]),
        ("800100", ["rfc_date"]),
        ("800151", ["rfc_date"]),
        ("681231", []),
    ],
)
def test_the_six_digits_must_be_a_date_of_some_century(date: str, wrong: list[str]) -> None:
    assert codes(f"PEGJ{date}AB1", digit=False) == wrong


def test_lower_case_is_only_a_warning() -> None:
    (found,) = check_rfc("sat970701nn3")
    assert (found.code, found.severity) == ("rfc_case", "warning")


@pytest.mark.parametrize("rfc", GOOD)
def test_a_wrong_check_digit_is_only_a_warning(rfc: str) -> None:
    for other in set("0123456789A") - {rfc[-1]}:
        (found,) = check_rfc(rfc[:-1] + other)
        assert (found.code, found.severity) == ("rfc_check_digit", "warning")
    assert codes(rfc[:-1] + min(set("01") - {rfc[-1]}), digit=False) == []


ALPHABET = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ"


@pytest.mark.parametrize("stem", ["Ñ&Ñ000101AA", "ÑAÑA000101AA", "&&&121212ZZ", "PEGJ800101AB"])
def test_the_check_digit_follows_the_formula_of_the_sat(stem: str) -> None:
    weighted = sum(
        ALPHABET.index(letter) * (13 - place) for place, letter in enumerate(stem.rjust(12))
    )
    digit = {0: "0", 1: "A"}.get(weighted % 11, str(11 - weighted % 11))
    assert codes(stem + digit) == []


@pytest.mark.parametrize(
    ("rfc", "person"),
    [
        ("SAT970701NN3", Person.MORAL),
        ("GODE561231GR8", Person.FISICA),
        ("gode561231gr8", Person.FISICA),
    ],
)
def test_the_length_gives_the_kind_of_person(rfc: str, person: Person) -> None:
    assert person_of(rfc) is person


def test_without_the_extra_the_digit_is_not_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("stdnum", "stdnum.mx", "stdnum.mx.rfc"):
        monkeypatch.setitem(sys.modules, name, None)
    assert codes("SAT970701NN4") == codes("XAXX010101000", digit=True) == []
    with pytest.raises(ConfigurationError, match=r"gigstack-api\[fiscal\]"):
        check_rfc("SAT970701NN4", digit=True)
