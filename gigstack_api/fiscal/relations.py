"""Checks of the CFDIs that a document relates to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..catalogs import Relationship
from .findings import Finding, violations
from .values import code, entries, fields, fits

UUID = re.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


def check_relations(values: Mapping[str, Any], *, needed: bool) -> list[Finding]:
    """The findings of the relations of a document; with `needed` also of their absence."""
    relations = entries(values.get("related_documents"))
    findings = violations(
        {("related_documents", "egress_unrelated"): not needed or bool(relations)}
    )
    for index, relation in enumerate(map(fields, relations)):
        path, documents = f"related_documents[{index}]", entries(relation.get("documents"))
        holds = {
            (f"{path}.relationship", "relation_unknown"): code(
                Relationship, relation.get("relationship")
            )
            is not None,
            (f"{path}.documents", "relation_empty"): bool(documents),
            **{
                (f"{path}.documents[{place}]", "uuid_form"): document is not None
                and fits(UUID, document)
                for place, document in enumerate(documents)
            },
        }
        findings += violations(holds)
    return findings
