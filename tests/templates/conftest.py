"""The trial API, generated once."""

from __future__ import annotations

import pytest

from .fake_api import FakeApi
from .trial import TRIAL_SPEC, Trial, generated


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """The code of trial.yaml."""
    return generated(TRIAL_SPEC, tmp_path_factory.mktemp("trial") / "trial")


@pytest.fixture
def api() -> FakeApi:
    """An API that answers what it is told, and the client that calls it."""
    return FakeApi()
