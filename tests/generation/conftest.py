"""The code of the trial spec, generated once, and a scripted API."""

from __future__ import annotations

import pytest

from .fake_api import FakeApi
from .trial import Trial, generate_trial, trial_spec


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """The code of trial.yaml."""
    return generate_trial(trial_spec(), tmp_path_factory.mktemp("trial") / "trial_api")


@pytest.fixture
def api() -> FakeApi:
    """A scripted API and the client that calls it."""
    return FakeApi()
