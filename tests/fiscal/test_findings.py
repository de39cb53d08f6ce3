"""Findings: built from the table of rules, with the path of their value."""

from __future__ import annotations

from gigstack_api.fiscal import RULES
from gigstack_api.fiscal.findings import finding, nested, violations


def test_a_finding_has_the_texts_of_its_rule() -> None:
    found, rule = finding("address.zip", "zip_form"), RULES["zip_form"]
    assert (found.path, found.code, found.severity) == ("address.zip", "zip_form", rule.severity)
    assert (found.text_es, found.text_en) == (rule.text_es, rule.text_en)
    assert str(found) == f"address.zip: {rule.text_en} (zip_form)"


def test_a_violation_is_a_rule_that_does_not_hold() -> None:
    holds = {
        ("zip", "zip_form"): False,
        ("use", "use_unknown"): True,
        ("tax_id", "rfc_form"): False,
    }
    assert violations(holds) == [finding("zip", "zip_form"), finding("tax_id", "rfc_form")]


def test_nested_findings_begin_with_the_outer_path() -> None:
    found = nested("items[0]", nested("third_party", [finding("zip", "zip_form")]))
    assert found == [finding("items[0].third_party.zip", "zip_form")]
