"""Rules of openapi-python-client that do not hold for what our templates write.

Its version is pinned, and `make try-generator` says when this no longer works.
"""

from __future__ import annotations

from openapi_python_client import schema as oai
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.protocol import PropertyProtocol


def keep_parameters(endpoint: Endpoint, **_: object) -> Endpoint:
    """The endpoint as it is.

    The generator renames parameters until their names differ, or gives up: `DateSent` and
    `DateSent>` are one name to it. The names are decided by `normalising`, which refuses twins.
    """
    return endpoint


def relax() -> None:
    """Puts our rules in place of those of the generator, which refuses lists in headers too."""
    setattr(Endpoint, "_check_parameters_for_conflicts", keep_parameters)  # noqa: B010 - private
    for kind in PropertyProtocol.__subclasses__():
        setattr(kind, "_allowed_locations", {*oai.ParameterLocation})  # noqa: B010 - private
